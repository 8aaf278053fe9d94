/** The small words of a question: they say how it is asked, not what about. */
import { stem } from './stem.ts'

/** English words without a topic of their own. */
export const emptyWords: ReadonlySet<string> = new Set(
  (
    'a an the i me my mine myself you your yours he him his she her it its we us our they them their this that these those ' +
    'am is are was were be been being do does did done doing have has had having will would shall should can could may might ' +
    'must ought of in on at to for from by with about into onto over under up down out off as than then so if or and but ' +
    'not no nor yes please pls plz thanks thank hi hello hey sir madam team guys just also too very really ever still yet ' +
    'already now here there what which who whom whose when where why how any some all every each both either neither more ' +
    'most much many few little lot lots other another same such own only even again once back thing things something ' +
    'anything someone anyone everything nothing one ones im ive id ill dont doesnt didnt cant couldnt wont isnt arent wasnt ' +
    's t re ve ca wo did doe ai ll d m let lets go going want wanna like need know tell get got way kind able possible think try trying make ' +
    'sure ok okay well because since while after before during until between through against without within upon vs via per etc ' +
    'u ur r n y oh um ah eh btw bro dear kindly could question ask wonder wondering currently actually'
  ).split(' '),
)

/** Chinese words without a topic of their own, as the segmenter cuts them. */
export const emptyChinese: ReadonlySet<string> = new Set(
  (
    '的 了 着 过 吗 呢 吧 啊 呀 哦 嘛 哈 哎 唉 噢 嗯 么 我 我的 你 你的 您 他 她 它 我们 你们 他们 咱 咱们 大家 自己 人家 这 那 这个 那个 这些 那些 ' +
    '这里 那里 这样 那样 这么 那么 是 在 有 和 与 跟 或 及 就 都 也 还 又 再 才 只 很 太 更 最 非常 比较 请 请问 麻烦 谢谢 你好 您好 亲 老师 想 要 想要 需要 ' +
    '应该 会 能 可以 可 能够 得 地 之 为 被 把 给 让 对 从 到 向 往 于 以 因 因为 所以 但 但是 不过 如果 的话 而 而且 然后 现在 已经 一下 一 一个 个 些 ' +
    '一些 点 一点 下 上 里 中 后 前 时 时候 怎么 怎样 怎么样 如何 咋 什么 啥 哪 哪个 哪些 哪里 哪儿 谁 几 多 多少 为什么 为何 为啥 怎么办 是不是 能不能 可不可以 ' +
    '有没有 是否 在哪 在哪里 在哪儿 去哪 去哪里 上哪 从哪 哪能 哪边 咋办 咋弄 咋整 咋样 怎么弄 怎么搞 怎么样 啥时候 啥时 什么时候 什么时间 多长时间 要不要 会不会 行不行 可以吗 能否 可否 不 没 没有 不能 无法 别 不是 知道 告诉 问 问下 问一下 求 求助 求教 急 帮 帮忙 帮我 说 觉得 真 真的 刚 刚刚 刚才 老 总 总是 一直 呵呵 哈哈 吗? 来 去 好 行'
  ).split(' '),
)

/** Words that stand in questions about anything, and their stems: they tell less of the topic than the rest. */
const commonWords: ReadonlySet<string> = new Set(
  (
    'tak long time day week month year hour minut today tomorrow tonight new old good bad best better right wrong big small use look ' +
    'show find give put keep let come happen start stop begin end turn call say see set run work place person people man ' +
    'first last next number amount kind typ part side full differ same sure current recent soon fast quick eas hard open ' +
    'close add check chang updat edit cancel mak creat delet remov send receiv help support plea option process step ' +
    'inform detail reason issue problem answer page item list see view possibl allow avail get go do have ' +
    '用 使用 使 打开 查看 查询 查 修改 更改 更换 取消 申请 办理 显示 出现 开始 发 收 找 做 弄 办 搞 整 打 放 拿 叫 说 看 看到 写 起 到 出 进 ' +
    '今天 明天 时间 天 月 年 号 次 人 东西 事 事情 情况 问题 原因 方法 办法 地方 意思 最 最近 新 大 小 高 长 多长 快 一般 别人 有人 回 回事'
  )
    .split(' ')
    .flatMap((word) => [word, stem(word)]),
)
const commonWeight = 0.5
/** How much a word counts beside one that names a topic. */
export const weightOf = (word: string): number => (commonWords.has(word) ? commonWeight : 1)

/** What kind of answer a question wants; two that want different kinds are seldom the same. */
const asked: readonly (readonly [frame: string, like: RegExp])[] = [
  [
    'howmuch',
    /\bhow (?:much|many)\b|\b(?:price|cost|fee|charge)s?\b|多少|几(?:个|次|块|元|分|张|件|位|钱)|多钱|价格|价位|啥价|什么价|费用|贵/,
  ],
  ['howlong', /\bhow (?:long|soon|often|quick|fast|far)\b|多久|多长时间|几天|几(?:个)?(?:小时|工作日|分钟)|好久/],
  [
    'when',
    /\bwhen\b|\bwhat (?:time|day|date)\b|什么时候|啥时|何时|几点|几号|哪天|哪一天|几时|多会儿?|周几|星期几|礼拜几|时间/,
  ],
  [
    'why',
    /\bwhy\b|\bhow come\b|\breason\b|为什么|为何|为啥|为毛|啥原因|咋会|怎么会|怎么不|怎么没|怎么还|咋不|咋没|怎么回事|原因/,
  ],
  [
    'where',
    /\bwhere\b|\bwhich (?:place|country|countries)\b|哪里|哪儿|在哪|[去上从]哪(?!个|些|种|款)|哪边|什么地方|啥地方|入口/,
  ],
  ['who', /\bwho(?:m|se)?\b|谁|哪位/],
  [
    'how',
    /\bhow (?:do|can|to|would|should|did|does|is|are|was|i|you)\b|\b(?:steps?|process|way) (?:to|for|of)\b|怎么(?!会|不|没|还|回事|样)|如何|怎样|咋(?!不|没|回事)/,
  ],
  [
    'whether',
    /^(?:can|could|is|are|do|does|did|will|would|may|am|has|have|should)\b|吗|能不能|可不可以|可否|能否|是否|是不是|有没有|要不要|会不会|行不行|用不用|(?:能|可以|会|有|行|要|给|用|是)[^,，。]{0,14}[不没](?=[?？。!！\s]|$)/,
  ],
  ['what', /\bwhat\b|\bwhich\b|什么(?!时候|地方)|啥|哪个|哪些|哪种/],
]
const negated =
  /\b(?:not|no|never|cannot|without|un(?:able|successful)|(?:ca|wo|do|does|did|is|are|was|have|has|could|would|should)n['’]?t|fail\w*|declin\w*|reject\w*)\b|不|没|无法|未|失败|别(?!人)/

/** By which of `asked` match, as bits: thousands of phrasings share the few lists there are. */
const lists = new Map<number, readonly string[]>()
/** The frames of a normalised text; the same list for the same frames. */
export function framesOf(text: string): readonly string[] {
  let bits = 0
  for (const [at, [, like]] of asked.entries()) if (like.test(text)) bits |= 1 << at
  const known = lists.get(bits)
  if (known) return known
  const made = asked.flatMap(([frame], at) => (bits & (1 << at) ? [frame] : []))
  lists.set(bits, made)
  return made
}
export const isNegated = (text: string): boolean => negated.test(text)

/** Frames whose answers are of one kind: a time, an amount, a place, a person, a cause. */
const kinds: Readonly<Record<string, string>> = {
  when: 'time',
  howlong: 'time',
  deadline: 'time',
  howmuch: 'amount',
  where: 'place',
  who: 'person',
  why: 'cause',
}
const kindsByFrames = new WeakMap<readonly string[], readonly string[]>()
/** The kinds of answer that a question with these frames asks for, of those that tell questions apart. */
export function kindsOf(frames: readonly string[]): readonly string[] {
  const known = kindsByFrames.get(frames)
  if (known) return known
  const made = [...new Set(frames.flatMap((frame) => kinds[frame] ?? []))]
  kindsByFrames.set(frames, made)
  return made
}

/** 1 where both ask in the same way, 0 where they ask in different ones, half where one does not say. */
export function sameFrame(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0.5
  return a.some((frame) => b.includes(frame)) ? 1 : 0
}
