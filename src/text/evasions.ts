/**
 * What those who advertise in Chinese groups write so that filters miss it, and what they mean by it: made by hand.
 * A character that is also an everyday one is read as another only beside what gives it away.
 */

interface Evasion {
  readonly like: RegExp
  readonly meant: string | ((found: string) => string)
}

const wei = '[微薇威徽巍徾溦嶶维唯惟喂葳崴維]'
const xin = '(?:[信芯馨昕伈伩訫鑫忄]|[xX]in)'
/** Beside a contact: what 加 is written as. */
const jia = '[加伽珈茄迦枷痂咖嘉咖➕+十傢]'

/** In this order: what is meant by one is what another looks for. */
export const evasions: readonly Evasion[] = [
  {
    like: new RegExp(
      `${wei}${xin}|${wei}\\s?[❤♥♡💗💕💚🧡💙💜💛心][️]?|w[eē]i\\s?x[iì]n|(?<![a-z])v信|威x|薇x|微x(?![a-z])|(?:围|卫|伟|味|为|魏)(?:芯|伈|伩|訫)|(?<![a-z])[wv]e?i?芯`,
      'gu',
    ),
    meant: '微信',
  },
  { like: new RegExp(`${jia}(?=\\s?(?:微|v|w|薇|威|徽|我|q|扣|群|裙|好友|球))`, 'gu'), meant: '加' },
  { like: /(?<=[加➕+]\s?)[薇威徽巍葳崴](?![一-鿿])/gu, meant: '微' },
  { like: /(?<=[加+扣q]|企鹅|交流|福利|资源|入|拉|进)[裙羣](?!子|摆|带|装)|裙(?=号|主|友|聊|里有)/gu, meant: '群' },
  {
    like: /扣扣|抠抠|蔻蔻|叩叩|秋秋|球球(?=[\s:：]?\d)|企鹅(?=[\s:：号群]{0,2}\d)|(?<=加)[扣抠叩](?=\s?\d)/gu,
    meant: 'qq',
  },
  {
    like: /(?<=\d|[一二三四五六七八九十百千万几])\s?(?:[亓沅圆圓园]|米(?=[一-鿿]?(?:日|一|每|\/|包|起|红|现|到)))/gu,
    meant: '元',
  },
  {
    like: /(?<=[一二三四五六七八九十百千几日月天])\s?(?:[砖转](?=\d|几|上?[百千万])|嫌钱)|转米|砖钱|嫌钱|赚💰|赚米|[赚转]💵/gu,
    meant: '赚钱',
  },
  { like: /[私丝思斯撕似][聊撩嘹廖]|思聊|si聊/gu, meant: '私聊' },
  { like: /发[飘漂嫖票]|fa票|发piao|髮票/gu, meant: '发票' },
  { like: /[兼煎蒹][职只直植值枳]|jian职|兼zhi/gu, meant: '兼职' },
  { like: /刷[单但丹蛋箪]|shua单/gu, meant: '刷单' },
  { like: /日[结洁劫桔]/gu, meant: '日结' },
  { like: /[贷货代][窾欸](?!项)|daik|贷kuan/gu, meant: '贷款' },
  { like: /菠菜(?=网|平台|公司|推|包|群|盘|行业)|博[采睬菜]|bo彩|薄彩/gu, meant: '博彩' },
  { like: /约[泡啪炮袍p](?![面菜])|yue炮|约pao/gu, meant: '约炮' },
  { like: /[电][抱暴爆豹]|飞[鸡机](?=[:：号@联]|群)|纸飞机|✈️?(?=[:：@\s]*[a-z@])/gu, meant: '电报' },
  { like: /[冲充]值|chong值/gu, meant: '充值' },
  { like: /[赌堵睹][博搏膊]/gu, meant: '赌博' },
  { like: /[彩睬]金|cai金/gu, meant: '彩金' },
  { like: /股[票漂嫖飘]|gu票/gu, meant: '股票' },
  {
    like: /(?<=[看买卖瞧有黄皇a出收])\s?[骗篇沜偏扁盘爿](?![子面文心章旁见差爱平])(?=\s?(?:[+加家私找➕群裙资免]|q|v|\d{4}|$))/gu,
    meant: '片',
  },
  { like: /[企乞起][-\s.·]?[鹅额俄饿儿鹤](?=[\s:：+号群]{0,3}\d|群)/gu, meant: 'qq' },
  { like: /家(?=[-\s]?(?:qq|v(?!ip)|微|威|薇|[a-z]{2,4}\d{3}))/gu, meant: '加' },
  { like: /[加佳]盟(?=费|热线)/gu, meant: '加盟' },
  { like: /[扫臊][码玛马](?=[一-鿿])/gu, meant: '扫码' },
  { like: /二[维微唯]码/gu, meant: '二维码' },
  { like: /[客][服福伏](?=[:：\s]*[a-z@\d微vq])/gu, meant: '客服' },
  { like: /零[钱]?元购/gu, meant: '零元购' },
  { like: /[裸倮猓棵][聊聊撩]|luo聊/gu, meant: '裸聊' },
  { like: /[网罔][址祉止阯]/gu, meant: '网址' },
  { like: /连[接结]|鏈接/gu, meant: '链接' },
]

/** Nothing of the table is in a text without one of these. */
export const mayEvade =
  /[微薇威徽巍徾溦嶶葳崴芯馨伈伩訫裙羣扣抠蔻叩秋球企亓沅圆圓园米砖转嫌💰💵聊撩嘹飘漂嫖票煎蒹职刷洁劫桔窾欸菠博约抱暴爆豹飞机✈值赌堵睹彩睬股盟码玛址祉阯接结➕伽珈茄迦枷痂咖嘉傢]|v信|w[eē]i\s?x|dai|fa票|jian|bo彩|yue|luo|chong|cai|gu票|shua|[wv]芯|si聊|服|福利|[+]|[骗篇沜偏扁盘爿乞家]/u
