/** What was said, said otherwise. */
import { type APIMessage, Routes } from 'discord-api-types/v10'
import { gone } from '../errors.ts'
import { type MessageAt, messageAt, mintMessage } from '../ids.ts'
import { allowed } from '../text/write.ts'
import type { Perform, Performing } from './performing.ts'
import { bodiesOf } from './post.ts'

/** The parts are written over one by one; what is too many now goes, what is too few is added below. */
export const edit: Perform<'edit'> = async (performing, action) => {
  const { ground, filed } = performing
  const at = filed.message === undefined ? undefined : messageAt(filed.message)
  if (!at) return gone('no such message')
  const { rest } = ground.client
  const components = action.options?.length ? await rowsFor(performing, at, action.options) : undefined
  const ids: string[] = []
  for (const [n, body] of bodiesOf({ text: action.text, components }, at.channel, filed.id).entries()) {
    const id = at.all[n]
    const rows = action.options ? { components: body.components ?? [] } : {}
    const change = { content: body.content, allowed_mentions: allowed(), ...rows }
    if (id) await rest.patch(Routes.channelMessage(at.channel, id), { body: change })
    const fresh = id ? undefined : ((await rest.post(Routes.channelMessages(at.channel), { body })) as APIMessage)
    ids.push(id ?? fresh?.id ?? '')
  }
  for (const id of at.all.slice(ids.length)) await rest.delete(Routes.channelMessage(at.channel, id))
  return { ok: true, message: mintMessage(at.channel, ...ids) }
}

/** A channel that is none of the server's is a private one: there buttons have to say which server they are about. */
async function rowsFor(
  { filed, guild, interactions }: Performing,
  { channel }: MessageAt,
  options: Parameters<Performing['interactions']['components']>[1],
) {
  const about = guild.channels.cache.has(channel) ? undefined : guild.id
  return filed.ask === undefined ? undefined : interactions.components(filed.ask, options, about)
}
