/** A list from an address or a file, taken only whole: as long as a list may be, and with every line signed. */
import { setImmediate as breath } from 'node:timers/promises'
import { InnkeeperError } from '../../../core/errors.ts'
import { type Entry, inForceOf, publicKeyOf, read } from './format.ts'

const waitMs = 30_000
export const mostCharacters = 4_000_000

/** @throws InnkeeperError bans/unreachable */
export async function fetched(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(waitMs) })
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    return await shortEnough(answer)
  } catch (cause) {
    throw new InnkeeperError('bans/unreachable', { place: address, detail: reasonOf(cause), cause })
  }
}
async function shortEnough(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mostCharacters) throw new Error(`longer than ${mostCharacters} characters`)
  }
  return text + decoder.decode()
}
/** What `fetch` throws says "fetch failed"; why stands in its cause. */
const reasonOf = (error: unknown): string => {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined }
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}

export interface Checked {
  /** How many lines. */
  readonly lines: number
  /** Who is banned in the end. */
  readonly standing: ReadonlyMap<string, Entry>
}
/** A signature takes a tenth of a millisecond to check; others have their turn between so many. */
const atOnce = 200
const mostTold = 5
/** @throws InnkeeperError bans/no-key, or bans/not-signed that names the first lines at fault. */
export async function checked(text: string, place: string, key: string): Promise<Checked> {
  const known = publicKeyOf(key)
  if (!known) throw new InnkeeperError('bans/no-key', { place, detail: 'It is no Ed25519 public key.' })
  const lines = text.split('\n')
  const entries: Entry[] = []
  const bad: string[] = []
  for (let at = 0; at < lines.length; at += atOnce) {
    const some = read(lines.slice(at, at + atOnce).join('\n'), known)
    entries.push(...some.entries)
    bad.push(...some.bad.map(({ line, detail }) => `line ${at + line} ${detail}`))
    await breath()
  }
  if (bad.length > 0) throw new InnkeeperError('bans/not-signed', { place, detail: bad.slice(0, mostTold).join('; ') })
  return { lines: entries.length, standing: inForceOf(entries) }
}
