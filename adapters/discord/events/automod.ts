/** What Discord's own filter held back. One message may be told several times, once for each thing AutoMod did. */

import { createHash } from 'node:crypto'
import {
  type APIAutoModerationRule,
  AutoModerationRuleTriggerType,
  GatewayDispatchEvents,
  Routes,
} from 'discord-api-types/v10'
import type { Dispatched, Ground } from '../ground.ts'
import { mint, mintMessage } from '../ids.ts'
import { Recent } from '../recent.ts'

type Execution = Dispatched<GatewayDispatchEvents.AutoModerationActionExecution>
/** What AutoMod does about one message is told within this time. */
const togetherMs = 10_000

export function hearAutoMod(ground: Ground): void {
  const told = new Recent<number>(5000)
  const names = new Recent<string>(5000)
  ground.hear(GatewayDispatchEvents.AutoModerationActionExecution, async (execution) => {
    const { guild_id, user_id, rule_id, channel_id, message_id } = execution
    const key = keyOf(execution)
    const at = ground.now()
    const before = told.get(key)
    if (user_id === ground.client.user.id || (before !== undefined && at - before < togetherMs)) return
    told.set(key, at)
    const guild = ground.client.guilds.cache.get(guild_id)
    const member = await guild?.members.fetch(user_id).catch(() => undefined)
    await ground.emit({
      type: 'filtered',
      id: `discord:automod:${key}:${message_id ?? at}`,
      at,
      group: mint(guild_id),
      ...(channel_id && { where: channel_id }),
      user: mint(user_id),
      ...(member && { name: member.displayName.slice(0, 100) }),
      ...(message_id && channel_id && { message: mintMessage(channel_id, message_id) }),
      text: (execution.content ?? '').slice(0, 20_000),
      rule: await ruleName(ground, names, guild_id, rule_id, execution.rule_trigger_type),
      matched: (execution.matched_content || execution.matched_keyword || '').slice(0, 200),
    })
  })
}
const keyOf = ({ guild_id, user_id, rule_id, channel_id = '', content }: Execution) =>
  createHash('sha256')
    .update([guild_id, user_id, rule_id, channel_id, content].join('\n'))
    .digest('base64url')
    .slice(0, 22)

/** The rule as its owner called it; its kind where we may not ask. */
async function ruleName(
  ground: Ground,
  names: Recent<string>,
  guild: string,
  rule: string,
  kind: AutoModerationRuleTriggerType,
): Promise<string> {
  const known = names.get(rule)
  if (known !== undefined) return known
  try {
    const found = (await ground.client.rest.get(Routes.guildAutoModerationRule(guild, rule))) as APIAutoModerationRule
    names.set(rule, found.name.slice(0, 200))
    return found.name.slice(0, 200)
  } catch (error) {
    ground.log.warn({ guild, rule, error }, 'the name of an AutoMod rule could not be asked')
    return AutoModerationRuleTriggerType[kind] ?? 'AutoMod'
  }
}
