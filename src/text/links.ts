/** Web addresses, invitations and contact numbers in a normalised text, as evaders write them too. */
import { type InvitePlatform, inviteOf, isEnding } from './domains.ts'
import type { Normal } from './normalise.ts'

interface Place {
  /** Offsets in the normalised text. */
  readonly start: number
  readonly end: number
  /** As it was really written. */
  readonly written: string
}
export interface Link extends Place {
  readonly kind: 'link'
  /** Lower case, without `www.` and port; the path is lower case too, though platforms may tell its case apart. */
  readonly host: string
  /** From the first slash; `''` where there is none. */
  readonly path: string
  /** Set where the address invites to another group or contact. */
  readonly invite?: { readonly platform: InvitePlatform; readonly code: string }
}
export interface Contact extends Place {
  readonly kind: 'wechat' | 'qq' | 'phone' | 'email' | 'telegram'
  /** The id or number, without blanks and signs. */
  readonly value: string
}
export interface Reachable {
  readonly links: readonly Link[]
  readonly contacts: readonly Contact[]
}

/**
 * All of them, by place. An address within an e-mail address is not a link; a number within a link is not a contact.
 * Costs next to nothing on a text without dots and digits.
 */
export function reachable(normal: Normal): Reachable {
  const maybe = normal.text.includes('@') ? contactsLike(normal, emailForms) : []
  const links = mayLink.test(normal.text)
    ? linksIn(normal).filter((link) => hasScheme(normal, link) || !maybe.some((email) => overlap(email, link)))
    : []
  const emails = maybe.filter((email) => !links.some((link) => overlap(email, link)))
  const taken: Place[] = [...emails, ...links]
  const contacts = [...emails]
  if (!mayContact.test(normal.text)) return { links, contacts }
  for (const contact of contactsLike(normal, contactForms)) {
    if (taken.some((place) => overlap(place, contact))) continue
    taken.push(contact)
    contacts.push(contact)
  }
  return { links, contacts: contacts.sort((a, b) => a.start - b.start) }
}
/** "https://me:word@host/": what stands before the sign is no mailbox. */
const hasScheme = ({ text }: Normal, { start }: Link) =>
  text[start] === 'h' && /^h(?:tt|xx)ps?:/.test(text.slice(start, start + 6))
const overlap = (a: Place, b: Place) => a.start < b.end && b.start < a.end

/** No address is without one of these: most full stops end a sentence. */
const mayLink = /\.[a-z0-9]|\.\s(?:gg\b|me\s?\/)|[[({]\s?(?:\.|dot|点)|。[cgmn]|%2e|tg:/
const dot = String.raw`(?:\.|\s?[[({]\s?(?:\.|dot|点)\s?[\])}]\s?|。(?=gg|com|cn|net)|(?<=\bt)。(?=me)|(?<=\bdiscord)\s?\.\s?(?=gg\b)|(?<=\bt)\s?\.\s?(?=me\s?\/))`
const address = new RegExp(
  String.raw`(?:(h(?:tt|xx)ps?):\/\/(?:[^\s\/@]{1,64}@)?)?((?<=[\/@])\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?${dot}){1,5}[a-z][a-z0-9-]{1,24})(?::\d{2,5})?((?:(?<=\b(?:gg|me))\s)?\/(?:(?<=\b(?:gg|me)\s?\/)\s)?[^\s<>"'\u0080-\uffff]*)?|tg:\/\/(?:join\?invite|resolve\?domain)=([\w+-]+)`,
  'g',
)
const undot = (host: string) => host.replace(new RegExp(dot, 'g'), '.')

/** `discord%2egg` and the like; a stray percent sign stays as it is. */
const decoded = (path: string) =>
  path.replace(/%[0-7][0-9a-f]/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))

function linksIn(normal: Normal): Link[] {
  return [...decodedHosts(normal.text).matchAll(address)].flatMap((match) => {
    const place = placeOf(normal, match.index, match[0].replace(/[.,;:!?)\]]+$/, '').length)
    if (match[4])
      return [
        {
          ...place,
          kind: 'link',
          host: 't.me',
          path: `/${match[4]}`,
          invite: { platform: 'telegram', code: match[4] },
        } as const,
      ]
    const host = undot(match[2] ?? '')
    const path = decoded((match[3] ?? '').replace(/\s/g, '').replace(/[.,;:!?)\]]+$/, ''))
    const sure = match[1] !== undefined || host.startsWith('www.') || path.length > 1
    if (!/^[\d.]+$/.test(host) && !isEnding(host.slice(host.lastIndexOf('.') + 1), sure)) return []
    const bare = host.replace(/^www\./, '')
    const invite = inviteOf(bare, path)
    return [{ ...place, kind: 'link', host: bare, path, ...(invite && { invite }) } as const]
  })
}
/** Percent codes in a host are read, padded so that offsets hold: nobody writes them but to hide. */
const decodedHosts = (text: string) => text.replace(/%2e/g, '[.]')

const placeOf = (normal: Normal, start: number, length: number): Place => ({
  start,
  end: start + length,
  written: normal.original(start, start + length),
})

interface ContactForm {
  readonly kind: Contact['kind']
  /** The first group that matched is the value. */
  readonly like: RegExp
  readonly read?: (value: string) => string
}
const digits = '零〇一幺二三四五六七八九'
const digitOf: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
const readDigits = (value: string) =>
  [...value]
    .map((sign) => digitOf[sign] ?? sign)
    .join('')
    .replace(/[^\d+]/g, '')

const mayContact =
  /\d{5}|[\d零〇一幺二三四五六七八九](?:[\s-]?[\d零〇一幺二三四五六七八九]){6}|微信|weixin|wechat|\bv?[wvx]x?\b|加v|qq|@/
const emailForms: readonly ContactForm[] = [
  { kind: 'email', like: /([a-z0-9][\w.+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24})/g },
]
/** Between a messenger's name and the id. */
const named = String.raw`\s?(?:群|号|id)?\s?(?:是|为|is)?\s?`
const sign = '(?:[:：=+➕❤♥♡💗💕💚🧡])?'
/** An account has a digit or a dash in it more often than not, which a word has not; or it is a mobile number. */
const wechatId = String.raw`([a-z](?=[\w-]*[\d_-])[\w-]{5,19}|1[3-9]\d{9})(?![\w])`
const contactForms: readonly ContactForm[] = [
  { kind: 'wechat', like: new RegExp(String.raw`(?:微信|威信|\bv信|加\s?[v微]x?)${named}${sign}\s?${wechatId}`, 'gu') },
  // Latin names of it run on in other words ("wxpython_4", "viberate_com"), so something must stand between.
  {
    kind: 'wechat',
    like: new RegExp(String.raw`\b(?:weixin|wechat|wx|vx)(?!\w)${named}${sign}\s?${wechatId}`, 'gu'),
  },
  // A "v" alone is also a switch, a version and "versus": a sign, or a number in what follows, makes it a name.
  {
    kind: 'wechat',
    like: new RegExp(
      String.raw`(?<![\w-])v(?:\s?(?:号|id|是|为|[:：=+➕❤♥♡💗💕💚🧡])\s?${wechatId}|\s(?=\S*\d)${wechatId}|\s?(1[3-9]\d{9})(?!\w))`,
      'gu',
    ),
  },
  { kind: 'wechat', like: /(?:微信|weixin|wechat)\s?(?:号|id)?\s?[:：=]\s?([a-z][\w-]{5,19})/g },
  { kind: 'qq', like: /(?:qq|企鹅|\bq)\s?(?:群|号|id)?\s?(?:是|为|is)?\s?[:：=+]?\s?([1-9]\d{4,10})(?!\d)/g },
  { kind: 'qq', like: /(?:群号|加群|进群)\s?[:：=+]?\s?([1-9]\d{5,10})(?!\d)/g },
  { kind: 'telegram', like: /(?:telegram|电报|飞机|纸飞机|\btg)\s?(?:群|号|id)?\s?[:：=]?\s?@([a-z]\w{4,31})/g },
  {
    kind: 'phone',
    like: new RegExp(
      `(?<![\\d${digits}.])([1一幺][\\s-]?(?:[3-9三四五六七八九])(?:[\\s-]?[\\d${digits}]){9})(?![\\d${digits}])`,
      'g',
    ),
    read: readDigits,
  },
  {
    kind: 'phone',
    like: /(?<![\d.\w])(\+\d{1,3}[\s-]?(?:\(\d{1,4}\)[\s-]?)?\d(?:[\s-]?\d){6,11})(?!\d)/g,
    read: readDigits,
  },
  { kind: 'phone', like: /(?<![\d.\w-])(\(\d{3}\)\s?\d{3}[\s-]\d{4}|\d{3}-\d{3}-\d{4})(?![\d-])/g, read: readDigits },
]

const valueIn = (match: RegExpExecArray, read = (value: string) => value) =>
  read(match.slice(1).find((group) => group !== undefined) ?? '')

function contactsLike(normal: Normal, forms: readonly ContactForm[]): Contact[] {
  return forms.flatMap(({ kind, like, read }) =>
    [...normal.text.matchAll(like)].map((match) => ({
      ...placeOf(normal, match.index, match[0].length),
      kind,
      value: valueIn(match, read),
    })),
  )
}
