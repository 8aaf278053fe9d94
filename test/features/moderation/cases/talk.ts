/** A house with two moderators, and what people there read. */
import type { Inn } from '../../../kit/inn.ts'
import { house } from '../house.ts'

export { advert, cases, codes, deeds, house, inForce, toldTo } from '../house.ts'

/** "mod" and "mod2" are moderators, "owner" is the owner. */
export async function staffed(
  section: Record<string, unknown> = {},
  more: Parameters<typeof house>[1] = {},
): Promise<Inn> {
  const inn = await house(section, more)
  await inn.says('mod2', 'good morning')
  await inn.says('owner', 'good morning')
  inn.took()
  return inn
}
/** Every message that went out since the last look, as "whom: text", "group: text" or "edit: text". */
export const script = (inn: Inn): string[] =>
  inn.took().flatMap(({ action }) => {
    if (action.type === 'whisper') return [`${action.user.slice(5)}: ${action.text}`]
    if (action.type === 'ask') return [`${(action.user ?? 'test:group').slice(5)}: ${action.text}`]
    if (action.type === 'send') return [`group: ${action.text}`]
    return action.type === 'edit' ? [`edit: ${action.text}`] : [action.type]
  })
/** The id under which the last text to somebody was sent, for replies to it. */
export function lastTo(inn: Inn, user: string): string {
  const found = inn.adapter.all.findLast(
    ({ action }) => (action.type === 'whisper' || action.type === 'ask') && action.user === `test:${user}`,
  )
  if (!found) throw new Error(`nothing was said to ${user}`)
  return `sent:${found.id}`
}
/** "tom" writes to Innkeeper alone. */
export const confides = (inn: Inn, user: string, text: string, more: Record<string, unknown> = {}) =>
  inn.says(user, text, { private: true, ...more })
/** The answer to /case, as the moderator reads it. */
export async function look(inn: Inn, number: number): Promise<string> {
  inn.took()
  await inn.gives('mod', 'case', { case: String(number) })
  return inn.sent().join('\n')
}
export const caseOf = async (inn: Inn, number: number) =>
  (await inn.rows('moderation_cases')).find((row) => Number(row.number) === number)
