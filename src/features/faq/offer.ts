/** Half sure: up to three entries as buttons, for the asker alone where the platform can. */
import type { Verdict, Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { Matched } from '../../text/match.ts'
import { askId, countDay } from './answer.ts'
import type { FaqCtx } from './base.ts'
import type { FaqDesk } from './desk.ts'
import { titleOf } from './entry.ts'
import type { FaqStore } from './store.ts'
import type { Noted } from './unanswered.ts'
import { say } from './wording.ts'

const hourMs = 3_600_000
const longestLabel = 80

export interface HalfKnown {
  readonly member: Member
  /** The message that asks. */
  readonly message: string
  /** Where it was asked, as `spotOf` says. */
  readonly spot: string
  readonly noted: Noted
  readonly desk: FaqDesk
  readonly matched: Matched
  readonly why: Why
}
/** Nothing where this hour's offers are spent, so that a half-fitting rulebook does not fill the group with buttons. */
export async function offer(
  ctx: FaqCtx,
  { member, message, spot, noted, desk, matched, why }: HalfKnown,
): Promise<Verdict<FaqStore> | undefined> {
  const { config, group, now } = ctx
  const hour = Math.floor(now / hourMs)
  const spent = await ctx.store.offering.get({ group_id: group.id })
  const offers = spent.hour === hour ? spent.offers : 0
  if (!config.suggest || ctx.asks === 'nothing' || offers >= config.suggestionsPerHour) return undefined
  const { language } = matched
  const ask = askId('offer', '', ctx.source)
  return {
    actions: [
      {
        type: 'ask',
        key: 'offer',
        group: group.ref,
        ask,
        user: member.user,
        replyTo: message,
        text: say(language, 'offer.text', { name: member.name }),
        options: [...optionsFor(desk, matched), { id: 'none', label: say(language, 'offer.none'), style: 'secondary' }],
      },
    ],
    save: (store) => {
      store.offering.put({ group_id: group.id, hour, offers: offers + 1 })
      store.offers.put({
        ask,
        group_id: group.id,
        member_id: member.id,
        message,
        spot,
        ...noted,
        language,
        at: now,
        chosen: '',
      })
      countDay(ctx, store, { suggested: 1 })
      const [first, second] = matched.ranked.map(({ entry }) => entry).toSorted()
      if (first && second) store.rivals.add({ community: ctx.community.id, a: first, b: second }, { times: 1 })
      for (const { entry } of matched.ranked) store.uses.add({ community: ctx.community.id, entry }, { offered: 1 })
    },
    why: { ...why, decided: 'suggested' },
  }
}

const optionsFor = (desk: FaqDesk, { ranked, language }: Matched) =>
  ranked.flatMap(({ entry: id }) => {
    const entry = desk.find(id)
    return entry ? [{ id, label: titleOf(entry, language).slice(0, longestLabel) }] : []
  })
