/** Somebody is verified. */
import type { Draft } from '../../core/action.ts'
import type { Later } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { fill } from '../../core/texts.ts'
import { pick } from '../../core/words.ts'
import { type GateCtx, welcomes } from './base.ts'
import type { NewcomerRow } from './store.ts'
import { sayTo } from './wording.ts'

export interface Passed {
  readonly row: NewcomerRow
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
}
/** The welcome has waited for this. */
export const greeted = (ctx: GateCtx, { id }: Pick<Member, 'id'>): Later[] =>
  ctx.configOf('welcome') === undefined
    ? []
    : [{ feature: 'welcome', job: 'verified', key: id, at: ctx.now, payload: { member: id } }]
export const passed = (ctx: GateCtx, row: NewcomerRow, { user, id }: Member): Passed => ({
  row: { ...row, state: 'passed', passed_at: ctx.now, failures: 0, due_at: 0 },
  actions:
    ctx.config.role !== undefined && ctx.can('role')
      ? [
          {
            type: 'role',
            group: ctx.group.ref,
            user,
            role: ctx.config.role,
            grant: true,
            reason: ctx.t('audit.passed').split('\n')[0] ?? '',
            key: `role-${id}`,
          },
        ]
      : [],
  later: greeted(ctx, { id }),
})
/** In their language; a greeting only where the welcome has none. */
export function welcomeOf(ctx: GateCtx, member: Member): string {
  const { welcome } = ctx.config
  const vars = { name: member.name, group: ctx.group.name }
  return welcome
    ? fill(pick(welcome, member.locale ?? ctx.group.languages[0] ?? 'zh'), vars)
    : sayTo(ctx, member)(welcomes(ctx) ? 'answer.passed.plain' : 'answer.passed', vars)
}
