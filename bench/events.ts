/** What is measured with: the real logs where `../shared` is there, a made-up month otherwise; spread over groups. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Event } from '../src/core/event.ts'
import { story } from '../test/kill/story.ts'

const folder = join(import.meta.dirname, '../../shared/data/chat/ubuntu-irc')
export const realLogs = existsSync(folder)

interface Said {
  readonly kind: 'message' | 'member.join' | 'member.leave'
  readonly user: string
  readonly text: string
}
/** Nicks and texts in the order of the files; enough of the format for a load, not a reader. */
function readLogs(): Said[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .flatMap((line): Said[] => {
      const said = /^\[\d\d:\d\d\] <([^>]+)> (.*)$/.exec(line)
      if (said) return [{ kind: 'message', user: said[1] as string, text: said[2] as string }]
      const moved = /^=== (\S+) \[.*has (joined|left) /.exec(line)
      return moved
        ? [{ kind: moved[2] === 'joined' ? 'member.join' : 'member.leave', user: moved[1] as string, text: '' }]
        : []
    })
}
function readStory(): Said[] {
  return story(30_000, 7).flatMap((line): Said[] => {
    const { type, user = 'u0', text = '' } = JSON.parse(line) as { type: string; user?: string; text?: string }
    return type === 'message' || type === 'member.join' || type === 'member.leave' ? [{ kind: type, user, text }] : []
  })
}
let said: Said[] | undefined

/**
 * The conversation cut into `groups` consecutive pieces, which then run side by side as groups do; seconds apart, so
 * that minutes and hours go by. `round` says it again two hours later, under other ids; nothing nightly falls due.
 */
export function* events(groups: number, count: number, round = 0): Generator<Event> {
  said ??= realLogs ? readLogs() : readStory()
  const all = said
  const piece = Math.max(1, Math.floor(all.length / groups))
  const start = Date.UTC(2026, 9, 6, 2) + round * 2 * 3_600_000
  for (let n = 0; n < count; n++) {
    const group = n % groups
    const line = all[(group * piece + Math.floor(n / groups)) % all.length] as Said
    const base = {
      id: `bench:${round}:${n}`,
      at: start + n * 250,
      group: `bench:g${group}`,
      user: `bench:${line.user}.${group % 50}`,
      name: line.user,
    }
    if (line.kind === 'message') yield { ...base, type: 'message', text: line.text.slice(0, 2000) }
    else if (line.kind === 'member.join') yield { ...base, type: 'member.join' }
    else yield { ...base, type: 'member.leave', how: 'left' }
  }
}
