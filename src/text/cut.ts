/** Chinese words: as `Intl.Segmenter` cuts them, and put right by the words we know. */
import { isListed } from './concepts/read.ts'
import { emptyChinese } from './frames.ts'

const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** Names of our day that the segmenter's dictionary is too old for. */
const names = new Set(
  (
    '微信 微博 支付宝 淘宝 天猫 京东 拼多多 抖音 快手 小红书 知乎 豆瓣 闲鱼 美团 饿了么 滴滴 哔哩 小程序 公众号 朋友圈 视频号 企业微信 钉钉 飞书 ' +
    '二维码 扫码 直播间 主播 网红 粉丝 弹幕 表情包 群主 群聊 拉黑 私信 点赞 转发 收藏 置顶 红包 转账 充值 提现 网银 网购 网贷 花呗 借呗 白条 零钱 ' +
    '高铁 动车 网约车 共享单车 外卖 快递 驿站 自提 包邮 秒杀 拼团 尾款 退货 换货 差评 好评 云盘 网盘 短视频 话费 流量 宽带 社保 医保 公积金'
  ).split(' '),
)
const isKnown = (word: string) => isListed(word) || names.has(word)
const longest = 4

/** The words of each run. Asked place by place: half the cost of going through all segments. */
export function wordsOfRuns(runs: readonly string[]): string[][] {
  if (runs.length === 0) return []
  const segments = chinese.segment(runs.join(' '))
  let at = 0
  return runs.map((run) => {
    const words: string[] = []
    for (const end = at + run.length; at < end; ) {
      const { segment: word } = segments.containing(at) as Intl.SegmentData
      words.push(word)
      at += word.length
    }
    at += 1
    return putRight(words)
  })
}

/** Joins what is a known word together: 还, 款 is 还款; 微, 信里 is 微信, 里; 怎么, 办 is 怎么办. */
function putRight(words: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string
    const joined = word.length === 1 ? joinedAt(words, at) : 0
    if (joined > 1) {
      out.push(words.slice(at, at + joined).join(''))
      at += joined
      continue
    }
    const next = words[at + 1] ?? ''
    if (next !== '' && emptyChinese.has(word + next)) {
      out.push(word + next)
      at += 2
      continue
    }
    if (
      word.length === 1 &&
      next.length === 2 &&
      !isKnown(next) &&
      !emptyChinese.has(next) &&
      isKnown(word + next[0])
    ) {
      out.push(word + next[0], next.slice(1))
      at += 2
      continue
    }
    out.push(word)
    at++
  }
  return out
}
/** How many single characters from there on make the longest known word; 0 for none. */
function joinedAt(words: readonly string[], at: number): number {
  let end = at
  while (end < words.length && end - at < longest && words[end]?.length === 1) end++
  for (let length = end - at; length > 1; length--) {
    const word = words.slice(at, at + length).join('')
    if (isKnown(word)) return length
  }
  return 0
}
