/** One text as one or several messages of a channel, each under a nonce of its own: sent twice, they are there once. */
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessage,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'
import { messageAt, mintMessage, mostParts } from '../ids.ts'
import { split } from '../text/split.ts'
import { allowed, type Mention, write } from '../text/write.ts'
import { nonceOf } from './performing.ts'

/** https://discord.com/developers/docs/resources/message#create-message */
export const messageMax = 2000

export interface Post {
  readonly text: string
  readonly mentions?: readonly Mention[] | undefined
  readonly replyTo?: string | undefined
  readonly image?: { readonly png: string; readonly alt: string } | undefined
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[] | undefined
}

/** Messages in order: a reply refers to the first, pictures and buttons are with the last. */
export function bodiesOf(post: Post, channel: string, id: string): RESTPostAPIChannelMessageJSONBody[] {
  const { text, called } = write(post.text, post.mentions)
  const parts = split(text, messageMax).slice(0, mostParts)
  if (parts.length === 0) parts.push('')
  const answered = post.replyTo === undefined ? undefined : messageAt(post.replyTo)
  return parts.map((content, n) => ({
    content,
    nonce: nonceOf(id, n),
    enforce_nonce: true,
    allowed_mentions: allowed(called.filter((user) => content.includes(`<@${user}>`))),
    ...(n === 0 &&
      answered?.channel === channel && {
        message_reference: { message_id: answered.message, channel_id: channel, fail_if_not_exists: false },
      }),
    ...(n === parts.length - 1 && post.components?.length && { components: [...post.components] }),
    ...(n === parts.length - 1 &&
      post.image && {
        attachments: [{ id: '0', filename: 'picture.png', description: post.image.alt.slice(0, 1024) }],
      }),
  }))
}

/** The id under which all of them can be found again. */
export async function postTo(ground: Ground, channel: string, post: Post, id: string): Promise<string> {
  const bodies = bodiesOf(post, channel, id)
  const sent: string[] = []
  for (const [n, body] of bodies.entries()) {
    const isLast = n === bodies.length - 1
    const files =
      isLast && post.image
        ? [{ name: 'picture.png', data: Buffer.from(post.image.png, 'base64'), contentType: 'image/png' }]
        : undefined
    const message = (await ground.client.rest.post(Routes.channelMessages(channel), {
      body,
      ...(files && { files }),
    })) as APIMessage
    sent.push(message.id)
  }
  return mintMessage(channel, ...sent)
}

/** As an embed, which has room for twice as much; one message each, for together they may hold only 6,000. */
export async function announceTo(ground: Ground, channel: string, text: string, id: string): Promise<string> {
  const sent: string[] = []
  for (const [n, embed] of embedsOf(text).slice(0, mostParts).entries()) {
    const body = { embeds: [embed], nonce: nonceOf(id, n), enforce_nonce: true, allowed_mentions: allowed() }
    const message = (await ground.client.rest.post(Routes.channelMessages(channel), { body })) as APIMessage
    sent.push(message.id)
  }
  return mintMessage(channel, ...sent)
}
const descriptionMax = 4096
const titleMax = 256
/** A heading that begins the text is the title. */
export function embedsOf(text: string): APIEmbed[] {
  const [, heading, rest] = /^#{1,3}\s+([^\n]+)\n*([\s\S]*)$/.exec(text.trim()) ?? []
  const title = heading !== undefined && heading.length <= titleMax ? heading : undefined
  const parts = split(write(title === undefined ? text : (rest ?? '')).text, descriptionMax)
  if (parts.length === 0) parts.push('')
  return parts.map((description, n) => ({ description, ...(n === 0 && title !== undefined && { title }) }))
}
