import { z } from 'zod'
import type { Vars } from '../../core/texts.ts'
import { platforms } from './base.ts'
import { type Match, openMatches, settle, verdicts } from './matches.ts'

const most = 20
const percent = ({ confidence }: Match) => Math.round(confidence * 100)

/** Without a number it lists what is open. Only the community's own: an owner settles nobody else's. */
const match = platforms.command({
  name: 'match',
  aliases: ['认人'],
  role: 'owner',
  private: true,
  input: z.strictObject({
    number: z.string().max(20).optional(),
    verdict: z.enum(verdicts).optional(),
  }),
  run: async (ctx, { number, verdict }) => {
    const say = (key: string, vars: Vars = {}) => ctx.tFor(ctx.member, key, vars)
    const open = await ctx.sql(['groups'])
    const groups = await open
      .selectFrom('groups')
      .select(['ref', 'name'])
      .where('community', '=', ctx.community.id)
      .execute()
    const name = (ref: string) => String(groups.find((group) => group.ref === ref)?.name ?? ref)
    const all = await openMatches(
      open,
      groups.map((group) => String(group.ref)),
    )
    if (number === undefined) {
      if (all.length === 0) return { reply: say('none') }
      const lines = all.slice(0, most).map((one) => {
        const { id, kind, found_name: found, known_name: known, ref } = one
        return say(`line.${kind}`, { id, found, known, group: name(ref), percent: percent(one) })
      })
      return { reply: [say('title'), ...lines, '', say('hint')].join('\n') }
    }
    const id = number.normalize('NFKC').replace(/^#/u, '')
    const one = all.find((row) => row.id === id)
    if (!one) return { errors: [{ field: 'number', code: 'command/invalid', message: say('no-such', { id }) }] }
    if (!verdict) return { errors: [{ field: 'verdict', code: 'command/invalid', message: say('say-which', { id }) }] }
    const row = { id, at: ctx.now, group_id: ctx.group.id, member_id: ctx.member.id, verdict }
    return {
      reply: say(`done.${verdict}`, { found: one.found_name, known: one.known_name }),
      why: { decided: verdict },
      save: async (store) => {
        store.settled.insert(row)
        await settle(open, id, verdict)
      },
    }
  },
})

export const commands = [match]
