/** What is said: to a channel, to one member in private, as a question with buttons; and what was said, said otherwise. */

import { DiscordAPIError } from 'discord.js'
import { Routes } from 'discord-api-types/v10'
import type { Outcome } from '../../../src/core/action.ts'
import { channelFor } from '../channels.ts'
import { denied, done, gone } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { messageAt } from '../ids.ts'
import { rightsFor } from '../permissions.ts'
import { lackingInChannel } from '../safety.ts'
import { accountOf, type Perform, type Performing } from './performing.ts'
import { announceTo, type Post, postTo } from './post.ts'

type Saying = { readonly where?: string | undefined; readonly to?: 'staff' | undefined }

/** The channel to write in, or why there is none. */
function placeFor(
  { ground, guild, filed, languages }: Performing,
  saying: Saying,
  needs: readonly ('EmbedLinks' | 'AttachFiles')[] = [],
) {
  const channel = channelFor(ground, guild, { where: saying.where, to: saying.to, feature: filed.feature })
  if (channel === undefined) return { refusal: denied(languages, 'denied.channel.none') }
  const isThread = guild.channels.cache.get(channel)?.isThread() ?? false
  const wanted = ['ViewChannel', isThread ? 'SendMessagesInThreads' : 'SendMessages', ...needs] as const
  const refusal = lackingInChannel(ground, guild, channel, wanted)
  return refusal ? { refusal } : { channel }
}

export const send: Perform<'send'> = async (performing, action) => {
  const { refusal, channel } = placeFor(performing, action, action.image ? ['AttachFiles'] : [])
  if (channel === undefined) return refusal
  return posted(performing, channel, action, action.pin)
}
export const announce: Perform<'announce'> = async (performing, action) => {
  const { refusal, channel } = placeFor(performing, action, ['EmbedLinks'])
  if (channel === undefined) return refusal
  return { ok: true, message: await announceTo(performing, channel, action.text) }
}
export const ask: Perform<'ask'> = async (performing, action) => {
  const { interactions, guild } = performing
  const isPrivate = action.user !== undefined
  const components = await interactions.components(action.ask, action.options, isPrivate ? guild.id : undefined)
  const post = { ...action, components }
  if (action.user !== undefined) return inPrivate(performing, { user: action.user }, post)
  const { refusal, channel } = placeFor(performing, action)
  return channel === undefined ? refusal : posted(performing, channel, post, action.pin)
}
export const whisper: Perform<'whisper'> = (performing, action) => inPrivate(performing, action, { text: action.text })

async function posted(performing: Performing, channel: string, post: Post, pin = false): Promise<Outcome> {
  const { ground, guild, languages } = performing
  // Discord refuses a reply to what the bot may not read; it is said all the same.
  const blind = lackingInChannel(ground, guild, channel, ['ReadMessageHistory']) !== undefined
  const message = await postTo(performing, channel, blind ? { ...post, replyTo: undefined } : post)
  const first = messageAt(message)
  if (!pin || !first || lackingInChannel(ground, guild, channel, ['PinMessages'])) return { ok: true, message }
  try {
    await pinned(ground, channel, first.message)
  } catch (error) {
    // It is said, which is what matters: it is not said again because it could not be pinned.
    ground.log.warn({ channel, error, languages }, 'a message could not be pinned')
  }
  return { ok: true, message }
}
async function inPrivate(performing: Performing, to: { readonly user: string }, post: Post): Promise<Outcome> {
  const { ground, privates } = performing
  const account = accountOf(to)
  if (!('id' in account)) return account
  const channel = await privates.of(ground, account.id)
  if (typeof channel !== 'string') return channel
  return { ok: true, message: await postTo(performing, channel, { ...post, replyTo: undefined }) }
}

export const pin: Perform<'pin'> = async ({ ground, guild }, action) => {
  const at = messageAt(action.message)
  if (!at) return gone('no such message')
  const refusal = lackingInChannel(
    ground,
    guild,
    at.channel,
    rightsFor.pin.map(({ permission }) => permission),
  )
  if (refusal) return refusal
  await pinned(ground, at.channel, at.message)
  return done
}

/** Servers that are compatible with an older Discord know only the older address: it is a 404 without a code there. */
async function pinned({ client: { rest } }: Ground, channel: string, message: string): Promise<void> {
  try {
    await rest.put(Routes.channelMessagesPin(channel, message))
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status !== 404 || Number(error.code) >= 10_000) throw error
    await rest.put(Routes.channelPin(channel, message))
  }
}
