/** The posts that ask newcomers, several at once, and remind them at half time. */
import type { Draft, Option } from '../../core/action.ts'
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { Vars } from '../../core/texts.ts'
import { type Localised, pick } from '../../core/words.ts'
import { type GateCtx, gate, welcomes } from './base.ts'
import { atTheGate } from './join.ts'
import { type GateStore, type NewcomerRow, newcomersTable } from './store.ts'
import { isChosen, optionsOf, seedOf, type Task, taskOf } from './task.ts'
import { called, inAll, lasting, namesIn, type Say } from './wording.ts'

export interface Newcomer {
  readonly member: Member
  readonly row: NewcomerRow
}
export const startAsk = 'gate:start'
export const choosePrefix = 'gate:choose:'
const mostAtOnce = 500

/** Those in a state, in the order in which they came; who is gone is told apart. */
export async function those(ctx: GateCtx, state: string, calledAt?: number) {
  const db = await ctx.sql([newcomersTable])
  let rows = db
    .selectFrom(newcomersTable)
    .selectAll()
    .$castTo<NewcomerRow>()
    .where('group_id', '=', ctx.group.id)
    .where('state', '=', state)
  if (calledAt !== undefined) rows = rows.where('called_at', '=', calledAt)
  const here: Newcomer[] = []
  const gone: NewcomerRow[] = []
  for (const row of await rows.orderBy('came_at').orderBy('member_id').limit(mostAtOnce).execute()) {
    const member = await ctx.find(row.member_id)
    if (member?.present) here.push({ member, row })
    else gone.push({ ...row, state: 'left', due_at: 0 })
  }
  return { here, gone }
}
/** Who came with the raid before it was known to be one. */
async function cameBefore(ctx: GateCtx): Promise<Newcomer[]> {
  if (ctx.config.mode !== 'raid' || !(await ctx.store.raids.verifying(ctx.group.id, ctx.now))) return []
  const found: Newcomer[] = []
  for (const id of await ctx.store.raids.came(ctx.group.id)) {
    const member = await ctx.find(id)
    const row = await ctx.store.newcomers.get({ group_id: ctx.group.id, member_id: id })
    if (member?.present && member.role === 'member' && member.joins <= 1 && row.state === '')
      found.push({ member, row: { ...atTheGate(ctx, row, 'raid'), came_at: member.joinedAt } })
  }
  return found
}

export const call = gate.job({
  name: 'call',
  run: async (ctx): Promise<Verdict<GateStore>> => {
    const { here, gone } = await those(ctx, 'waiting')
    const all = [...here, ...(await cameBefore(ctx))]
    const at = ctx.now
    const due_at = at + ctx.config.within
    const shared = seedOf(`${ctx.group.id} ${at}`)
    const seedFor = ({ member }: Newcomer) => (ctx.asks === 'buttons' ? seedOf(`${member.id} ${at}`) : shared)
    const rows = all.map((one) => ({ ...one.row, state: 'asked', called_at: at, due_at, seed: seedFor(one) }))
    const later = [
      { job: 'remind', key: String(at), at: at + Math.floor(ctx.config.within / 2), payload: { at } },
      { job: 'due', key: String(at), at: due_at, payload: { at } },
    ]
    return {
      actions: all.length > 0 ? [post(ctx, all, shared, at, 'call')] : [],
      later: all.length > 0 ? later : [],
      save: async (store) => {
        for (const row of [...gone, ...rows]) await store.keep(row)
        const door = await store.doors.get({ group_id: ctx.group.id })
        store.doors.put({ ...door, due: 0, called_at: all.length > 0 ? at : door.called_at })
        if (all.length > 0)
          store.calls.put({ group_id: ctx.group.id, at, action: `${ctx.source}/gate.call`, reminder: '' })
      },
      why: {
        decided: all.length > 0 ? 'called' : 'nobody there',
        checks: [{ name: 'newcomers', found: String(all.length) }],
      },
    }
  },
})

export const remind = gate.job({
  name: 'remind',
  run: async (ctx) => {
    const at = Number(ctx.payload.at)
    const { here } = await those(ctx, 'asked', at)
    const [first] = here
    const known = await ctx.store.calls.find({ group_id: ctx.group.id, at })
    if (!first || !known) return undefined
    return {
      actions: [post(ctx, here, first.row.seed, at, 'remind')],
      save: (store) => store.calls.put({ ...known, reminder: `${ctx.source}/gate.remind` }),
      why: { decided: 'reminded', checks: [{ name: 'newcomers', found: String(here.length) }] },
    }
  },
})

/** With a button where there are any; else with what is to be written back. */
function post(ctx: GateCtx, all: readonly Newcomer[], seed: number, at: number, key: 'call' | 'remind'): Draft {
  const task = taskOf(ctx.config, seed)
  const members = all.map(({ member }) => member)
  const left = key === 'call' ? ctx.config.within : at + ctx.config.within - ctx.now
  const text = (say: Say) => {
    const names = namesIn(say, members, '@')
    if (key === 'remind') return `${say('remind.head', { names, for: lasting(say, left) })}${again(ctx, say, task)}`
    return say(`call.${wayOf(ctx, task)}`, {
      names,
      for: lasting(say, left),
      ...inWords(task, say),
      hello: welcomes(ctx) ? '' : say('hello'),
    })
  }
  const about = { group: ctx.group.ref, key, text: inAll(ctx, text), mentions: called(members) } as const
  const options = offered(ctx, task, seed)
  const ask = ctx.asks === 'buttons' || task.kind === 'button' ? startAsk : `${choosePrefix}${at}`
  return options.length > 0
    ? { type: 'ask', ...about, ask, options, priority: 'moderation' }
    : { type: 'send', ...about, priority: 'moderation' }
}
/** What cannot be read under a button is said once more. */
const again = (ctx: GateCtx, say: Say, task: Task) =>
  ctx.asks === 'buttons' || task.kind === 'button' ? '' : `\n${taskIn(say, task)}`
function wayOf(ctx: GateCtx, task: Task) {
  if (ctx.asks === 'buttons') return task.kind === 'button' ? 'button' : 'task'
  if (task.kind === 'button') return 'numbers'
  return task.kind === 'question' && task.question.options ? 'choose' : task.kind
}
function offered(ctx: GateCtx, task: Task, seed: number): Option[] {
  const { languages } = ctx.group
  if (ctx.asks === 'buttons' || task.kind === 'button') {
    const key = task.kind === 'button' ? 'button.person' : 'button.start'
    return [{ id: 'start', label: inAll(ctx, (say) => say(key)).replaceAll('\n', ' · '), style: 'primary' }]
  }
  return isChosen(task, ctx.asks) ? optionsOf(task, seed, languages) : []
}
const inWords = (task: Task, say: Say): Vars =>
  task.kind === 'sum'
    ? { a: task.a, b: task.b }
    : { question: task.kind === 'question' ? ownWords(task.question.text, say) : '' }
const ownWords = (both: Localised, say: Say) => pick(both, say('language') === 'en' ? 'en' : 'zh')
/** The task itself. */
export const taskIn = (say: Say, task: Task): string =>
  task.kind === 'sum'
    ? say('task.sum', { a: task.a, b: task.b })
    : task.kind === 'question'
      ? ownWords(task.question.text, say)
      : ''
