/** The words of a message: what stands in it, or what a link or a file is called. */
import type { Message } from 'wechaty'
import type { messageKinds } from '../../src/core/event.ts'

/** Other kinds carry XML or nothing as their text, which nobody has written. */
export async function textOf(message: Message, kind: (typeof messageKinds)[number] | undefined): Promise<string> {
  if (kind === undefined) return message.text()
  try {
    if (kind === 'link') {
      const link = await message.toUrlLink()
      return [link.title(), link.url()].filter(Boolean).join(' ')
    }
    if (kind === 'mini-program') return (await message.toMiniProgram()).title() ?? ''
  } catch {
    return '' // some puppets tell that it is a link, but not which
  }
  return kind === 'file' ? (message.payload?.filename ?? '') : ''
}
