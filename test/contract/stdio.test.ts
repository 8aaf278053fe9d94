/** The platform here is a program on the other side of two pipes. */
import { PassThrough, Readable } from 'node:stream'
import { stdioAdapter } from '../../adapters/stdio/index.ts'
import { contract } from './suite.ts'
import { type Reading, RecordingDoor, type Town, type Townsman } from './town.ts'

interface Line {
  readonly type: string
  readonly id: string
  readonly user?: string
  readonly text?: string
  readonly message?: string
  readonly messages?: readonly string[]
  readonly of?: string
  readonly pin?: boolean
  readonly image?: object
  readonly ask?: string
  readonly options?: readonly { readonly id: string; readonly label: string }[]
}
interface Said extends Reading {
  readonly id: string
  readonly only?: string | undefined
}

/** Does what it is told, once an id. */
class Program {
  readonly input = new PassThrough()
  readonly output = new PassThrough()
  said: Said[] = []
  readonly standings = new Map<string, 'in' | 'out' | 'banned' | 'muted'>()
  readonly #done = new Set<string>()
  lastAsk: Line | undefined
  #count = 0

  constructor() {
    let rest = ''
    this.output.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.#do(JSON.parse(line))
    })
  }
  tells(event: object): string {
    const id = `p${++this.#count}`
    this.input.write(`${JSON.stringify({ id, at: Date.now(), group: 'main', ...event })}\n`)
    return id
  }
  #do(line: Line): void {
    if (line.type === 'ack' || this.#done.has(line.id)) return
    this.#done.add(line.id)
    if (line.type === 'ask') this.lastAsk = line
    if (line.text !== undefined && line.type !== 'edit') this.#write(line, line.text)
    const change = (id: string | undefined, more: Partial<Said>) => {
      this.said = this.said.map((one) => (one.id === id ? { ...one, ...more } : one))
    }
    if (line.type === 'edit') change(line.message ?? line.of, { text: line.text ?? '' })
    if (line.type === 'pin') change(line.message, { pinned: true })
    for (const gone of line.type === 'delete' ? [line.message] : (line.messages ?? [])) change(gone, { text: '' })
    const after = { mute: 'muted', unmute: 'in', kick: 'out', ban: 'banned', unban: 'out' } as const
    if (line.user && line.type in after) this.standings.set(line.user, after[line.type as keyof typeof after])
  }
  #write(line: Line, text: string): void {
    this.said.push({
      id: line.id,
      text,
      only: line.user,
      alone: line.user !== undefined,
      pinned: line.pin ?? false,
      picture: line.image !== undefined,
      ...(line.options && { options: line.options.map(({ label }) => label) }),
    })
  }
}

async function open(): Promise<Town> {
  const program = new Program()
  const door = new RecordingDoor()
  const adapter = stdioAdapter({ input: program.input, output: program.output, now: () => Date.now() })
  await adapter.start(door)

  const townsman = (name: string): Townsman => {
    const user = name.toLowerCase()
    const by = { user, name }
    return {
      user: `stdio:${user}`,
      name,
      async says(text, { replyTo, toBot } = {}) {
        const more = { ...(replyTo !== undefined && { replyTo }), ...(toBot && { mentionsBot: true }) }
        const id = program.tells({ type: 'message', ...by, text, ...more })
        program.said.push({ id, text })
        return id
      },
      leaves: async () => void program.tells({ type: 'member.leave', ...by }),
      edits: async (message, text) => void program.tells({ type: 'edit', ...by, message, text }),
      deletes: async (message) => void program.tells({ type: 'delete', message }),
      reacts: async (message, emoji) => void program.tells({ type: 'reaction', ...by, message, emoji }),
      async presses(label) {
        const option = program.lastAsk?.options?.find((one) => one.label === label)?.id
        program.tells({ type: 'choice', ...by, ask: program.lastAsk?.ask, option })
      },
      reads: async () => program.said.filter(({ only }) => only === undefined || only === user),
      standing: async () => program.standings.get(user) ?? 'in',
    }
  }
  return {
    adapter,
    door,
    trusted: true,
    group: 'stdio:main',
    async comes(name) {
      program.tells({ type: 'member.join', user: name.toLowerCase(), name })
      return townsman(name)
    },
    async close() {
      await adapter.stop()
      program.input.end()
    },
  }
}

contract('stdio', {
  describe: () => stdioAdapter({ input: Readable.from([]), output: new PassThrough(), now: () => 0 }),
  open,
})
