/** The desk as the office reads it, beside the engine: made when first looked at, brought up to date at each look. */
import type { PanelCtx } from '../../core/feature.ts'
import { dayAt } from '../../time/days.ts'
import { type FaqConfig, holds } from './config.ts'
import { FaqDesk } from './desk.ts'
import { writtenEntry } from './entry.ts'
import { taughtIn } from './store.ts'

type Ctx = PanelCtx<FaqConfig>
const desks = new WeakMap<FaqConfig, Map<string, FaqDesk>>()

/** Of the community's first group, or of the one named by the platform's id. */
export async function officeDesk(ctx: Ctx, group = ctx.groups[0]?.ref ?? ''): Promise<FaqDesk> {
  const { config, db, community, groups, now } = ctx
  const made = desks.get(config) ?? new Map<string, FaqDesk>()
  desks.set(config, made)
  const desk = made.get(group) ?? new FaqDesk(inGroup(config, group))
  made.set(group, desk)
  const zone = groups.find(({ ref }) => ref === group)?.timezone ?? 'UTC'
  desk.turnTo(dayAt(now, zone))
  desk.learn(await taughtIn(db, community.id), '')
  return desk
}
const inGroup = ({ entries, wordings }: FaqConfig, group: string) =>
  entries.filter((entry) => holds(entry.groups, group)).map((entry) => writtenEntry(entry, wordings[entry.id]))
