/** Light English stemming: enough that "activating", "activated" and "activation" meet, and no more. */

const irregular: ReadonlyMap<string, string> = new Map(
  (
    'pay:paid lose:lost,losing,loss steal:stolen,stole buy:bought send:sent get:got,gotten,getting take:took,taken,taking ' +
    'go:went,gone,goes make:made,making keep:kept forget:forgot,forgotten break:broke,broken come:came,coming give:gave,given ' +
    'find:found spend:spent withdraw:withdrew,withdrawn,withdrawal,withdrawals write:wrote,written know:knew,known ' +
    'choose:chose,chosen,choice begin:began,begun child:children person:people,persons say:said tell:told see:saw,seen ' +
    'do:did,done,doing,does have:had,has,having be:am,is,are,was,were,been,being think:thought hold:held leave:left ' +
    'meet:met read:reading sell:sold speak:spoke,spoken stand:stood win:won,winner,winning pin:pins ban:banned,banning ' +
    'use:used,using,usage,usable die:died,dying lie:lying tie:tying drive:drove,driven fly:flew,flight,flown ' +
    'bring:brought teach:taught feel:felt hear:heard deliver:delivery,deliveries receive:receipt,receipts arrive:arrival ' +
    'verify:verification identify:identification,identity notify:notification,notifications apply:application,applications ' +
    'register:registration,registering,registered cancel:cancellation,cancelled,cancelling,canceled,canceling ' +
    'exchange:exchanged,exchanging lend:lent late:later,latest news:news bus:buses gas:gas cancelation:cancelations'
  )
    .split(' ')
    .flatMap((pair) => {
      const [stem = '', forms = ''] = pair.split(':')
      return [stem, ...forms.split(',')].map((form): [string, string] => [form, stem])
    }),
)

/** Endings taken off in this order, with what stays of them; the stem left must have `least` letters. */
const endings: readonly (readonly [ending: string, stays: string, least: number])[] = [
  ['izations', '', 4],
  ['ization', '', 4],
  ['isation', '', 4],
  ['ations', '', 4],
  ['ation', '', 4],
  ['ating', '', 4],
  ['ated', '', 4],
  ['ates', '', 4],
  ['ate', '', 4],
  ['ments', '', 3],
  ['ment', '', 3],
  ['ities', '', 4],
  ['ity', '', 4],
  ['ness', '', 4],
  ['tions', 't', 3],
  ['tion', 't', 3],
  ['ings', '', 3],
  ['ing', '', 3],
  ['ied', '', 3],
  ['ies', '', 3],
  ['edly', '', 3],
  ['ed', '', 3],
  ['sses', 'ss', 2],
  ['ches', 'ch', 2],
  ['shes', 'sh', 2],
  ['xes', 'x', 2],
  ['es', '', 3],
  ['ly', '', 4],
  ['ss', 'ss', 2],
  ['us', 'us', 2],
  ['is', 'is', 2],
  ['s', '', 3],
]

/** Chat shorthand and the other side's spelling, by the word they stand for. */
const spellings: ReadonlyMap<string, string> = new Map(
  (
    'account:acct,acc,accnt,acount password:pw,pwd,passwd,pword,passwrd message:msg,msgs picture:pic,pics ' +
    'transaction:txn,trx amount:amt number:num,nr minute:mins hour:hr,hrs week:wk,wks month:mth,mths year:yr,yrs tomorrow:tmr,tmrw,tomoz ' +
    'appointment:appt,appts birthday:bday address:addr,adress favorite:fav,favourite,favourites color:colour,colours,coloured center:centre,centres ' +
    'tire:tyre,tyres license:licence,licences program:programme,programmes organize:organise,organised,organising catalog:catalogue gray:grey ' +
    'recognize:recognise,recognised customize:customise,customised,personalise personalize:personalised authorize:authorise,authorised ' +
    'minimize:minimise optimize:optimise,optimised mom:mum,mam,mommy,mummy university:uni,varsity ' +
    'mathematics:math,maths television:telly configuration:config ' +
    'notification:notif,notifs ' +
    'question:qn,ques problem:prob,probs reservation:reso delivery:delievery,delivary tonight:tonite,2nite cheque:chq'
  )
    .split(' ')
    .flatMap((pair) => {
      const [full = '', forms = ''] = pair.split(':')
      return forms.split(',').map((form): [string, string] => [form, full])
    }),
)

/** The stem of a lower-case word. */
export function stem(written: string): string {
  const word = spellings.get(written) ?? written
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (word.length < 4 || /\d/.test(word)) return word
  for (const [ending, stays, least] of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= least) {
      return trim(word.slice(0, word.length - ending.length) + stays)
    }
  }
  return trim(word)
}

/** "stopp" → "stop", "expire" and "expiry" → "expir". */
function trim(word: string): string {
  const end = word.length - 1
  const last = word[end]
  if (end >= 3 && last === word[end - 1] && !/[aeiouls]/.test(last ?? '')) return word.slice(0, end)
  return end >= 3 && /[ey]/.test(last ?? '') ? word.slice(0, end) : word
}
