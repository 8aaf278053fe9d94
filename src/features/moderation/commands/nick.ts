/** /nick: another name in this group for a member, or none of their own. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import { sayTo } from '../wording.ts'
import { auditOf } from './channel.ts'
import { isMember, memberField, targetOf } from './targets.ts'

const longest = 32

export const nick = moderation.command({
  name: 'nick',
  aliases: ['改名片', '改昵称'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ member: memberField, name: text(longest).default('') }),
  run: async (ctx, { member: typed, name }) => {
    const say = sayTo(ctx, ctx.member)
    if (!ctx.can('nick')) return refuse('cannot', say('error.cannot'))
    const member = await targetOf(ctx, typed)
    if (!isMember(member)) return member
    const given = name.trim()
    const about = { group: ctx.group.ref, user: member.user, reason: auditOf(ctx) }
    return {
      actions: [{ type: 'nick', ...about, name: given, priority: 'moderation' }],
      why: { decided: 'renamed' },
      reply: say(given === '' ? 'answer.nick.none' : 'answer.nick', { name: member.name, nick: given }),
    }
  },
})
