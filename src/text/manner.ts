/** How a message is said: asked, wished for, told, or only passed the time of day with. */
import type { Query } from './postings.ts'

const mark = /[?？]/
const asks =
  /^(?:(?:hi|hello|hey|please|pls|so|and|also|ok|sorry)\W+)*(?:how|what|why|when|where|who|which|can|could|is|are|do|does|did|will|would|should|may|am|has|have|any(?:one|body)?|tell me|explain)\b|怎么|如何|怎样|什么|啥|为何|多少|多久|(?<![好这那没十有前])几(?![乎率何])|哪|谁|吗|么$|(?<!(?:没|正|着|在)[^，。]{0,8})呢$|能不能|可不可以|是不是|有没有|能否|可否|是否|请问|求/
const wishes =
  /\bi (?:want|need|would like|wanna|am trying|can'?t|cannot|lost|forgot)\b|\bi'd like\b|\bhelp\b|\bplease\b|\bmy\b|我想|想要|需要|我要|帮我|麻烦|怎办|求助/
/** Talk between members: greetings, thanks, laughter, agreement, and words to one person by name. */
const talks =
  /^(?:hi+|hello|hey|yo|thanks?|thank you|thx|ty|ok(?:ay)?|yes|yeah|yep|no|nope|lol|haha\w*|sure|cool|great|nice|good (?:morning|night|evening|afternoon)|bye|welcome|早|早安|早上好|晚安|你好|您好|大家好|谢谢\S{0,3}|多谢|感谢|哈+|呵+|嗯+|哦+|好的?|好吧|收到|是的|对|没事|不客气|辛苦了|再见|拜拜|加油|恭喜|生日快乐)[\s!！。.~～,，]*$|^(?!(?:please|pls|hi|hello|hey|ok|okay|so|well|sorry|yes|no|also|and|but|oh|now|again|then|actually|hmm|question|quick question|help|sir|guys|dear|thanks)\b)[\w[\]|-]{2,20}[:,] |^@\S+ /
const closeness =
  /\b(?:lol|haha|yeah|you(?:'re|r)?|he|she|guys|dude|man|btw)\b|[你他她]|哈哈|呵呵|嘿嘿|老公|老婆|亲爱的|宝贝|吧[!！。~]?$|[啦哦嘛]/

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
  /n['’]t\b|\b(?:ca|wo|do|does|did|is|are|was|have|has|could|would)nt\b|\b(?:cannot|not|never|no|without|fail\w*|wrong|error|problem|issue|lost|stolen|missing|broken|declin\w*|block\w*|stuck|unable|still|fees?|charged?|refund)\b|不|没|无法|失败|未|丢|坏|错|忘/

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
  ]
}
