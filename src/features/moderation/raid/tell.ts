/** What staff reads of a raid: each in their language, a room of theirs in the group's; in one post where nobody can be whispered to. */
import type { Draft, Option } from '../../../core/action.ts'
import { fill } from '../../../core/texts.ts'
import type { Locale } from '../../../core/words.ts'
import type { ModerationCtx } from '../kit.ts'
import { moderationTexts } from '../texts.ts'
import { type Say, sayTo } from '../wording.ts'

const mostTold = 10
const sayIn =
  (locale: Locale): Say =>
  (key, vars) =>
    fill(moderationTexts[locale][key] ?? key, vars)

export interface Question {
  readonly ask: string
  readonly options: (say: Say) => Option[]
}
export interface Told {
  readonly actions: readonly Draft[]
  /** Ids of the actions that asked, whose buttons can be taken away later. */
  readonly asked: readonly string[]
}

/** `key` is unique in the verdict; with a question where it can be asked. */
export async function toStaff(
  ctx: ModerationCtx,
  key: string,
  text: (say: Say) => string,
  question?: Question,
): Promise<Told> {
  const staff = (await ctx.staff()).slice(0, mostTold)
  const about = { group: ctx.group.ref, priority: 'moderation' } as const
  const inAll = ctx.group.languages.map((locale) => text(sayIn(locale))).join('\n\n')
  const first = sayIn(ctx.group.languages[0] ?? 'zh')
  if (ctx.staffRoom) {
    const room = { ...about, to: 'staff', text: inAll, key } as const
    if (!question || ctx.asks === 'nothing') return { actions: [{ type: 'send', ...room }], asked: [] }
    const draft: Draft = { type: 'ask', ...room, ask: question.ask, options: question.options(first) }
    return { actions: [draft], asked: [idOf(ctx, key)] }
  }
  if (staff.length === 0) return { actions: [], asked: [] }
  if (!ctx.can('whisper')) {
    const mentions = staff.map(({ user, name }) => ({ user, name: name.slice(0, 100) }))
    const called = mentions.map(({ name }) => `@${name}`).join(' ')
    return { actions: [{ type: 'send', ...about, key, text: `${called}\n${inAll}`, mentions }], asked: [] }
  }
  const asks = question !== undefined && ctx.asks !== 'nothing'
  const actions = staff.map((member, n): Draft => {
    const say = sayTo(ctx, member)
    const one = { ...about, user: member.user, text: text(say), key: `${key}-${n}` }
    return asks
      ? { type: 'ask', ...one, ask: question.ask, options: question.options(say) }
      : { type: 'whisper', ...one }
  })
  return { actions, asked: asks ? staff.map((_, n) => idOf(ctx, `${key}-${n}`)) : [] }
}
const idOf = (ctx: ModerationCtx, key: string) => `${ctx.source}/moderation.${key}`

/** The buttons go once the question is answered; a room reads it in its first language. */
export const settled = (ctx: ModerationCtx, asked: readonly string[], text: string): Draft[] =>
  ctx.can('edit')
    ? asked.map((of) => ({ type: 'edit', group: ctx.group.ref, of, text, options: [], priority: 'moderation' }))
    : []
