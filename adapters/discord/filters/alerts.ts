/** What AutoMod did, as an event of ours. */
import { createHash } from 'node:crypto'
import { AutoModerationActionType } from 'discord-api-types/v10'
import type { EventOf } from '../../../src/core/event.ts'
import type { Role } from '../../../src/core/words.ts'
import { mint, mintMessage } from '../ids.ts'

/** As discord.js’s `AutoModerationActionExecution` has it. */
export interface Execution {
  readonly guild: { readonly id: string }
  readonly action: { readonly type: AutoModerationActionType }
  readonly ruleId: string
  readonly userId: string
  readonly channelId: string | null
  readonly messageId: string | null
  /** Empty without the intent to read messages. */
  readonly content: string
  readonly matchedKeyword: string | null
  readonly matchedContent: string | null
}
/** The rule, where it is known: Discord only says its id. */
export interface Rule {
  readonly name: string
  readonly actions: readonly { readonly type: AutoModerationActionType }[]
}
interface Seen {
  /** Epoch milliseconds. */
  readonly at: number
  readonly rule: Rule | undefined
  readonly name?: string | undefined
  readonly role?: Role | undefined
}

/**
 * Discord tells of every action of a rule by itself: the first of them that the rule has is the event, the others are
 * undefined. There is no id of the occasion, so that one is made of what it was, and of the minute.
 */
export function filteredEvent(done: Execution, { at, rule, name, role }: Seen): EventOf<'filtered'> | undefined {
  const [first] = order.filter((type) => !rule || rule.actions.some((action) => action.type === type))
  if (done.action.type !== (first ?? AutoModerationActionType.BlockMessage)) return undefined
  return {
    type: 'filtered',
    id: `filtered:${done.ruleId}:${done.userId}:${done.messageId ?? occasion(done, at)}`,
    at,
    group: mint(done.guild.id),
    ...(done.channelId && { where: done.channelId }),
    user: mint(done.userId),
    ...(name !== undefined && { name: name.slice(0, 100).toWellFormed() }),
    ...(role && { role }),
    ...(done.channelId && done.messageId && { message: mintMessage(done.channelId, done.messageId) }),
    text: done.content,
    rule: (rule?.name ?? 'AutoMod').slice(0, 200),
    matched: (done.matchedKeyword ?? done.matchedContent ?? '').slice(0, 200).toWellFormed(),
  }
}
const order = [
  AutoModerationActionType.BlockMessage,
  AutoModerationActionType.SendAlertMessage,
  AutoModerationActionType.Timeout,
] as const

const minuteMs = 60_000
function occasion({ channelId, content, matchedContent }: Execution, at: number): string {
  const what = [channelId, content, matchedContent, Math.floor(at / minuteMs)].join('\n')
  return createHash('sha256').update(what).digest('base64url').slice(0, 16)
}
