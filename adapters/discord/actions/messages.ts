/** Messages of others taken away, one or many. */
import { Routes } from 'discord-api-types/v10'
import type { Outcome } from '../../../src/core/action.ts'
import { done, gone, outcomeOf } from '../errors.ts'
import { madeAt, messageAt } from '../ids.ts'
import { lackingInChannel } from '../safety.ts'
import { auditReason, type Perform, type Performing } from './performing.ts'

/** Discord deletes many at once only while they are younger than two weeks; an hour is left for clocks that differ. */
const youngMs = 14 * 86_400_000 - 3_600_000
const mostAtOnce = 100

export const remove: Perform<'delete'> = async (performing, action) => {
  const at = messageAt(action.message)
  if (!at) return gone('no such message')
  const refusal = mayDelete(performing, at.channel)
  if (refusal) return refusal
  const { rest } = performing.ground.client
  for (const id of at.all)
    await rest.delete(Routes.channelMessage(at.channel, id), { reason: auditReason(action.reason) })
  return done
}
const mayDelete = ({ ground, guild }: Performing, channel: string) =>
  lackingInChannel(ground, guild, channel, ['ViewChannel', 'ManageMessages'])

/** Channel by channel; what is already gone is as it should be. The first refusal is told, after all has been tried. */
export const purge: Perform<'purge'> = async (performing, action) => {
  const byChannel = new Map<string, string[]>()
  for (const at of action.messages.map(messageAt))
    if (at) byChannel.set(at.channel, [...(byChannel.get(at.channel) ?? []), ...at.all])
  let first: Outcome | undefined
  for (const [channel, ids] of byChannel) {
    const outcome =
      mayDelete(performing, channel) ?? (await purgeChannel(performing, channel, [...new Set(ids)], action.reason))
    if (!outcome.ok) first ??= outcome
  }
  return first ?? done
}
async function purgeChannel(
  { ground, languages }: Performing,
  channel: string,
  ids: readonly string[],
  why: string,
): Promise<Outcome> {
  const { rest } = ground.client
  const reason = auditReason(why)
  const young = ids.filter((id) => ground.now() - madeAt(id) < youngMs)
  let first: Outcome | undefined
  const tried = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      const outcome = outcomeOf(error, languages)
      if (outcome.kind !== 'gone') first ??= outcome
    }
  }
  for (let n = 0; young.length > 1 && n < young.length; n += mostAtOnce) {
    const messages = young.slice(n, n + mostAtOnce)
    const [only] = messages
    if (messages.length > 1) await tried(rest.post(Routes.channelBulkDelete(channel), { body: { messages }, reason }))
    else if (only) await tried(rest.delete(Routes.channelMessage(channel, only), { reason }))
  }
  const singly = young.length > 1 ? ids.filter((id) => !young.includes(id)) : ids
  for (const id of singly) await tried(rest.delete(Routes.channelMessage(channel, id), { reason }))
  return first ?? done
}
