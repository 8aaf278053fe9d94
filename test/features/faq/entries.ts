/** A small desk for the tests, in both languages. */
import faq from '../../../src/features/faq/index.ts'
import moderation from '../../../src/features/moderation/index.ts'
import { Desk } from '../../../src/text/match.ts'
import type { Dial } from '../../../src/text/weights.ts'
import { type InnOptions, openInn } from '../../kit/inn.ts'

export const entries = [
  {
    id: 'check-in',
    question: { zh: '怎么签到？', en: 'How do I check in?' },
    alternatives: ['每天在哪里打卡', '签到有什么用', 'Where do I check in every day?'],
    answer: { zh: '发「签到」两个字就行，每天一次。', en: 'Write “checkin”, once a day.' },
    keywords: ['签到', 'checkin'],
  },
  {
    id: 'points',
    question: { zh: '积分怎么兑换礼品？', en: 'How do I redeem points for a gift?' },
    alternatives: ['积分能换什么', 'What can I get for my points?'],
    answer: { zh: '发「/redeem」看目录。', en: 'See the catalogue with /redeem.' },
  },
  {
    id: 'replay',
    question: { zh: '直播错过了在哪里看回放？', en: 'Where can I watch the recording of the live talk?' },
    alternatives: ['有没有录播', 'Is there a replay of the stream?'],
    answer: {
      zh: '回放在群公告的链接里，保留 30 天。',
      en: 'The recording is linked in the announcement for 30 days.',
    },
  },
  {
    id: 'refund',
    question: { zh: '活动报名后可以退款吗？', en: 'Can I get a refund for my event ticket?' },
    alternatives: ['报名费怎么退', 'I want my money back for the meetup'],
    answer: { zh: '开场前 24 小时可以全额退款。', en: 'Up to 24 hours before the event, in full.' },
  },
  {
    id: 'invite',
    question: { zh: '怎么邀请朋友进群？', en: 'How can I invite a friend to the group?' },
    answer: { zh: '找管理员要邀请链接。', en: 'Ask a moderator for an invite link.' },
  },
]

const half = {
  zh: ['回放怎么兑换？', '直播积分怎么退款？', '怎么用积分 checkin？', '朋友怎么报名？', '怎么退积分？'],
  en: ['points for a friend?', 'how do I get a refund of my points?', 'can I get points for the talk?'],
}
/** Questions that these entries half answer: which they are depends on how the matcher is tuned. */
export function halfKnown(
  language: 'zh' | 'en',
  dial: Dial = 'balanced',
): { text: string; first: string; second: string } {
  const desk = new Desk()
  for (const { id, question, alternatives = [] } of entries) desk.set(id, [question.zh, question.en, ...alternatives])
  for (const text of half[language]) {
    const { zone, ranked } = desk.ask(text, dial)
    const [first, second] = ranked.map(({ entry }) => entry)
    if (zone === 'suggest' && first && second) return { text, first, second }
  }
  throw new Error('the matcher is never half sure of these: find another question')
}

/** An inn with the desk alone. */
export const openDesk = (section: Record<string, unknown> = {}, options: Partial<InnOptions> = {}) =>
  openInn({
    features: [faq],
    migrations: [moderation.migrations], // whether staff is being asked about a message is read there
    sections: { faq: { entries, ...section } },
    languages: ['zh', 'en'],
    timezone: 'Asia/Shanghai',
    ...options,
  })
