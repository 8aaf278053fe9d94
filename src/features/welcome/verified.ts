/** Somebody has passed the gate: now they are welcomed, with whoever else is to be. */
import type { Verdict } from '../../core/feature.ts'
import { welcome } from './base.ts'
import { isKnown } from './join.ts'
import { silent, type WelcomeStore } from './store.ts'
import { opened } from './window.ts'

/** Greeted when they came, or not to be greeted at all: nothing is owed to them. */
const owed: readonly string[] = ['gate', 'raid']

export const verified = welcome.job({
  name: 'verified',
  run: async (ctx): Promise<Verdict<WelcomeStore>> => {
    const member = typeof ctx.payload.member === 'string' ? await ctx.find(ctx.payload.member) : undefined
    const row = member && (await ctx.store.newcomers.find({ group_id: ctx.group.id, member_id: member.id }))
    if (!member?.present || !row || row.joins !== member.joins || !owed.includes(row.state))
      return { why: { decided: 'no longer wanted' } }
    if (isKnown(row, ctx.config, ctx.now))
      return { why: silent('known'), save: (store) => store.newcomers.put({ ...row, state: 'known' }) }
    const door = await ctx.store.doors.get({ group_id: ctx.group.id })
    const { due, later } = opened(ctx, door)
    return {
      why: { decided: 'waiting', checks: [{ name: 'verified' }] },
      later,
      save: (store) => {
        store.newcomers.put({ ...row, state: 'waiting' })
        store.doors.put({ ...door, due })
      },
    }
  },
})
