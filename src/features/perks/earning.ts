/** Points for talking: at most once per cooldown and so many a day, so that writing more earns no more. */

import type { Verdict } from '../../core/feature.ts'
import { andThen } from '../../core/words.ts'
import { dayNumberAt } from '../../time/days.ts'
import { opened } from './accounts.ts'
import { perks } from './base.ts'
import { mint } from './ledger.ts'
import type { MemberRow, PerksStore } from './store.ts'

type Said = Parameters<Parameters<typeof perks.on<'message'>>[1]>[0]

/** A command that was mistyped is still no talk. */
const slash = /^\s*[/／]/u

export const earn = perks.on('message', (ctx) => {
  const { perMessage, minLength } = ctx.config.points
  const { text } = ctx.event
  if (perMessage === 0 || text.trim().length < minLength || slash.test(text)) return undefined
  const row = ctx.store.members.get({ community: ctx.community.id, member_id: ctx.member.id })
  return andThen(row, (found) => reward(ctx, opened(ctx, found), found.account === ''))
})

function reward(ctx: Said, row: MemberRow, isNew: boolean): Verdict<PerksStore> | undefined {
  const { perMessage, cooldown, perDay } = ctx.config.points
  if (row.earned_at > 0 && ctx.now - row.earned_at < cooldown) return undefined
  const day = dayNumberAt(ctx.now, ctx.group.timezone)
  const today = row.earn_day === day ? row.earned_today : 0
  const points = Math.min(perMessage, perDay - today)
  if (points <= 0) return undefined
  const entry = {
    ...{ id: `${ctx.event.id}:message`, at: ctx.now, community: row.community, group_id: ctx.group.id },
    ...{ from_account: mint, to_account: row.account, points, kind: 'message' as const, ref: '' },
  }
  return {
    save: (store) => {
      store.members.put({ ...row, earned_at: ctx.now, earn_day: day, earned_today: today + points })
      if (isNew) store.ledger.open(row.account)
      return store.ledger.move(entry)
    },
    why: { decided: 'earned' },
  }
}
