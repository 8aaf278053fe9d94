/** Who stands at the gate of each group, and what was asked of whom. */
import type { Tables } from '../../core/tables.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { raids } from '../moderation/store.ts'

/**
 * 'waiting' to be asked; 'asked'; 'staff' decides; 'passed'; 'removed' for want of an answer; 'refused' by staff; 'left'
 * before it came to anything. '' was never at the gate.
 */
type State = '' | 'waiting' | 'asked' | 'staff' | 'passed' | 'removed' | 'refused' | 'left'
/** Those whose messages are held. */
const open: readonly State[] = ['waiting', 'asked', 'staff', 'removed']
export const isOpen = ({ state }: Pick<NewcomerRow, 'state'>) => open.some((one) => one === state)

export type NewcomerRow = {
  group_id: string
  member_id: string
  /** A `State`. */
  state: string
  /** 'raid' or 'always': why they have to be verified. */
  cause: string
  came_at: number
  /** When they were asked: which of the group's calls; 0 before. */
  called_at: number
  /** Until when they have time; 0 where it does not run. */
  due_at: number
  /** What the task is made from. */
  seed: number
  /** Wrong answers and times run out, since they passed last. */
  failures: number
  /** How often a hint was sent about a held message, and when last. */
  hints: number
  hinted_at: number
  /** How often they were asked anew because nobody could have seen it. */
  unseen: number
  passed_at: number
  /** The question that staff was asked last; '' where none was. */
  question: string
}
/** One post that asks some newcomers, and how it is called in the outbox. */
export type CallRow = { group_id: string; at: number; action: string; reminder: string }
export type DoorRow = {
  group_id: string
  /** How many rows are open: nobody else's messages are looked at. */
  open: number
  /** When the last call went out, and when the next is due; 0 where none is. */
  called_at: number
  due: number
  /** The raid whose newcomers were looked through. */
  raid: number
}
/** A question to staff about one newcomer or several. */
export type QuestionRow = {
  group_id: string
  id: string
  /** 'open', 'let in', 'removed'. */
  state: string
  /** Ids of the actions that asked, one a line. */
  asked: string
  at: number
}
export const emptyNewcomer: Omit<NewcomerRow, 'group_id' | 'member_id'> = {
  state: '',
  cause: '',
  came_at: 0,
  called_at: 0,
  due_at: 0,
  seed: 0,
  failures: 0,
  hints: 0,
  hinted_at: 0,
  unseen: 0,
  passed_at: 0,
  question: '',
}
export const newcomersTable = 'gate_newcomers'
const newcomersOf = (tables: Tables) =>
  tables.records<NewcomerRow, 'group_id' | 'member_id'>({
    table: newcomersTable,
    key: ['group_id', 'member_id'],
    empty: emptyNewcomer,
    cache: 5000,
  })

/** For other features: whether somebody still has to show that they are a person, or has. Our ids. */
export function gates(tables: Tables) {
  const newcomers = newcomersOf(tables)
  return {
    of(group: string, member: string): MaybePromise<'open' | 'passed' | 'none'> {
      return andThen(newcomers.find({ group_id: group, member_id: member }), (row) =>
        row && isOpen(row) ? 'open' : row?.state === 'passed' ? 'passed' : 'none',
      )
    },
  }
}

export const store = (tables: Tables) => {
  const newcomers = newcomersOf(tables)
  const doors = tables.records<DoorRow, 'group_id'>({
    table: 'gate_doors',
    key: ['group_id'],
    empty: { open: 0, called_at: 0, due: 0, raid: 0 },
  })
  return {
    raids: raids(tables),
    newcomers: newcomers as Pick<typeof newcomers, 'get' | 'find'>,
    doors,
    calls: tables.records<CallRow, 'group_id' | 'at'>({
      table: 'gate_calls',
      key: ['group_id', 'at'],
      empty: { action: '', reminder: '' },
      cache: 500,
    }),
    questions: tables.records<QuestionRow, 'group_id' | 'id'>({
      table: 'gate_questions',
      key: ['group_id', 'id'],
      empty: { state: '', asked: '', at: 0 },
      cache: 500,
    }),
    /** In `save` only: the only way a row changes, so that those at the door are always counted. */
    async keep(row: NewcomerRow): Promise<void> {
      const before = await newcomers.get({ group_id: row.group_id, member_id: row.member_id })
      newcomers.put(row)
      const change = Number(isOpen(row)) - Number(isOpen(before))
      if (change === 0) return
      const door = await doors.get({ group_id: row.group_id })
      doors.put({ ...door, open: Math.max(0, door.open + change) })
    },
  }
}
export type GateStore = ReturnType<typeof store>
