/** Nothing to say: questions are noted, so that the owner sees what is missing. */
import type { Verdict, Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { Locale } from '../../core/words.ts'
import { countDay } from './answer.ts'
import type { FaqCtx } from './base.ts'
import { openQuestion } from './overheard.ts'
import { saidAt } from './spot.ts'
import type { FaqStore } from './store.ts'
import { type Noted, noteUnanswered } from './unanswered.ts'

interface NotKnown {
  readonly member: Member
  /** The message that asks. */
  readonly message: string
  /** Where it was asked, as `spotOf` says. */
  readonly spot: string
  readonly noted: Noted
  readonly language: Locale
  /** Innkeeper was called by name: then it is told that nothing is known. */
  readonly wanted: boolean
  readonly why: Why
}
export function notKnown(ctx: FaqCtx, asked: NotKnown): Verdict<FaqStore> {
  const { member, message, spot, noted, language, wanted, why } = asked
  const word = { type: 'send', group: ctx.group.ref, replyTo: message, text: ctx.t('faq.unknown'), key: '0' } as const
  return {
    ...(wanted && { actions: [saidAt(spot, member, word)] }),
    save: async (store) => {
      countDay(ctx, store, { silent: 1 })
      await noteUnanswered(ctx, store, { ...noted, language, message, spot, member: member.id })
      if (ctx.config.keepText) await openQuestion(ctx, store, member, message, '')
    },
    why,
  }
}
