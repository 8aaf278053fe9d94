/** A program at the stdio door that kills the bot whenever it likes, and does each action it is told once, by its id. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Run {
  /** Every action that was told, by id: the text of its line, without the mark of repetition. */
  readonly actions: Map<string, string>
  /** Lines for actions that had been told already: what at-least-once costs on a pipe. */
  repeated: number
  kills: number
}
interface Out {
  readonly type: string
  readonly id?: string
  readonly event?: string
  readonly again?: true
}

/** Feeds the lines; kills after each number of acknowledgements in `killAfter`, starts again and feeds what was not acknowledged. */
export async function drive(
  lines: readonly string[],
  db: string,
  rules: string,
  killAfter: readonly number[],
): Promise<Run> {
  const run: Run = { actions: new Map(), repeated: 0, kills: 0 }
  const acked = new Set<string>()
  const plan = [...killAfter]
  for (;;) {
    const open = lines.filter((line) => !acked.has(idOf(line)))
    const killed = await once(open, db, rules, plan.shift(), acked, run)
    if (!killed) return run
    run.kills++
  }
}
const idOf = (line: string) => (JSON.parse(line) as { id: string }).id

/** One life of the bot; true where it was killed. */
async function once(
  lines: readonly string[],
  db: string,
  rules: string,
  killAt: number | undefined,
  acked: Set<string>,
  run: Run,
): Promise<boolean> {
  const args = [
    'src/cli.ts',
    'start',
    '--adapters',
    'stdio',
    '--clock',
    'events',
    '--db',
    db,
    '--rules',
    rules,
    '--log-level',
    'error',
  ]
  const bot = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const died = new Promise<number | null>((resolve) => bot.on('exit', (code) => resolve(code)))
  let complaints = ''
  bot.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  bot.stdin.on('error', () => undefined) // the pipe of a killed bot breaks: that is what is tested
  const feed = feeder(bot, lines)
  feed(underWay)
  let acks = 0
  let killed = false
  for await (const line of createInterface({ input: bot.stdout })) {
    const out = parse(line)
    if (!out) continue // cut in half by the kill
    if (out.type === 'ack' && out.event !== undefined) {
      acked.add(out.event)
      feed(1)
      if (++acks === killAt) {
        killed = true
        bot.kill('SIGKILL')
      }
    } else if (out.type === 'error') throw new Error(`the bot did not understand: ${line}`)
    else note(out, run)
  }
  const code = await died
  if (!killed && code !== 0) throw new Error(`the bot ended with ${code}: ${complaints}`)
  return killed
}
/** So many lines are told without waiting for an answer. */
const underWay = 25
/** Writes the next few lines, and ends the input after the last. */
function feeder(bot: ChildProcessWithoutNullStreams, lines: readonly string[]): (count: number) => void {
  let next = 0
  return (count) => {
    for (const line of lines.slice(next, next + count)) bot.stdin.write(`${line}\n`)
    const before = next
    next += count
    if (before < lines.length && next >= lines.length) bot.stdin.end()
    else if (lines.length === 0) bot.stdin.end()
  }
}
function parse(line: string): Out | undefined {
  try {
    return JSON.parse(line) as Out
  } catch {
    return undefined
  }
}
function note({ again: _again, ...action }: Out, run: Run): void {
  const id = action.id as string
  const text = JSON.stringify(action)
  const known = run.actions.get(id)
  if (known !== undefined && known !== text) throw new Error(`action ${id} changed:\n${known}\n${text}`)
  if (known !== undefined) run.repeated++
  run.actions.set(id, text)
}
