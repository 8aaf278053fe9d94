/** "I agree": by button or by command, to the rules as they stand. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { Localised } from '../../core/words.ts'
import { rules } from './base.ts'
import type { RulesConfig } from './config.ts'
import { agreedTo } from './offer.ts'
import type { RulesStore } from './store.ts'
import { forMember, hashOf } from './wording.ts'

type ByMember = EventCtx<RulesConfig, RulesStore, 'command' | 'choice'>

export const onChoice = rules.on('choice', (ctx) => {
  const { text } = ctx.config
  if (!text) return { reply: ctx.tFor(ctx.member, 'none') }
  const hash = agreedTo(ctx.event.option)
  if (hash === undefined) return read(ctx, text)
  if (hash !== hashOf(text)) {
    const reply = `${ctx.tFor(ctx.member, 'agree.stale')}\n\n${forMember(text, ctx.member, ctx.group)}`
    return { reply, why: { decided: 'stale' } }
  }
  return agree(ctx)
})

/** The rules in the member's language, and whether they were agreed to. */
export async function read(ctx: ByMember, text: Localised): Promise<Verdict<RulesStore>> {
  const words = forMember(text, ctx.member, ctx.group)
  if (!ctx.config.acknowledge) return { reply: words, why: { decided: 'shown' } }
  const state = await stateOf(ctx, ctx.member, hashOf(text))
  return { reply: `${words}\n\n${ctx.tFor(ctx.member, `state.${state}`)}`, why: { decided: 'shown' } }
}

export async function agree(ctx: ByMember): Promise<Verdict<RulesStore>> {
  const { member, config, group, now } = ctx
  if (!config.text) return { reply: ctx.tFor(member, 'none') }
  if (!config.acknowledge) return { reply: ctx.tFor(member, 'agree.off') }
  const hash = hashOf(config.text)
  if ((await stateOf(ctx, member, hash)) === 'agreed') {
    return { reply: ctx.tFor(member, 'agree.already'), why: { decided: 'agreed before' } }
  }
  return {
    reply: ctx.tFor(member, 'agree.done', { name: member.name }),
    why: { decided: 'agreed' },
    save: (store) => store.agreements.put({ group_id: group.id, member_id: member.id, hash, at: now }),
  }
}

async function stateOf({ store, group }: ByMember, member: Member, hash: string) {
  const row = await store.agreements.find({ group_id: group.id, member_id: member.id })
  if (!row) return 'open'
  return row.hash === hash ? 'agreed' : 'older'
}
