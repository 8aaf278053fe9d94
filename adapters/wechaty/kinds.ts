/** What a message is, beside text. */
import type { types } from 'wechaty-puppet'
import type { messageKinds } from '../../src/core/event.ts'

type Kind = (typeof messageKinds)[number]
type Name = keyof typeof types.Message

const kinds: Readonly<Partial<Record<Name, Kind>>> = {
  Attachment: 'file',
  Audio: 'audio',
  Contact: 'card',
  ChatHistory: 'forward',
  Emoticon: 'sticker',
  Image: 'image',
  Location: 'location',
  MiniProgram: 'mini-program',
  Url: 'link',
  Video: 'video',
}
/** Said by somebody. What is left out is WeChat's own talk: notices, news of transfers. */
const said: ReadonlySet<Name> = new Set([...(Object.keys(kinds) as Name[]), 'Text', 'GroupNote', 'Post', 'RedEnvelope'])
const attached: ReadonlySet<Kind> = new Set(['file', 'audio', 'image', 'video'])

export interface Nature {
  readonly said: boolean
  readonly kind: Kind | undefined
  readonly attachments: number
}
export function natureOf(name: string): Nature {
  const kind = kinds[name as Name]
  return { said: said.has(name as Name), kind, attachments: kind && attached.has(kind) ? 1 : 0 }
}
