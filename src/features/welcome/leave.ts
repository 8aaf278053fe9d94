/** Somebody left: what was planned for them is off; a word of farewell where the owner wants one. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { welcome } from './base.ts'
import type { WelcomeConfig } from './config.ts'
import { isRaid, posted } from './door.ts'
import type { WelcomeStore } from './store.ts'
import { aboutGone } from './wording.ts'

type LeaveCtx = EventCtx<WelcomeConfig, WelcomeStore, 'member.leave'>

export const onLeave = welcome.on('member.leave', async (ctx): Promise<Verdict<WelcomeStore>> => {
  const { store, group, member, config, event } = ctx
  const row = await store.newcomers.find({ group_id: group.id, member_id: member.id })
  const later = config.followUp ? [{ job: 'follow-up', key: member.id, at: null }] : []
  if (event.how !== 'left') {
    const out = { ...(await store.newcomers.get({ group_id: group.id, member_id: member.id })), state: 'out' }
    return { why: { decided: 'silent', checks: [{ name: event.how }] }, later, save: () => store.newcomers.put(out) }
  }
  if (row?.state === 'waiting' || row?.state === 'gate') {
    const left = { ...row, state: 'left' }
    return { why: { decided: 'silent', checks: [{ name: 'left' }] }, later, save: () => store.newcomers.put(left) }
  }
  return { later, ...(await farewell(ctx)) }
})

/** Not after a raid, and within the cap that welcomes have too. */
async function farewell(ctx: LeaveCtx): Promise<Verdict<WelcomeStore>> {
  const { config, member, group, now } = ctx
  if (!config.enabled || !config.farewell) return { why: { decided: 'silent', checks: [{ name: 'off' }] } }
  const door = await ctx.store.doors.get({ group_id: group.id })
  if (await isRaid(ctx, door)) return { why: { decided: 'silent', checks: [{ name: 'raid' }] } }
  const after = posted(door, now, config.perHour)
  if (!after) return { why: { decided: 'silent', checks: [{ name: 'cap' }] } }
  const text = aboutGone(ctx, config.farewell, member)
  return {
    why: { decided: 'farewell' },
    actions: [{ type: 'send', group: group.ref, key: 'farewell', text, priority: 'welcome' }],
    save: (store) => store.doors.put(after),
  }
}
