import { z } from 'zod'
import { agree, read } from './agreement.ts'
import { rules } from './base.ts'
import { acknowledgements } from './reports.ts'
import { post } from './wall.ts'
import { hashOf } from './wording.ts'

const nothing = z.strictObject({})

const showRules = rules.command({
  name: 'rules',
  aliases: ['群规', '规则'],
  role: 'member',
  private: true,
  input: nothing,
  run: (ctx) => (ctx.config.text ? read(ctx, ctx.config.text) : { reply: ctx.tFor(ctx.member, 'none') }),
})

const agreeToRules = rules.command({
  name: 'agree',
  // Not 同意 alone: people say that to each other all day.
  aliases: ['同意群规'],
  role: 'member',
  private: true,
  input: nothing,
  run: agree,
})

const postRules = rules.command({
  name: 'post-rules',
  aliases: ['发群规', '贴群规'],
  role: 'moderator',
  private: true,
  input: nothing,
  run: (ctx) => {
    if (!ctx.config.text) return { reply: ctx.tFor(ctx.member, 'none') }
    return { ...post(ctx, ctx.config.text, ctx.event.id), reply: ctx.tFor(ctx.member, 'posted') }
  },
})

/** Names told in one answer; the panel has them all. */
const mostNames = 50

const unacknowledged = rules.command({
  name: 'unacknowledged',
  aliases: ['未确认', '谁没同意'],
  role: 'moderator',
  private: true,
  input: nothing,
  run: async (ctx) => {
    const { config, member, group } = ctx
    const say = (key: string, vars = {}) => ctx.tFor(member, key, vars)
    if (!config.text) return { reply: say('none') }
    const staff = new Set((await ctx.staff()).map((one) => one.id))
    const present = await acknowledgements(await ctx.sql(), group.id, hashOf(config.text))
    const all = present.filter((one) => !staff.has(one.id)) // the rulebook names staff that the platform does not know
    const open = all.filter((one) => one.state !== 'agreed')
    if (open.length === 0) return { reply: say('list.all', { total: all.length }) }
    const names = open
      .slice(0, mostNames)
      .map(({ name, state }) => (state === 'older' ? say('list.older', { name }) : name))
    const more = open.length > mostNames ? [say('list.more', { count: open.length - mostNames })] : []
    const title = say('list.title', { total: all.length, open: open.length })
    return { reply: [title, ...[...names, ...more].map((line) => `- ${line}`)].join('\n') }
  },
})

export const commands = [showRules, agreeToRules, postRules, unacknowledged]
