/** Every message and edit: read, judged, remembered as a sketch. The way most messages take costs one row. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { andThen, isStaff, type MaybePromise } from '../../core/words.ts'
import { type Account, accountOf } from './account.ts'
import { attachedOf } from './attached.ts'
import { both } from './both.ts'
import type { Config } from './config.ts'
import { edited } from './edited.ts'
import { type Flagged, flagged } from './flagged.ts'
import { formOf } from './form.ts'
import { withId } from './ids.ts'
import { type Judgement, judge } from './judge.ts'
import { moderation } from './kit.ts'
import { type Learned, learnedFor, nothingLearned } from './learning.ts'
import { joinedInRaid } from './raid/levels.ts'
import { raidBySaid } from './raid/said.ts'
import { Reading } from './reading.ts'
import { chapterOf } from './rules/book.ts'
import { byRules, rulesForStaff } from './rules/hear.ts'
import type { GroupRow, PaceRow, Store } from './store.ts'
import { crowdWindow, markOf, push, saidWindow } from './window.ts'

type MessageCtx = EventCtx<Config, Store, 'message'>
type EditCtx = EventCtx<Config, Store, 'edit'>
type Spoken = MessageCtx | EditCtx

export const onMessage = moderation.on('message', (ctx) =>
  isExempt(ctx) ? rulesForStaff(ctx) : whenKnown(ctx, (pace, group) => spoken(ctx, pace, group)),
)
export const onEdit = moderation.on('edit', (ctx) =>
  isExempt(ctx) ? rulesForStaff(ctx) : whenKnown(ctx, (pace, group) => edited(ctx, pace, group, settled)),
)

const isExempt = ({ member, event }: Spoken) => event.bot === true || isStaff(member.role)

function isNewcomer(config: Config, pace: PaceRow, joinedAt: number, now: number): boolean {
  const { messages, hours } = config.newcomers
  return pace.meaningful < messages && now - joinedAt < hours * 3_600_000
}

type Answer = MaybePromise<Verdict<Store> | undefined>
/** The group's row is only read for newcomers. Promises only where the database has to be asked. */
function whenKnown(ctx: Spoken, next: (pace: PaceRow, group: GroupRow | undefined) => Answer): Answer {
  const key = { group_id: ctx.group.id, member_id: ctx.member.id }
  return andThen(ctx.store.pace.get(key), (pace) =>
    isNewcomer(ctx.config, pace, ctx.member.joinedAt, ctx.now)
      ? andThen(ctx.store.groups.get({ group_id: ctx.group.id }), (group) => next(pace, group))
      : next(pace, undefined),
  )
}

function spoken(ctx: MessageCtx, pace: PaceRow, group: GroupRow | undefined): Answer {
  return group === undefined
    ? read(ctx, pace, undefined, {})
    : andThen(accountOf(ctx), (account) => read(ctx, pace, group, account))
}
function read(ctx: MessageCtx, pace: PaceRow, group: GroupRow | undefined, account: Account): Answer {
  const { event, member } = ctx
  const reading = new Reading({
    text: event.text,
    mentions: event.mentions ? new Set(event.mentions).size : 0,
    newcomer: group !== undefined,
    raider: group !== undefined && joinedInRaid(group, member.joinedAt),
    name: member.name,
    ...account,
  })
  return andThen(learnedBy(ctx, reading), (learned) => said(ctx, pace, group, reading, learned))
}
/** Only newcomers' messages are held against what was learned. */
const learnedBy = (ctx: MessageCtx, reading: Reading) =>
  reading.said.newcomer ? learnedFor(ctx.store, ctx.community.id, reading) : nothingLearned

function said(ctx: MessageCtx, pace: PaceRow, group: GroupRow | undefined, reading: Reading, learned: Learned): Answer {
  const { config, event, member } = ctx
  const mark = group ? markOf(member.id) : ''
  const before = { at: event.at, said: pace.said, crowd: group?.crowd ?? '', mark }
  const judgement = judge(config, reading, before, learned)
  const after = paceAfter(ctx, pace, reading, judgement, group !== undefined)
  const crowded = group && crowdAfter(config, group, reading, mark, event.at, judgement.findings.length > 0)
  const remember = (store: Store) => {
    store.pace.put(after)
    if (crowded) store.groups.put(crowded)
  }
  const message = event.message ?? event.id
  const attachments = attachedOf(event)
  const about = { event: event.id, member, message, text: event.text, attachments, judgement, remember }
  const verdict = settled(ctx, reading, about)
  const inChorus = judgement.findings.some(({ name }) => name === 'crowd')
  return group && inChorus ? withRaid(ctx, verdict, group, { code: reading.sketch.code, mark, at: event.at }) : verdict
}
/** Several newcomers who say the same may be a raid, whatever becomes of this message. */
const withRaid = async (ctx: MessageCtx, verdict: Answer, group: GroupRow, said: Parameters<typeof raidBySaid>[2]) =>
  both(await verdict, await raidBySaid(ctx, group, said))
/** By the owner's rules where there are any, and by what the checks found. */
function settled(ctx: Spoken, reading: Reading, about: Flagged): Answer {
  const chapter = chapterOf(ctx.config, ctx.event.type)
  return chapter ? byRules(ctx, chapter, reading, about, byChecks) : byChecks(ctx, about)
}
const byChecks = (ctx: Spoken, about: Flagged): Answer =>
  about.judgement.level === 'silent' ? quiet(about.judgement, about.remember) : flagged(ctx, about)

function quiet({ score, findings }: Judgement, remember: (store: Store) => void): Verdict<Store> {
  if (findings.length === 0) return { save: remember }
  const checks = findings.map(({ name, score: each, found }) => ({ name, score: each, found }))
  return { save: remember, why: { decided: 'silent', score, checks } }
}

/** "哈哈哈哈哈哈哈哈" fills fewer places of a sketch than this: long, but it says nothing. */
const fewestFilled = 4

function paceAfter(
  { config, event }: MessageCtx,
  pace: PaceRow,
  reading: Reading,
  { level }: Judgement,
  newcomer: boolean,
): PaceRow {
  const { code, letters, filled } = reading.sketch
  const since = event.at - Math.max(config.flood.seconds, config.repeats.seconds) * 1000
  const earns = newcomer && level === 'silent' && letters >= config.newcomers.letters && filled >= fewestFilled
  const again = earns && pace.said.endsWith(code)
  return {
    group_id: pace.group_id,
    member_id: pace.member_id,
    said: push(saidWindow, pace.said, event.at, code, since),
    messages: withId(pace.messages, event.at, event.message ?? event.id, formOf(reading)),
    meaningful: earns && !again ? pace.meaningful + 1 : pace.meaningful,
    last_at: event.at,
  }
}
/**
 * Short texts are everybody's; only longer ones, and those where something was found, can give a crowd of strangers
 * away. It also keeps the row of the group out of most messages.
 */
function crowdAfter(
  config: Config,
  group: GroupRow,
  reading: Reading,
  mark: string,
  at: number,
  suspicious: boolean,
): GroupRow | undefined {
  const { code, letters } = reading.sketch
  const least = config.repeats.letters * (suspicious ? 2 : 4)
  if (letters < least || config.repeats.crowd === 0) return undefined
  const since = at - config.repeats.minutes * 60_000
  return { ...group, crowd: push(crowdWindow, group.crowd, at, mark + code, since) }
}
