/** The stage at the stdio door: a program on the other side of two pipes, that does what its lines tell it. */
import { PassThrough } from 'node:stream'
import { stdioAdapter } from '../../../adapters/stdio/index.ts'
import { actionTypes } from '../../../src/core/action.ts'
import { EventsClock } from '../../../src/core/clock.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import { features } from '../../../src/features.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'
import type { Store } from '../../../src/store/driver.ts'
import { openStore } from '../../../src/store/open.ts'
import { Unit } from '../../../src/store/unit.ts'
import { Logbook } from '../../kit/inn.ts'
import type { Guest, Input, Line, Platform, Rank, Setting, Stage, Standing } from './stage.ts'
import { nightMs, timezone } from './start.ts'

interface Told {
  readonly type: string
  readonly id: string
  readonly event?: string
  readonly errors?: readonly { readonly message: string }[]
  readonly user?: string
  readonly text?: string
  readonly message?: string
  readonly messages?: readonly string[]
  readonly of?: string
  readonly ask?: string
  readonly options?: readonly { readonly id: string; readonly label: string }[]
}
interface Shown extends Line {
  readonly only?: string | undefined
  readonly ask?: string | undefined
  readonly options?: Told['options']
}
const after: Readonly<Record<string, Standing>> = {
  mute: 'muted',
  unmute: 'in',
  kick: 'out',
  ban: 'banned',
  unban: 'out',
}

class Program {
  readonly input = new PassThrough()
  readonly output = new PassThrough()
  readonly standings = new Map<string, Standing>()
  /** Texts of people, by the message's id. */
  readonly written = new Map<string, string>()
  shown: Shown[] = []
  now = nightMs
  #count = 0
  readonly #acks = new Map<string, (line: Told) => void>()

  constructor() {
    let rest = ''
    this.output.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.#take(JSON.parse(line) as Told)
    })
  }
  /** Resolves with what was acknowledged. */
  async tells(event: object, forMs = 300): Promise<Told> {
    this.now += forMs
    const id = `p${++this.#count}`
    const ack = new Promise<Told>((resolve) => this.#acks.set(id, resolve))
    if ('text' in event) this.written.set(id, String(event.text))
    this.input.write(`${JSON.stringify({ id, at: this.now, ...event })}\n`)
    return ack
  }
  #take(line: Told): void {
    if (line.type === 'error') throw new Error(JSON.stringify(line))
    if (line.type === 'ack') this.#acks.get(line.event ?? '')?.(line)
    else if (line.type === 'edit') this.#edit(line)
    else if (line.text !== undefined) this.#show(line)
    for (const gone of line.type === 'delete' ? [line.message] : (line.messages ?? [])) this.written.delete(gone ?? '')
    const standing = after[line.type]
    if (standing && line.user !== undefined) this.standings.set(line.user, standing)
  }
  #show({ id, text = '', user, ask, options = [] }: Told): void {
    const buttons = options.map(({ label }) => label)
    this.shown.push({ id, text, buttons, alone: user !== undefined, only: user, ask, options })
  }
  #edit({ of, message, text = '', options = [] }: Told): void {
    const buttons = options.map(({ label }) => label)
    const change = (one: Shown) => (one.id === (message ?? of) ? { ...one, text, buttons, options } : one)
    this.shown = this.shown.map(change)
  }
}

class StdioGuest implements Guest {
  readonly name: string
  readonly user: string
  readonly #program: Program
  readonly #by: object
  constructor(program: Program, name: string, rank: Rank, locale: string) {
    this.name = name
    this.user = `u-${name}`
    this.#program = program
    this.#by = {
      group: 'main',
      user: this.user,
      name,
      locale,
      ...(rank !== 'member' && rank !== 'stranger' && { role: rank }),
    }
  }
  async joins(): Promise<void> {
    this.#program.standings.set(this.user, 'in')
    await this.#program.tells({ type: 'member.join', ...this.#by })
  }
  async says(text: string): Promise<void> {
    await this.#program.tells({ type: 'message', ...this.#by, text })
  }
  async orders(command: string, input: Input): Promise<void> {
    const fields = Object.entries(input).map(([key, value]) => [key, value instanceof StdioGuest ? value.user : value])
    this.#answered(
      await this.#program.tells({ type: 'command', ...this.#by, name: command, input: Object.fromEntries(fields) }),
    )
  }
  async appeals(number: number, words: string): Promise<void> {
    const text = `/appeal ${number} ${words}`
    this.#answered(await this.#program.tells({ type: 'message', ...this.#by, text, private: true }))
  }
  async presses(label: string, words: string): Promise<void> {
    const found = (await this.reads()).findLast(({ text, buttons }) => text.includes(words) && buttons.includes(label))
    const { ask, options } = found ?? {}
    const option = options?.find((one) => one.label === label)?.id
    if (option === undefined) throw new Error(`${this.name} has no [${label}] under "${words}"`)
    this.#answered(await this.#program.tells({ type: 'choice', ...this.#by, ask, option }))
  }
  /** What is refused stands in the acknowledgement; the program shows it to who ordered it. */
  #answered({ event = '', errors = [] }: Told): void {
    for (const { message } of errors)
      this.#program.shown.push({ id: event, text: message, buttons: [], alone: true, only: this.user })
  }
  async reads(): Promise<readonly Shown[]> {
    return this.#program.shown.filter(({ only }) => only === undefined || only === this.user)
  }
  async standing(): Promise<Standing> {
    return this.#program.standings.get(this.user) ?? 'out'
  }
}

async function open({ language, sections }: Setting): Promise<Stage> {
  const program = new Program()
  const clock = new EventsClock(nightMs)
  const log = new Logbook()
  const store: Store = await openStore(
    ':memory:',
    features.map(({ migrations }) => migrations),
  )
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: [defaultRulebook({ features, languages: [language], timezone, sections })],
    adapters: [stdioAdapter({ input: program.input, output: program.output, now: () => clock.now() })],
    clock,
    log,
  })
  await engine.start()
  await program.tells({ type: 'group', group: 'main', name: language === 'zh' ? '灯下读书会' : 'Lantern' })
  const comes = async (name: string, rank: Rank = 'member') => {
    const guest = new StdioGuest(program, name, rank, language)
    await guest.joins()
    await engine.idle()
    return guest
  }
  return {
    can: (type) => actionTypes.includes(type),
    comes,
    async storm(names) {
      const all: Guest[] = []
      for (const name of names) all.push(await comes(name))
      return all
    },
    stands: async (text) => [...program.written.values()].includes(text),
    async passes(ms) {
      await program.tells({ type: 'clock' }, ms)
      await engine.idle()
    },
    rows: (table) => store.db.selectFrom(table).selectAll().execute(),
    errors: () => log.errors,
    async close() {
      program.input.end()
      await engine.stop()
      await store.close()
    },
  }
}
export const stdio: Platform = { name: 'stdio', open }
