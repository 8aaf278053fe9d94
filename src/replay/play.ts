/** Events through the engine, in order, with the schedule between them. */
import type { Receipt } from '../core/adapter.ts'
import type { Engine } from '../core/engine/engine.ts'
import type { Fault, Found } from './reading.ts'
import { Recording } from './record.ts'
import { type Missed, passOver, silenceMs } from './silence.ts'

export interface Played {
  readonly recording: Recording
  readonly missed: readonly Missed[]
  readonly silences: readonly { readonly from: number; readonly to: number }[]
  readonly refused: readonly Fault[]
  /** Events the engine had seen before: exports that overlap. */
  readonly again: number
}
/** Twice as many as the engine takes in one transaction. */
const atOnce = 512

export async function play(
  engine: Engine,
  found: readonly Found[],
  onProgress: (events: number) => void,
): Promise<Played> {
  const recording = new Recording(engine)
  const refused: Fault[] = []
  const missed: Missed[] = []
  const silences: { from: number; to: number }[] = []
  let again = 0
  let before: number | undefined
  for (const stretch of stretchesOf(found)) {
    const [first] = stretch as [Found]
    if (before !== undefined) {
      silences.push({ from: before + silenceMs, to: first.event.at })
      missed.push(...(await passOver(engine, first.event.at)))
    }
    for (let from = 0; from < stretch.length; from += atOnce) {
      const some = stretch.slice(from, from + atOnce)
      const receipts = await Promise.all(some.map(({ event }) => engine.emit(event)))
      await engine.idle()
      await recording.gather(some.map(({ event }) => event.id))
      again += receipts.filter((receipt) => receipt.ok && receipt.seen === 'again').length
      refused.push(...receipts.flatMap((receipt, index) => refusedOf(some[index] as Found, receipt)))
      onProgress(some.length)
    }
    before = (stretch.at(-1) as Found).event.at
    await engine.tick(before + silenceMs)
    await engine.idle()
    await recording.gather([])
  }
  return { recording, missed, silences, refused, again }
}

/** A command that was typed wrongly is refused too, and that is no fault of the file's. */
function refusedOf({ file, line }: Found, receipt: Receipt): Fault[] {
  const unlisted = receipt.ok ? undefined : receipt.errors.find(({ code }) => code.startsWith('group/'))
  return unlisted ? [{ file, line, code: 'refused', vars: { what: unlisted.message } }] : []
}

/** Cut where the logs are silent for long. */
function stretchesOf(found: readonly Found[]): Found[][] {
  const stretches: Found[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const one of found) {
    if (one.event.at - before > silenceMs) stretches.push([])
    stretches.at(-1)?.push(one)
    before = one.event.at
  }
  return stretches
}
