/** A house where `moderation` alone keeps order, and words for what it did. */
import type { Action } from '../../../src/core/action.ts'
import moderation from '../../../src/features/moderation/index.ts'
import { type Inn, openInn } from '../../kit/inn.ts'
import { weighty } from './section.ts'

export const advert = {
  en: 'Earn money fast! DM me on telegram @richman99 and join https://t.me/+abcdef',
  zh: '轻松赚钱，加微信 abc12345 领福利，进群 https://t.me/+abcdef',
} as const

/** With a moderator present; single checks weigh as in `section.ts`. */
export async function house(
  section: Record<string, unknown> = {},
  more: Partial<Parameters<typeof openInn>[0]> = {},
): Promise<Inn> {
  const inn = await openInn({
    features: [moderation],
    languages: ['en'],
    sections: { moderation: weighty(section) },
    ...more,
  })
  await inn.says('mod', 'good morning')
  inn.took()
  return inn
}
/** "delete m3", "mute test:tom 600000", "ask test:mod", … in order, since the last look. */
export const deeds = (inn: Inn): string[] => inn.took().map(({ action }) => deed(action))
function deed(action: Action): string {
  switch (action.type) {
    case 'delete':
      return `delete ${action.message}`
    case 'purge':
      return `purge ${action.messages.join(' ')}`
    case 'mute':
      return `mute ${action.user} ${action.forMs}`
    case 'whisper':
    case 'unmute':
    case 'kick':
    case 'ban':
    case 'unban':
      return `${action.type} ${action.user}`
    case 'ask':
      return `ask ${action.user}`
    default:
      return action.type
  }
}
export const cases = (inn: Inn) => inn.rows('moderation_cases')
export const standings = (inn: Inn) => inn.rows('moderation_standing')
/** What is in force against the only member who has a standing. */
export const inForce = async (inn: Inn): Promise<unknown> =>
  JSON.parse(String((await standings(inn))[0]?.sanctions ?? '[]'))
/** The texts whispered or asked to one account since the last look. */
export const toldTo = (inn: Inn, user: string): string[] =>
  inn
    .took()
    .flatMap(({ action }) =>
      (action.type === 'whisper' || action.type === 'ask') && action.user === `test:${user}` ? [action.text] : [],
    )
export const codes = (receipt: { ok: boolean; errors?: readonly { code: string; message: string }[] }) =>
  receipt.errors?.map(({ code }) => code) ?? []
