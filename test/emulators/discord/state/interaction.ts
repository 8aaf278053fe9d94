/** One interaction from its dispatch to the end of its token. */
import type { APIMessage, InteractionType } from 'discord-api-types/v10'
import type { Channel, Guild } from './records.ts'

export type Acknowledged = 'message' | 'deferred' | 'update' | 'deferredUpdate' | 'modal' | 'choices' | 'pong'

/** One thing the bot answered, in order. */
export interface Reply {
  readonly kind: 'message' | 'update' | 'followUp' | 'edit' | 'modal' | 'choices' | 'deferred'
  readonly message?: APIMessage
  readonly ephemeral: boolean
  readonly modal?: { custom_id: string; title: string; components: readonly object[] }
  readonly choices?: readonly { name: string; value: string | number }[]
}

export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly at: number
  readonly user: string
  readonly guild: Guild | undefined
  readonly channel: Channel
  /** The command's name or the component's custom id, for error texts and message metadata. */
  readonly name: string
  /** The message whose component was used. */
  readonly source: APIMessage | undefined
  acknowledged: Acknowledged | undefined
  /** Id of the original response, once there is one. */
  original: string | undefined
  /** Deferred as ephemeral, so that the first follow-up is. */
  ephemeral: boolean
  /** Messages that only the user sees; they are in no channel. */
  readonly whispered: Map<string, APIMessage>
  readonly replies: Reply[]
  readonly watchers: Set<() => void>
}

export function replied(interaction: Interaction, reply: Reply): void {
  interaction.replies.push(reply)
  for (const watcher of interaction.watchers) watcher()
}
