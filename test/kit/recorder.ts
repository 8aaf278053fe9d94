/** An adapter that keeps what it is given and checks that it is an action. */
import { type ActionType, actionSchema, actionTypes, type Outcome } from '../../src/core/action.ts'
import type { Adapter, Door, Filed, Health } from '../../src/core/adapter.ts'
import { eventTypes } from '../../src/core/event.ts'

export class Recorder implements Adapter {
  readonly name: string
  readonly does: readonly ActionType[]
  readonly emits = eventTypes
  readonly idempotent: boolean
  readonly limits
  /** Everything delivered, in order. */
  readonly all: Filed[] = []
  /** What to answer instead of success, by action. */
  answer: (filed: Filed) => Outcome | Promise<Outcome> = (filed) => ({ ok: true, message: `sent:${filed.id}` })
  door: Door | undefined

  constructor(
    options: {
      name?: string
      does?: readonly ActionType[]
      idempotent?: boolean
      sendsPerMinute?: number
      groupGapMs?: number
    } = {},
  ) {
    this.name = options.name ?? 'test'
    this.does = options.does ?? actionTypes
    this.idempotent = options.idempotent ?? true
    this.limits = { text: 0, sendsPerMinute: options.sendsPerMinute ?? 0, groupGapMs: options.groupGapMs ?? 0 }
  }
  async start(door: Door) {
    this.door = door
  }
  async perform(filed: Filed): Promise<Outcome> {
    actionSchema.parse(filed.action)
    const outcome = await this.answer(filed)
    if (outcome.ok) this.all.push(filed)
    return outcome
  }
  health(): Health {
    return { state: 'up', since: 0 }
  }
  async stop() {
    this.door = undefined
  }
}
