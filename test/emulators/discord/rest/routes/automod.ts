/** AutoMod rules. */
import type { APIAutoModerationRule } from 'discord-api-types/v10'
import { createRule, deleteRule, patchRule, type RuleBody } from '../../acts/automod.ts'
import { DiscordError } from '../../errors.ts'
import { needInGuild } from '../../permissions.ts'
import { bodyOf, type Call, nothing, ok, param, route } from '../call.ts'
import { inGuild } from './members.ts'

const rules = '/guilds/{guild_id}/auto-moderation/rules'

function one(call: Call): APIAutoModerationRule {
  const guild = inGuild(call)
  needInGuild(guild, call.by.id, 'ManageGuild')
  const rule = guild.automod.get(param(call, 'rule_id'))
  if (!rule) throw new DiscordError('unknownAutomodRule')
  return rule
}

export const automodRoutes = [
  route('GET', rules, (call) => {
    needInGuild(inGuild(call), call.by.id, 'ManageGuild')
    return ok([...inGuild(call).automod.values()])
  }),
  route('POST', rules, (call) => ok(createRule(call.world, inGuild(call), call.by, bodyOf<RuleBody>(call)))),
  route('GET', `${rules}/{rule_id}`, (call) => ok(one(call))),
  route('PATCH', `${rules}/{rule_id}`, (call) =>
    ok(patchRule(call.world, inGuild(call), call.by, one(call), bodyOf<RuleBody>(call))),
  ),
  route('DELETE', `${rules}/{rule_id}`, (call) => {
    deleteRule(call.world, inGuild(call), call.by, one(call))
    return nothing
  }),
]
