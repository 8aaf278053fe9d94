/** An adapter that keeps what it is given and checks that it is an action. */
import { type ActionType, actionSchema, actionTypes, type Outcome } from '../../src/core/action.ts'
import type { Adapter, Door, Filed, Health, Limits } from '../../src/core/adapter.ts'
import { eventTypes } from '../../src/core/event.ts'

export class Recorder implements Adapter {
  readonly name: string
  readonly does: readonly ActionType[]
  readonly emits = eventTypes
  readonly idempotent: boolean
  readonly limits: Limits
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
      sendsPerDay?: number
    } = {},
  ) {
    this.name = options.name ?? 'test'
    this.does = options.does ?? actionTypes
    this.idempotent = options.idempotent ?? true
    const { sendsPerMinute = 0, groupGapMs = 0, sendsPerDay = 0 } = options
    this.limits = { text: 0, sendsPerMinute, groupGapMs, sendsPerDay }
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
