/** Texts of actions as an interaction says them: split into messages, calling nobody who is not meant to be called. */
import type { RawFile } from 'discord.js'
import type { Action } from '../../../src/core/action.ts'
import { split } from '../text/split.ts'
import { allowed, write } from '../text/write.ts'
import type { Row } from './rows.ts'
import type { Words } from './slip.ts'

const longest = 2000

/** In order; the rows stand under the last, the picture by the first. At least one. */
export function wordsOf(
  action: Pick<Extract<Action, { type: 'send' }>, 'text' | 'mentions' | 'image'>,
  hidden: boolean,
  rows: readonly Row[] = [],
): [Words, ...Words[]] {
  const { text, called } = write(action.text, action.mentions)
  const parts = split(text, longest)
  const all = (parts.length > 0 ? parts : ['\u200b']).map((content, n): Words => {
    const last = n === Math.max(0, parts.length - 1)
    return {
      hidden,
      body: { content, allowed_mentions: allowed(called), ...(last && rows.length > 0 && { components: [...rows] }) },
      ...(n === 0 && action.image && { files: [pictureOf(action.image)] }),
    }
  })
  return all as [Words, ...Words[]]
}
const pictureOf = ({ png }: { png: string }): RawFile => ({ name: 'picture.png', data: Buffer.from(png, 'base64') })

/** A line of the door's own, for one reader. */
export const line = (content: string): Words => ({
  hidden: true,
  body: { content: content.slice(0, longest), allowed_mentions: allowed() },
})
