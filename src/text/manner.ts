/** How a message is said: asked, wished for, told, or only passed the time of day with. */
import type { Query } from './postings.ts'
import type { Segments } from './segment.ts'

const mark = /[?？]/
const asks =
  /^(?:(?:hi|hello|hey|please|pls|so|and|also|ok|sorry)\W+)*(?:how|what|why|when|where|who|which|(?:how|what|where|when|who)['’]?s|can|could|is|are|do|does|did|will|would|should|may|am|has|have|any(?:one|body)?|got any|tell me|explain)\b|\b(?:how (?:do|can|much|many|long|would|does)|what (?:do|should|can|is|are|does)|where (?:do|can|is|are|to|does)|when (?:do|will|is|would|does|can)|can (?:i|u|you|we)|could (?:i|u|you|we)|do i|is (?:there|it possible)|are there|wondering (?:if|how|when|where))\b|怎么|如何|怎样|什么|啥|为何|多少|多久|(?<![好这那没十有前])几(?![乎率何])|哪|谁|吗|么$|(?<!(?:没|正|着|在)[^，。]{0,8})呢$|能不能|可不可以|是不是|有没有|能否|可否|是否|请问|求|(?:能|可以|会|有|行|要|用|给|收|送|招|卖|做|支持|包)[^,，。!！]{0,14}[不没](?=[?？。!！~\s]|$)/
const wishes =
  /\bi (?:want|need|would like|wanna|am trying|can'?t|cannot|lost|forgot)\b|\bi'd like\b|\bhelp\b|\bplease\b|\bmy\b|我想|想要|需要|我要|帮我|帮忙|给我|发我|麻烦|怎办|求助|^[想要][^你他她]|(?:发|推荐|介绍|来|查|看|说|讲)(?:一下|下|一个|个)/
/** Talk between members: greetings, thanks, laughter, agreement, and words to one person by name. */
const talks =
  /^(?:hi+|hello|hey|yo|thanks?|thank you|thx|ty|ok(?:ay)?|yes|yeah|yep|no|nope|lol|haha\w*|sure|cool|great|nice|good (?:morning|night|evening|afternoon)|bye|welcome|早|早安|早上好|晚安|你好|您好|大家好|谢谢\S{0,3}|多谢|感谢|哈+|呵+|嗯+|哦+|好的?|好吧|收到|是的|对|没事|不客气|辛苦了|再见|拜拜|加油|恭喜|生日快乐)[\s!！。.~～,，]*$|^(?!(?:please|pls|hi|hello|hey|ok|okay|so|well|sorry|yes|no|also|and|but|oh|now|again|then|actually|hmm|question|quick question|help|sir|guys|dear|thanks)\b)[\w[\]|-]{2,20}[:,] |^@\S+ /
const closeness =
  /\b(?:lol|haha|yeah|you(?:'re|r)?|he|she|guys|dude|man|btw)\b|[你他她]|哈哈|呵呵|嘿嘿|老公|老婆|亲爱的|宝贝|吧[!！。~]?$|[啦哦嘛]/

/** Words to one person ("你又换手机了"), who is not the house. */
const toYou =
  /^(?:那|那么|哎|诶|喂|哥|姐|妈|爸)?[,，]?你(?!们|好|家|这|那|能|可以|知道|店)|[^,，]你(?:呢|吗|吧|啊|呀|干嘛|在哪|吃|睡|说)|\b(?:are|were|did|do|have) (?:you|u) (?:still|ever|guys|really|going|coming|ok|okay|sure|free|up)\b/
const ofOthers =
  /(?<!其)[他她](?!人)|(?:老[公婆妈爸]|妈妈?|爸爸?|[哥姐弟妹]{2})(?:说|让|叫|在|的|又|都|也|不|还)|\b(?:he|she|him|his|her|they|my (?:mom|mum|dad|brother|sister|boss|friend|cousin))\b/
const laughs =
  /哈{2,}|呵{2,}|嘿{2,}|嘻{2,}|呜{2,}|\b(?:lo+l|l?mao|(?:ha){2,}h?|he{2,}h|omg|wow|damn|gg|rofl)\b|[:;]-?[)(dp](?:\s|$)|\^_?\^/
/** The ending of what is said to one's like. */
const softly =
  /[吧啦哦喔哟呗嘛耶咯噢哇哎唉][!！。.~～…\s]*$|^(?:嗯|哦|噢|唉|哎|哇|啊|呃|额|切|靠|晕|汗|嘿|哟|oh|ah|wow|hmm+|ugh|aww*)(?:[,，。.!！~～…\s]|$)/
const asksHow =
  /怎么(?:办|弄|用|样?能|才能|可以|设|开|关|查|改|申|取|操|解|处|领|买|[^会没不还这那么了]{1,2}(?:$|[^了]))|如何|怎样|咋|\bhow (?:do|can|to|does|should|would|much|many|long)\b|多少|多久|什么时候|\b(?:when|where) (?:do|can|does|is|are|will|should)\b/
const narrates =
  /^我(?:们)?(?:[^怎什吗么哪能想要]{0,12})(?:了|过|着|在|去)[^怎什吗么哪能?？]*$|^(?:i|we) (?:was|were|had|just|went|got|am|'m|will|'ll|think|thought|know|guess|hope|love|like|hate)\b(?!.*\?)/

/** What somebody did or liked, with nothing wrong about it: told, not asked. */
const tells =
  /\b(?:yesterday|last (?:night|week|time)|earlier today|already|loved|enjoyed|liked)\b|^(?:and |so |but |ok )?i(?:['’]?ve| have)? (?:just |also |really |already |now )?(?:watched|saw|got|went|did|made|met|joined|won|used|tried|love|like|[a-z]{3,}ed)\b|(?:昨天|昨晚|前天|上次|刚才|刚刚|已经|今天).*了[。!！~，,]?|^我\S{0,10}[了过][。!！~]?$/
/** What one member answers another: where there is some, where one's own comes from, where the other could look. */
const answers = [
  /(?:^|[\s,.;])(?:(?:you|u) (?:can|could) (?:\w+ )?(?:get|find|buy|borrow|try|use)\b|(?:they|we|the [a-z]+) (?:also |do |all )?(?:have|has|had|got|sells?) (?:it|them|one|some|copies|plenty)\b|mine (?:is|was|are|were|came)\b|i (?:got|bought|borrowed|found|downloaded|have) (?:mine|it)\b)/,
  /(?:就|都|也|那|那里|那儿|那边|这里|这儿|这边|店)有(?:卖|售|借|货)?(?:的|呀|哈|哒)?(?=[,，。.!！;；~～\s]|$)/,
  /(?:我|我们|俺)(?:也|都|就|的\S{0,6}?)*是[^,，。是]{1,12}的(?=[,，。.!！;；~～\s]|$)/,
  /(?:^|[,，。\s])[你您]?可以去/,
]
/** Words to everybody, thanks, and saying that one is new: whatever they go on with is told, unless it wants something. */
const greets =
  /^(?:大家|各位|诸位|(?:群友|小?伙伴|朋友|同学|家人|兄弟|姐妹)们?)(?:早上|上午|中午|下午|晚上|早|晚)?好|^(?:谢谢|多谢|感谢|谢了)|^(?:我(?:也?是)?)?(?:第一次|头一次|初次|刚刚?|新)(?:来|到|进群|入群|加入)(?:这里|这儿|这个群|本群|咱们群|的)?[\s。.!！~～]*$|^(?:hi|hello|hey|good (?:morning|afternoon|evening)),? (?:everyone|everybody|all|guys|folks|y['’]?all|team)\b|^(?:thanks|thank you|thank u|thx|ty)\b/
const seeks = /想|要|求|找(?!到)|帮|\b(?:want|need|try|trying|looking)\b/
const wrong =
  /n['’]t\b|\b(?:ca|wo|do|does|did|is|are|was|have|has|could|would)nt\b|\b(?:cannot|not|never|no|without|fail\w*|wrong|error|problem|issue|lost|stolen|missing|broken|declin\w*|block\w*|stuck|unable|still|less than|instead of|too (?:much|many|little|long)|fees?|charged?|refund)\b|不|没|无法|失败|未|丢|坏|错|忘|消失|异常|卡住|闪退|报错|重复|老是|总是|一直要|漏[发了送]|少[了发给]|多扣|破损|投诉|拒/

/** Greetings, thanks, laughter, or words to one member by name: nothing to look up. */
export const isTalk = (text: string): boolean => talks.test(text)
/** Something done or liked, or an answer given, neither asked about nor wished for nor wrong. */
export const isTold = (text: string): boolean =>
  (tells.test(text) || isGreeting(text) || answers.some((like) => like.test(text))) && !isWanted(text)
const isGreeting = (text: string) => greets.test(text) && !seeks.test(text)
/** Wished or asked for in so many words; whose it is says no more than that. */
export const isWished = (text: string): boolean => wishes.test(text.replace(/\bmy\b/g, ''))
/** Something is wrong or missing. */
export const isWrong = (text: string): boolean => wrong.test(text)
/** Asked, wished for or complained of: the desk is wanted. Of other messages it must be surer to speak up. */
export const isWanted = (text: string): boolean => isAsked(text) || wishes.test(text) || wrong.test(text)
const keywords = /^\p{Script=Han}{2,8}$/u
const personal = /[我你您他她它们咱了过着吧啊呀嘛呢哦啦哈呵很太真好又还都也就]/
/** Words as one types into a search box: 历史账单, "refund status". */
export const isKeywords = ({ text, words, pairs }: Segments): boolean =>
  keywords.test(text)
    ? !personal.test(text)
    : words.length > 1 && /^[a-z0-9 -]+$/.test(text) && pairs.length === words.length + 1
/** Said to one's like, whatever it speaks of: to one person, with laughter, about somebody, or as an exclamation. */
export const isAside = (text: string): boolean =>
  toYou.test(text) ||
  laughs.test(text) ||
  (!isAsked(text) && (ofOthers.test(text) || softly.test(text))) ||
  exclaims.test(text)
const exclaims = /\bwhat an? \w+(?: \w+)?[\s!.~]*$|^(?:太|真|好)\S{1,6}(?:了|啊|呀|哦)[!！~。]*$/
/** A question mark or a word that asks. */
export const isAsked = (text: string): boolean => mark.test(text) || asks.test(text)

/** The names of what `manner` gives, in its order. */
export const mannerNames = [
  'always',
  'wordCount',
  'gramCount',
  'wordsUnknown',
  'gramsUnknown',
  'frames',
  'mark',
  'asks',
  'wishes',
  'talks',
  'closeness',
  'bare',
  'wrong',
  'wanted',
  'chinese',
  'toYou',
  'ofOthers',
  'laughs',
  'softly',
  'asksHow',
  'markOnly',
  'narrates',
] as const

/** What a query is like, whatever it is compared with: how long, how known to the index, how it is said. */
export function manner({ segments, unknownWords, unknownGrams }: Query): readonly number[] {
  const { text, words, grams, frames } = segments
  return [
    1,
    Math.log1p(words.length),
    Math.log1p(grams.length),
    words.length === 0 ? 1 : unknownWords / words.length,
    grams.length === 0 ? 1 : unknownGrams / grams.length,
    Math.min(frames.length, 2),
    ...[mark, asks, wishes, talks, closeness].map((like) => (like.test(text) ? 1 : 0)),
    words.length <= 1 ? 1 : 0,
    wrong.test(text) ? 1 : 0,
    isWanted(text) ? 1 : 0,
    segments.language === 'zh' ? 1 : 0,
    ...[toYou, ofOthers, laughs, softly, asksHow].map((like) => (like.test(text) ? 1 : 0)),
    mark.test(text) && !asks.test(text) ? 1 : 0,
    narrates.test(text) ? 1 : 0,
  ]
}
