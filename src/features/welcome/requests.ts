/** Who asks to come in: let in by a word, or staff decides, as they always do of those who were shown out. Once each, by whoever is first. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { isStaff } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import { welcome } from './base.ts'
import type { WelcomeConfig } from './config.ts'
import type { RequestRow, WelcomeStore } from './store.ts'

type RequestCtx = EventCtx<WelcomeConfig, WelcomeStore, 'request'>
type ChoiceCtx = EventCtx<WelcomeConfig, WelcomeStore, 'choice'>
const prefix = 'welcome:request:'
/** More staff than these are not asked at once. */
const mostAsked = 10
const dayMs = 86_400_000

export const onRequest = welcome.on('request', async (ctx) => {
  const { event, config, group, member, store, now } = ctx
  const known = await store.requests.get({ group_id: group.id, request: event.request })
  if (known.state) return { why: { decided: 'silent', checks: [{ name: 'known', found: known.state }] } }
  const row = { ...known, member_id: member.id, account: event.user, name: member.name, at: now }
  const { answer, words, perDay } = config.requests
  const word = words.find((one) => normalise(event.text).text.includes(normalise(one).text))
  if (answer === 'ignore' && word === undefined) return keep(row, 'ignored')
  const day = Math.floor(now / dayMs)
  const admitted = await store.admitted.get({ group_id: group.id })
  const today = admitted.day === day ? admitted.count : 0
  const { state } = await store.newcomers.get({ group_id: group.id, member_id: member.id })
  const wasOut = state === 'out'
  const isFree = (answer === 'admit' || word !== undefined) && today < perDay && !wasOut
  if (!isFree) return ask(ctx, row, wasOut ? 'request.out' : 'request.ask')
  return {
    why: { decided: 'admitted', checks: word === undefined ? [] : [{ name: 'word', found: word }] },
    actions: [admit(group.ref, row, true)],
    save: (kept) => {
      kept.requests.put({ ...row, state: 'admitted' })
      kept.admitted.put({ group_id: group.id, day, count: today + 1 })
    },
  }
})

const keep = (row: RequestRow, state: string): Verdict<WelcomeStore> => ({
  why: { decided: state },
  save: (store) => store.requests.put({ ...row, state }),
})
const admit = (group: string, { account: user, request }: RequestRow, accept: boolean): Draft => ({
  type: 'admit',
  group,
  user,
  request,
  accept,
  reason: '',
  key: 'admit',
})

async function ask(
  ctx: RequestCtx,
  row: RequestRow,
  text: 'request.ask' | 'request.out',
): Promise<Verdict<WelcomeStore>> {
  const { group, event } = ctx
  const about = { type: 'ask', group: group.ref, ask: `${prefix}${row.request}` } as const
  const vars = { name: row.name, group: group.name, text: event.text || '—' }
  const options = (say: (key: string) => string) => [
    { id: 'yes', label: say('request.yes'), style: 'primary' as const },
    { id: 'no', label: say('request.no') },
  ]
  const inRoom: Draft = {
    ...about,
    to: 'staff',
    text: ctx.t(text, vars),
    options: options((key) => ctx.t(key)),
  }
  const toOne = (staff: Member, n: number): Draft => ({
    ...about,
    key: `request-${n}`,
    user: staff.user,
    text: ctx.tFor(staff, text, vars),
    options: options((key) => ctx.tFor(staff, key)),
  })
  const staff = ctx.staffRoom ? [] : (await ctx.staff()).slice(0, mostAsked)
  return { ...keep(row, 'asked'), actions: ctx.staffRoom ? [inRoom] : staff.map(toOne) }
}

export const onChoice = welcome.on('choice', async (ctx: ChoiceCtx) => {
  const { event, group, member, store } = ctx
  if (!event.ask.startsWith(prefix)) return undefined
  const refuse = (code: string) => ({
    errors: [{ code: `welcome/${code}`, message: ctx.tFor(member, `error.${code}`) }],
  })
  if (!isStaff(member.role)) return refuse('staff-only')
  const row = await store.requests.get({ group_id: group.id, request: event.ask.slice(prefix.length) })
  if (row.state !== 'asked') return refuse('decided')
  const accept = event.option === 'yes'
  const state = accept ? 'admitted' : 'refused'
  return {
    ...keep(row, state),
    actions: [admit(group.ref, row, accept)],
    reply: ctx.tFor(member, `request.${state}`, { name: row.name }),
  }
})
