/** Somebody is verified. */
import type { Draft } from '../../core/action.ts'
import type { Member } from '../../core/people.ts'
import { fill } from '../../core/texts.ts'
import { pick } from '../../core/words.ts'
import type { GateCtx } from './base.ts'
import type { NewcomerRow } from './store.ts'
import { sayTo } from './wording.ts'

export interface Passed {
  readonly row: NewcomerRow
  readonly actions: readonly Draft[]
}
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
})
/** In their language. */
export function welcomeOf(ctx: GateCtx, member: Member): string {
  const { welcome } = ctx.config
  const vars = { name: member.name, group: ctx.group.name }
  return welcome
    ? fill(pick(welcome, member.locale ?? ctx.group.languages[0] ?? 'zh'), vars)
    : sayTo(ctx, member)('answer.passed', vars)
}
