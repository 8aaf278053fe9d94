/** One event held against the rules of its kind: what they find, do, count and remember, as one verdict. */
import type { Verdict } from '../../../core/feature.ts'
import { isStaff } from '../../../core/words.ts'
import type { Flagged } from '../flagged.ts'
import type { Judgement } from '../judge.ts'
import type { ModerationCtx } from '../kit.ts'
import type { Store } from '../store.ts'
import { type Book, bookOf, type Chapter } from './book.ts'
import { against, findingOf, isHeld } from './case.ts'
import { counted, read, written } from './counters.ts'
import { type Counting, effectsOf, evaluate, type Fired, type Outcome } from './evaluate.ts'
import type { Happening, Memory } from './happening.ts'
import { keepMarks, type Mark } from './marks.ts'
import { countKey, memoryOf } from './memory.ts'
import { type Doing, type Done, soften } from './soft.ts'

const harmless: Judgement = { level: 'silent', score: 0, findings: [], main: undefined }
type Part = Verdict<Store> | undefined

export async function consult(
  ctx: ModerationCtx,
  chapter: Chapter,
  now: Happening,
  about: Flagged,
  otherwise: (judgement: Judgement) => Promise<Part>,
): Promise<Part> {
  const book = bookOf(ctx.config)
  if (!book) return otherwise(about.judgement)
  const memory = await memoryOf(ctx, book, chapter.needs, now)
  const outcome = evaluate(book, chapter, now, memory)
  const effects = effectsOf(outcome.fired)
  const doing: Doing = { ctx, now, memory, caps: book.hourly, gone: effects.some(({ effect }) => effect.delete) }
  const judgement = outcome.safe ? harmless : about.judgement
  const part = await decided(doing, outcome, { ...about, judgement }, otherwise)
  const soft = await soften(doing, effects)
  return whole(book, doing, outcome, part, soft)
}

/** The case where one is wanted, and what the checks want where none is. */
async function decided(
  doing: Doing,
  outcome: Outcome,
  about: Flagged,
  otherwise: (judgement: Judgement) => Promise<Part>,
): Promise<Part> {
  const { ctx, now } = doing
  const wanting = outcome.fired.filter(({ rule }) => rule.do.some(isHeld))
  const fired = wanting.filter(({ rule }) => !rule.observe)
  const all = (counting: readonly Counting[], number: (one: Counting) => number) => (store: Store) =>
    keepCounts(ctx, now, counting, number)(store)
  if (isStaff(now.member.role) || now.member.id === '' || wanting.length === 0 || outcome.safe)
    return added(
      await otherwise(about.judgement),
      all(outcome.counting, () => 0),
    )
  if (fired.length === 0 && about.judgement.level !== 'silent')
    return added(
      await otherwise(about.judgement),
      all(outcome.counting, () => 0),
    )
  const ids = new Set(fired.map(({ rule }) => rule.id))
  const marks = (counting: readonly Counting[]) => counting.filter(({ rule }) => ids.has(rule.id))
  return against(
    doing,
    { fired: fired.length > 0 ? fired : wanting, effects: effectsOf(fired), about },
    async (store, number) => {
      await keepCounts(ctx, now, outcome.counting, (one) => (ids.has(one.rule.id) ? number : 0))(store)
      const row = await store.cases.find({ community: ctx.community.id, number })
      if (row) await keepMarks(store, row, marksOf(ctx, now, marks(outcome.counting)))
    },
  )
}
const added = (part: Part, save: (store: Store) => unknown): Verdict<Store> => ({
  ...part,
  save: async (store) => {
    await part?.save?.(store)
    await save(store)
  },
})

/** In the order in which they counted; each with the case it belongs to, or 0. */
function keepCounts(
  ctx: ModerationCtx,
  now: Happening,
  counting: readonly Counting[],
  number: (one: Counting) => number,
) {
  return async (store: Store) => {
    for (const one of counting) {
      const counter = bookOf(ctx.config)?.counters[one.counter]
      if (!counter) continue
      const row = await store.counts.get(countKey(ctx, one.counter, counter, now))
      const count = counted(counter, read(row.count), now.at, one.by, number(one))
      store.counts.put({ ...row, count: written(count), at: now.at })
    }
  }
}
const marksOf = (ctx: ModerationCtx, now: Happening, counting: readonly Counting[]): Mark[] =>
  counting.flatMap(({ counter }) => {
    const kind = bookOf(ctx.config)?.counters[counter]
    if (!kind) return []
    const { group_id, member_id, place } = countKey(ctx, counter, kind, now)
    return [{ did: 'count', counter, group_id, own: member_id !== '', place }]
  })

function whole(book: Book, { ctx, now, memory }: Doing, outcome: Outcome, part: Part, soft: Done): Part {
  const { fired, safe } = outcome
  const paces = memory.paces.changed(now.at, book.keys)
  const quiet = effectsOf(fired).some(({ effect }) => effect.quiet)
  const why = fired.length === 0 ? part?.why : reasons(fired, safe, part)
  return {
    ...part,
    actions: [...(part?.actions ?? []), ...soft.actions],
    later: [...(part?.later ?? []), ...soft.later],
    ...(why && { why }),
    stop: part?.stop === true || (quiet && !ctx.group.observe),
    save: async (store) => {
      await part?.save?.(store)
      for (const row of paces) store.rulePaces.put(row)
      await soft.save?.(store)
      if (memory.profile && !now.fresh) keepProfile(store, now, memory)
    },
  }
}
/** One word for it, and every rule that went off with what it found. */
function reasons(fired: readonly Fired[], safe: boolean, part: Part) {
  const observed = fired.every(({ rule }) => rule.observe)
  const own = safe ? 'allowed' : observed ? 'observed' : 'ruled'
  const theirs = part?.why?.decided
  return {
    decided: theirs === undefined || theirs === 'silent' ? own : theirs,
    ...(part?.why?.score !== undefined && { score: part.why.score }),
    checks: [
      ...fired.map((one) => {
        const { name, found } = findingOf(one)
        return { name, found: one.rule.observe ? `${found} (observe)` : found }
      }),
      ...(part?.why?.checks ?? []),
    ],
  }
}
/** Roles that came with a message are the latest there are. */
function keepProfile(store: Store, { roles, at }: Happening, { profile }: Memory) {
  const kept = roles?.join('\n')
  if (profile && kept !== undefined && kept !== profile.roles) store.profiles.put({ ...profile, roles: kept, at })
}
