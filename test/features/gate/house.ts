/** A house with a gate, and words for what it did. */
import type { ActionOf } from '../../../src/core/action.ts'
import gate from '../../../src/features/gate/index.ts'
import moderation from '../../../src/features/moderation/index.ts'
import { type Inn, openInn } from '../../kit/inn.ts'

export type Options = Partial<Parameters<typeof openInn>[0]>
export const wechat = ['send', 'announce', 'whisper', 'kick', 'admit'] as const

/** With a moderator and a regular present; every newcomer is verified unless the section says otherwise. */
export async function gated(section: Record<string, unknown> = {}, more: Options = {}): Promise<Inn> {
  const inn = await openInn({
    features: [moderation, gate],
    languages: ['en'],
    budgets: { removals: 50, deletions: 200, bans: 5, mutes: 200, whispers: 500, posts: 60 },
    sections: { gate: { mode: 'always', ...section } },
    ...more,
  })
  await inn.says('mod', 'good morning')
  await inn.says('rosa', 'good morning to you')
  inn.took()
  return inn
}
/** "call", "kick tom", "whisper tom", … in order, since the last look. */
export const deeds = (inn: Inn): string[] =>
  inn.took().map(({ action }) => {
    const to = 'user' in action && action.user ? ` ${action.user.slice('test:'.length)}` : ''
    return `${action.type}${to}`
  })
/** The questions asked since the last look. */
export const asks = (inn: Inn): ActionOf<'ask'>[] =>
  inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action] : []))
export const stateOf = async (inn: Inn, user: string): Promise<string> => {
  const members = await inn.rows('accounts')
  const id = members.find((row) => row.user === `test:${user}`)?.member_id
  return String((await inn.rows('gate_newcomers')).find((row) => row.member_id === id)?.state ?? '')
}
