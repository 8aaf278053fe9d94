/** The posts and private words for those who are to be welcomed now. */

import type { Draft } from '../../core/action.ts'
import type { Ctx, Later } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { isStaff } from '../../core/words.ts'
import { rulesOffer } from '../rules/offer.ts'
import type { WelcomeConfig } from './config.ts'
import type { WelcomeStore } from './store.ts'
import { aboutOne, aboutSeveral, called, toOne } from './wording.ts'

type WelcomeCtx = Ctx<WelcomeConfig, WelcomeStore>
const dayMs = 86_400_000

export interface Newcomer {
  readonly member: Member
  readonly inviter: Member | undefined
}

export function greeting(ctx: WelcomeCtx, newcomers: readonly Newcomer[]): Draft[] {
  const { config } = ctx
  // A private word that would be read out to everybody is better left unsaid.
  const words = ctx.can('whisper') ? config.private : undefined
  const whispers: Draft[] = words
    ? newcomers.map(({ member }) => ({
        type: 'whisper',
        group: ctx.group.ref,
        user: member.user,
        key: `private.${member.id}`,
        text: toOne(ctx, words, member),
        aloud: '',
        priority: 'welcome',
      }))
    : []
  return [post(ctx, newcomers), ...whispers]
}

function textFor(ctx: WelcomeCtx, newcomers: readonly Newcomer[]): string {
  const [first] = newcomers
  if (newcomers.length > 1 || !first) {
    return aboutSeveral(
      ctx,
      ctx.config.merged,
      newcomers.map((one) => one.member),
    )
  }
  const { member, inviter } = first
  // A link of the staff's is everybody's: they told nobody of the group in person.
  return inviter && !isStaff(inviter.role) && ctx.config.invited
    ? aboutOne(ctx, ctx.config.invited, member, inviter)
    : aboutOne(ctx, ctx.config.text, member)
}

/** With the rules' buttons where the owner wants them, there are rules, and the platform has buttons. */
function post(ctx: WelcomeCtx, newcomers: readonly Newcomer[]): Draft {
  const text = textFor(ctx, newcomers)
  const mentions = ctx.config.mention ? { mentions: called(newcomers.map(({ member }) => member)) } : {}
  const about = { group: ctx.group.ref, key: 'group', text, priority: 'welcome', ...mentions } as const
  const wanted = ctx.config.buttons && ctx.can('ask')
  const offer = wanted ? rulesOffer(ctx.configOf('rules'), ctx.group.languages) : undefined
  return offer ? { type: 'ask', ...about, ...offer } : { type: 'send', ...about }
}

/** The private word some days later, planned for each who is welcomed. */
export function followUps({ config, now, can }: WelcomeCtx, newcomers: readonly Newcomer[]): Later[] {
  const wish = config.followUp
  if (!wish || !can('whisper')) return []
  return newcomers.map(({ member }) => ({
    job: 'follow-up',
    key: member.id,
    at: now + wish.days * dayMs,
    payload: { member: member.id },
  }))
}
