/** Plays a journey on a stage and writes down what was done and read, as a transcript for people. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Guest, Input, Line, Rank, Stage } from './stage.ts'

const folder = '.artifacts/transcripts'
const soon = { timeout: 25_000, interval: 15 }

export class Play {
  readonly stage: Stage
  readonly #title: string
  readonly #script: string[] = []
  readonly #guests: Guest[] = []
  readonly #read = new Set<string>()

  constructor(stage: Stage, title: string) {
    this.stage = stage
    this.#title = title
  }
  async comes(name: string, rank?: Rank): Promise<Guest> {
    const guest = await this.stage.comes(name, rank)
    this.#guests.push(guest)
    return guest
  }
  async says(guest: Guest, text: string): Promise<void> {
    this.#script.push(`${guest.name}: ${text}`)
    await guest.says(text)
    await this.#note()
  }
  async orders(guest: Guest, command: string, input: Input): Promise<void> {
    const fields = Object.values(input).map((value) => (typeof value === 'object' ? `@${value.name}` : String(value)))
    this.#script.push(`${guest.name} ⌘ /${[command, ...fields].join(' ')}`)
    await guest.orders(command, input)
    await this.#note()
  }
  async appeals(guest: Guest, number: number, words: string): Promise<void> {
    this.#script.push(`${guest.name} ⌘ /appeal ${number} ${words}`)
    await guest.appeals(number, words)
    await this.#note()
  }
  async presses(guest: Guest, label: string, words: string): Promise<void> {
    this.#script.push(`${guest.name} ☞ ${label}`)
    await guest.presses(label, words)
    await this.#note()
  }
  async storms(names: readonly string[]): Promise<readonly Guest[]> {
    this.#script.push(`… ${names.length} × ${names[0]}, ${names[1]}, …`)
    const all = await this.stage.storm(names)
    await this.#note()
    return all
  }
  async passes(minutes: number): Promise<void> {
    this.#script.push(`… ${minutes} min`)
    await this.stage.passes(minutes * 60_000)
    await this.#note()
  }
  /** The latest line that matches, waited for. */
  async hears(guest: Guest, pattern: RegExp): Promise<Line> {
    const found = async () => (await guest.reads()).findLast(({ text }) => pattern.test(text))
    await expect
      .poll(found, { ...soon, message: `${guest.name} reads ${pattern}` })
      .toBeDefined()
      .catch((error: unknown) => this.#missed(error))
    await this.#note()
    return (await found()) as Line
  }
  /** What a guest reads that matches, now. */
  async lines(guest: Guest, pattern: RegExp): Promise<readonly Line[]> {
    return (await guest.reads()).filter(({ text }) => pattern.test(text))
  }
  async is(guest: Guest, standing: Awaited<ReturnType<Guest['standing']>>): Promise<void> {
    await expect
      .poll(() => guest.standing(), { ...soon, message: `${guest.name} is ${standing}` })
      .toBe(standing)
      .catch((error: unknown) => this.#missed(error))
  }
  async #missed(error: unknown): Promise<never> {
    await this.#note()
    const told = this.#script.slice(-25).join('\n')
    throw new Error(`${error instanceof Error ? error.message : error}\n${told}`, { cause: error })
  }
  async #note(): Promise<void> {
    for (const guest of this.#guests)
      for (const line of await guest.reads()) {
        const key = `${line.alone ? guest.name : ''} ${line.id} ${line.text}`
        if (this.#read.has(key)) continue
        this.#read.add(key)
        this.#script.push(shown(line, guest))
      }
  }
  /** The end of the story: nothing broke behind the stage. */
  async ends(): Promise<void> {
    await this.#note()
    expect(this.stage.errors()).toEqual([])
  }
  /** Keeps what was played, however it ended. */
  async close(): Promise<void> {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${this.#title}.txt`), `${this.#script.join('\n')}\n`)
    await this.stage.close()
  }
}
const shown = ({ text, buttons, alone }: Line, { name }: Guest): string =>
  [
    `  ${alone ? `→ ${name}` : '⇉'}  ${text.replaceAll('\n', '\n     ')}`,
    ...(buttons.length > 0 ? [`     [${buttons.join('] [')}]`] : []),
  ].join('\n')
