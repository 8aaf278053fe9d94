/** /verify for newcomers who found no button; /let-in for staff. */
import { z } from 'zod'
import { text } from '../../core/words.ts'
import { fail, pass, rowOf, shows } from './answer.ts'
import { gate } from './base.ts'
import { passed, welcomeOf } from './pass.ts'
import { tell } from './staff.ts'
import { isOpen } from './store.ts'
import { judged, taskOf } from './task.ts'
import { namesIn, sayTo } from './wording.ts'

export const verify = gate.command({
  name: 'verify',
  aliases: ['验证'],
  role: 'member',
  private: true,
  input: z.strictObject({ answer: text(200).optional() }),
  run: async (ctx, { answer }) => {
    const row = await rowOf(ctx)
    const say = sayTo(ctx, ctx.member)
    if (!isOpen(row)) return { reply: say(row.state === 'passed' ? 'answer.already' : 'answer.not-needed') }
    if (row.state === 'staff') return { reply: say('answer.staff') }
    const task = taskOf(ctx.config, row.seed)
    if (task.kind === 'button') return { reply: welcomeOf(ctx, ctx.member), ...pass(ctx, row) }
    if (answer === undefined) return shows(ctx, row)
    return judged(task, answer, true) === 'right' ? pass(ctx, row) : fail(ctx, row)
  },
})

export const letIn = gate.command({
  name: 'let-in',
  aliases: ['放行'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ member: z.string().max(256).meta({ ref: 'member' }) }),
  run: async (ctx, { member: typed }) => {
    const say = sayTo(ctx, ctx.member)
    const member = await ctx.find(typed)
    const row = member && (await ctx.store.newcomers.find({ group_id: ctx.group.id, member_id: member.id }))
    if (!member || !row || !isOpen(row))
      return {
        errors: [
          { code: 'gate/nobody', field: 'member', message: say('answer.nobody', { name: member?.name ?? typed }) },
        ],
      }
    const done = passed(ctx, row, member)
    return {
      actions: [...done.actions, tell(ctx, member, 'let-in')],
      later: done.later,
      save: (store) => store.keep(done.row),
      why: { decided: 'let in' },
      reply: say('answer.let-in', { names: namesIn(say, [member]) }),
    }
  },
})
