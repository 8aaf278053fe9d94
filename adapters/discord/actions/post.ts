/** One text as one or several messages of a channel, each under a nonce of its own: sent twice, they are there once. */
import type { RawFile } from 'discord.js'
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessage,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { messageAt, mintMessage, mostParts } from '../ids.ts'
import { split } from '../text/split.ts'
import { allowed, type Mention, write } from '../text/write.ts'
import { nonceOf, type Performing } from './performing.ts'

/** https://discord.com/developers/docs/resources/message#create-message */
export const messageMax = 2000

export interface Post {
  readonly text: string
  readonly mentions?: readonly Mention[] | undefined
  readonly replyTo?: string | undefined
  readonly image?: { readonly png: string; readonly alt: string } | undefined
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[] | undefined
}

type Body = RESTPostAPIChannelMessageJSONBody & { readonly nonce: string }
/** Messages in order: a reply refers to the first, pictures and buttons are with the last. */
export function bodiesOf(post: Post, channel: string, id: string): Body[] {
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

type Sending = Pick<Performing, 'ground' | 'sent' | 'filed'>

/** The id under which all of them can be found again. */
export function postTo(sending: Sending, channel: string, post: Post): Promise<string> {
  const png = post.image && {
    name: 'picture.png',
    data: Buffer.from(post.image.png, 'base64'),
    contentType: 'image/png',
  }
  return sendAll(sending, channel, bodiesOf(post, channel, sending.filed.id), png)
}
/** As an embed, which has room for twice as much; one message each, for together they may hold only 6,000. */
export function announceTo(sending: Sending, channel: string, text: string): Promise<string> {
  const bodies = embedsOf(text).map((embed, n) => ({
    embeds: [embed],
    nonce: nonceOf(sending.filed.id, n),
    enforce_nonce: true,
    allowed_mentions: allowed(),
  }))
  return sendAll(sending, channel, bodies.slice(0, mostParts))
}
/** The picture goes with the last. */
async function sendAll({ ground, sent }: Sending, channel: string, bodies: readonly Body[], picture?: RawFile) {
  const ids: string[] = []
  for (const [n, body] of bodies.entries()) {
    const files = picture && n === bodies.length - 1 ? { files: [picture] } : {}
    const send = () => ground.client.rest.post(Routes.channelMessages(channel), { body, ...files })
    ids.push(await sent.once(body.nonce, send as () => Promise<APIMessage>))
  }
  return mintMessage(channel, ...ids)
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
