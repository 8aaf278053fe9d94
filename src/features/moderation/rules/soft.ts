/** What rules do that is held against nobody: words, slow mode, locks. Bounded by the hour. */
import type { Draft } from '../../../core/action.ts'
import type { Later } from '../../../core/feature.ts'
import type { ModerationCtx } from '../kit.ts'
import { tellStaff } from '../staff.ts'
import type { Book } from './book.ts'
import type { Fired } from './evaluate.ts'
import type { Happening, Memory } from './happening.ts'
import { raidMode } from './raid-mode.ts'
import { auditOf, inOne, toGroup, toMember } from './said.ts'
import type { Effect, EffectName } from './schema/effects.ts'

export interface Done {
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
  readonly save?: (store: ModerationCtx['store']) => unknown
}
type Caps = Book['hourly']
export interface Doing {
  readonly ctx: ModerationCtx
  readonly now: Happening
  readonly memory: Memory
  readonly caps: Caps
  /** The message goes, so that nothing can answer it or be pinned. */
  readonly gone: boolean
}
const none: Done = { actions: [], later: [] }

/** Which of the hourly amounts an effect uses up; a whisper is in the engine's budget. */
const uses: Partial<Record<EffectName, keyof Caps>> = {
  reply: 'replies',
  send: 'replies',
  alert: 'asks',
  slow: 'changes',
  lock: 'changes',
  pauseInvites: 'changes',
  pin: 'changes',
  raid: 'changes',
}
type Wanted<K extends EffectName> = NonNullable<Effect[K]>
type Doers = { readonly [K in EffectName]?: (doing: Doing, fired: Fired, wanted: Wanted<K>) => Done | Promise<Done> }

const where = ({ place }: Happening) => (place === '' ? {} : { where: place })
const about = ({ ctx }: Doing, fired: Fired) =>
  ({ group: ctx.group.ref, reason: auditOf(ctx, fired), priority: 'moderation' }) as const
/** Done now, and its opposite later: one timer for each thing, so that the last one counts. */
const forAWhile = (doing: Doing, key: string, done: Draft, back: Draft, forMs: number | undefined): Done => ({
  actions: [done],
  later: forMs === undefined ? [] : [{ job: 'rule-later', key, at: doing.ctx.now + forMs, payload: { action: back } }],
})

/** Under this name the platform keeps what stood there. */
const keep = 'rules'
const kept = (forMs: number | undefined) => (forMs === undefined ? {} : { keep })

const doers: Doers = {
  reply: (doing, fired, { for: forMs, ...said }) => {
    const { now, gone } = doing
    const answers = gone || now.spoken === undefined ? {} : { replyTo: now.spoken.message }
    return written(doing, fired, toGroup(now, fired, said), { ...where(now), ...answers }, forMs)
  },
  send: (doing, fired, { channel, for: forMs, ...said }) =>
    written(
      doing,
      fired,
      toGroup(doing.now, fired, said),
      channel === undefined ? where(doing.now) : { where: channel },
      forMs,
    ),
  whisper: ({ ctx, now }, fired, said) =>
    now.member.id === ''
      ? none
      : {
          ...none,
          actions: [{ type: 'whisper', group: ctx.group.ref, user: now.member.user, text: toMember(now, fired, said) }],
        },
  alert: async ({ ctx, now }, fired, said) => ({
    ...none,
    actions: await tellStaff(ctx, (say) => inOne(now, fired, said, say('language') === 'en' ? 'en' : 'zh')),
  }),
  slow: (doing, fired, { gap, for: forMs }) => {
    const slow = { type: 'slow', ...about(doing, fired), ...where(doing.now) } as const
    const gapMs = Math.min(gap, 21_600_000)
    const [set, ended] = [
      { ...slow, gapMs, ...kept(forMs) },
      { ...slow, gapMs: 0, back: keep },
    ]
    return forAWhile(doing, `slow:${doing.now.place}`, set, ended, forMs)
  },
  lock: (doing, fired, { for: forMs }) => {
    const lock = { type: 'lock', ...about(doing, fired), ...where(doing.now) } as const
    return forAWhile(doing, `lock:${doing.now.place}`, { ...lock, locked: true }, { ...lock, locked: false }, forMs)
  },
  pauseInvites: (doing, fired, { for: forMs }) => {
    const invites = { type: 'invites', ...about(doing, fired) } as const
    const [set, ended] = [
      { ...invites, paused: true, ...kept(forMs) },
      { ...invites, paused: false, back: keep },
    ]
    return forAWhile(doing, 'invites', set, ended, forMs)
  },
  pin: ({ ctx, now, gone }) =>
    gone || !now.spoken
      ? none
      : {
          ...none,
          actions: [{ type: 'pin', group: ctx.group.ref, message: now.spoken.message, priority: 'moderation' }],
        },
  raid: ({ ctx }, _fired, { for: forMs }) => raidMode(ctx, forMs),
}

function written(
  doing: Doing,
  { rule }: Fired,
  text: string,
  place: { where?: string; replyTo?: string },
  forMs?: number,
): Done {
  const { ctx, now } = doing
  if (text === '') return none
  const { name, user, id } = now.member
  const called = id !== '' && text.includes(`@${name}`) ? { mentions: [{ user, name: name.slice(0, 100) }] } : {}
  const key = `rule-${rule.id}`
  const unsay: Later = {
    job: 'rule-unsay',
    key: `${now.id}.${rule.id}`,
    at: ctx.now + (forMs ?? 0),
    payload: { of: `${now.id}/moderation.${key}` },
  }
  return {
    actions: [{ type: 'send', group: ctx.group.ref, text, ...place, ...called, ...(forMs !== undefined && { key }) }],
    later: forMs === undefined ? [] : [unsay],
  }
}

const doOne = <K extends EffectName>(name: K, doing: Doing, fired: Fired, effect: Effect) => {
  const [doer, wanted] = [doers[name], effect[name]]
  return doer && wanted !== undefined ? doer(doing, fired, wanted as Wanted<K>) : none
}

/** In order; what is beyond the hour's amount is left out. */
export async function soften(doing: Doing, effects: readonly (Fired & { readonly effect: Effect })[]): Promise<Done> {
  const all: Done[] = []
  for (const { effect, ...fired } of effects)
    for (const name of Object.keys(effect) as EffectName[]) {
      const cap = uses[name]
      if (doers[name] === undefined || effect[name] === undefined) continue
      if (cap && !doing.memory.paces.spend(`hour.${cap}`, doing.now.at, doing.caps[cap])) continue
      all.push(await doOne(name, doing, fired, effect))
    }
  return {
    actions: all.flatMap(({ actions }) => actions),
    later: all.flatMap(({ later }) => later),
    save: async (store) => {
      for (const { save } of all) await save?.(store)
    },
  }
}
