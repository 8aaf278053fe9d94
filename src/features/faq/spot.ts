/** Where a question was asked: what is said in one channel, or to somebody alone, is no answer elsewhere. */
import type { ActionOf, Draft } from '../../core/action.ts'
import type { Member } from '../../core/people.ts'
import type { FaqCtx } from './base.ts'

/** The channel or thread; our id of the member who wrote to Innkeeper alone; '' in a group without channels. */
export const spotOf = ({ alone, where }: Pick<FaqCtx, 'alone' | 'where'>): string => alone?.id ?? where ?? ''
export const isAlone = (spot: string, member: Pick<Member, 'id'>): boolean => spot === member.id

type Said = (ActionOf<'send'> | ActionOf<'ask'>) & { readonly key: string }
/** Said there, to `member`, whatever it is that leads to it: a choice or a command may come from elsewhere. */
export function saidAt(spot: string, member: Pick<Member, 'id' | 'user'>, said: Said): Draft {
  if (!isAlone(spot, member)) return { ...said, where: spot || undefined }
  const { group, text, key } = said
  const { user } = member
  return said.type === 'ask'
    ? { type: 'ask', group, user, ask: said.ask, text, options: said.options, key }
    : { type: 'whisper', group, user, text, key }
}
