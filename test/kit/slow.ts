/** An adapter that takes its time. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Outcome } from '../../src/core/action.ts'
import type { Filed } from '../../src/core/adapter.ts'
import { Recorder } from './recorder.ts'

/** An adapter whose answers the test gives one by one, in its own time. */
export class Slow extends Recorder {
  readonly open: { filed: Filed; answer: (outcome: Outcome) => void }[] = []
  override answer = (filed: Filed) => new Promise<Outcome>((resolve) => this.open.push({ filed, answer: resolve }))
  text(n = 0) {
    const action = this.open[n]?.filed.action
    return action && 'text' in action ? action.text : undefined
  }
  async done(outcome: Outcome = { ok: true }) {
    this.open.shift()?.answer(outcome)
    await sleep(20)
  }
}
