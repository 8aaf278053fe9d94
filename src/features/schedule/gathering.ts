/** A post that members are invited to meet by: an event of the platform where it has those, a line of the post where not. */
import type { ActionOf } from '../../core/action.ts'
import type { Ctx } from '../../core/feature.ts'
import { inBoth } from '../../core/texts.ts'
import { sayWhen } from '../../time/say.ts'
import type { Gathering, ScheduleConfig } from './config.ts'
import type { ScheduleStore } from './store.ts'
import { scheduleTexts } from './texts.ts'

type ScheduleCtx = Ctx<ScheduleConfig, ScheduleStore>
const longestTitle = 100
const longestText = 1000

/** `from`: when the post was due, epoch milliseconds; `text`: the post. */
export function eventOf(ctx: ScheduleCtx, planned: Gathering, from: number, text: string): ActionOf<'gathering'> {
  const at = from + planned.startsIn
  return {
    type: 'gathering',
    group: ctx.group.ref,
    title: cut(ctx.words(planned.title).split('\n').join(' · '), longestTitle),
    text: cut(text, longestText),
    place: planned.place,
    at,
    until: at + planned.lasts,
  }
}
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text)

/** What, when and where, in the languages of the group. */
export function lineOf(ctx: ScheduleCtx, planned: Gathering, from: number): string {
  const at = from + planned.startsIn
  return ctx.words(
    inBoth(scheduleTexts, 'gathering', (locale) => ({
      title: planned.title[locale] ?? planned.title.zh ?? planned.title.en ?? '',
      when: sayWhen(at, ctx.group.timezone, locale, ctx.now),
      place: planned.place,
    })),
  )
}
