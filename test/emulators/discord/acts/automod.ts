/** Discord's own AutoMod: its rules within its limits, and what it does to a message before anyone sees it. */
import {
  type APIAutoModerationAction,
  type APIAutoModerationRule,
  AuditLogEvent,
  AutoModerationActionType as Deed,
  MessageType,
  PermissionFlagsBits,
  AutoModerationRuleTriggerType as Trigger,
} from 'discord-api-types/v10'
import { DiscordError, Form } from '../errors.ts'
import { limits } from '../limits.ts'
import { guildPermissions, needInGuild } from '../permissions.ts'
import type { Channel, Guild } from '../state/records.ts'
import type { Actor, World } from '../state/world.ts'
import { audit, changesOf } from './audit.ts'
import { compose } from './messages.ts'
import { tellMessage } from './tell.ts'

export type RuleBody = Partial<Omit<APIAutoModerationRule, 'id' | 'guild_id' | 'creator_id'>>

/** How many rules of a kind a guild may have. */
const most: Readonly<Record<number, number>> = {
  [Trigger.Keyword]: 6,
  [Trigger.Spam]: 1,
  [Trigger.KeywordPreset]: 1,
  [Trigger.MentionSpam]: 1,
  [Trigger.MemberProfile]: 1,
}

export function createRule(world: World, guild: Guild, by: Actor, body: RuleBody): APIAutoModerationRule {
  needInGuild(guild, by.id, 'ManageGuild')
  check(guild, body)
  const rule: APIAutoModerationRule = {
    id: world.id(),
    guild_id: guild.id,
    creator_id: by.id,
    name: body.name ?? '',
    event_type: body.event_type ?? 1,
    trigger_type: body.trigger_type ?? Trigger.Keyword,
    trigger_metadata: metadataOut(body.trigger_type ?? Trigger.Keyword, body.trigger_metadata ?? {}),
    actions: actionsOut(body.actions ?? [{ type: Deed.BlockMessage }]),
    enabled: body.enabled ?? false,
    exempt_roles: body.exempt_roles ?? [],
    exempt_channels: body.exempt_channels ?? [],
  }
  guild.automod.set(rule.id, rule)
  world.tell({ t: 'AUTO_MODERATION_RULE_CREATE', d: rule, guild })
  audit(world, guild, by, AuditLogEvent.AutoModerationRuleCreate, { target: rule.id })
  return rule
}

export function patchRule(
  world: World,
  guild: Guild,
  by: Actor,
  rule: APIAutoModerationRule,
  body: RuleBody,
): APIAutoModerationRule {
  needInGuild(guild, by.id, 'ManageGuild')
  check(guild, { ...body, trigger_type: rule.trigger_type }, rule)
  const before = { ...rule }
  const metadata = body.trigger_metadata && metadataOut(rule.trigger_type, body.trigger_metadata)
  const actions = body.actions && actionsOut(body.actions)
  Object.assign(rule, body, metadata && { trigger_metadata: metadata }, actions && { actions })
  world.tell({ t: 'AUTO_MODERATION_RULE_UPDATE', d: rule, guild })
  audit(world, guild, by, AuditLogEvent.AutoModerationRuleUpdate, { target: rule.id, changes: changesOf(before, rule) })
  return rule
}

export function deleteRule(world: World, guild: Guild, by: Actor, rule: APIAutoModerationRule): void {
  needInGuild(guild, by.id, 'ManageGuild')
  guild.automod.delete(rule.id)
  world.tell({ t: 'AUTO_MODERATION_RULE_DELETE', d: rule, guild })
  audit(world, guild, by, AuditLogEvent.AutoModerationRuleDelete, { target: rule.id })
}

function check(guild: Guild, body: RuleBody, changed?: APIAutoModerationRule): void {
  const form = new Form()
  const kind = body.trigger_type ?? Trigger.Keyword
  const others = [...guild.automod.values()].filter((rule) => rule.trigger_type === kind && rule !== changed)
  if (others.length >= (most[kind] ?? 0))
    form.wrong('trigger_type', 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED', `Maximum: ${most[kind]}`)
  if (!changed) form.required('name', body.name)
  form.length('name', body.name, 100, 1)
  const { keyword_filter = [], regex_patterns = [] } = body.trigger_metadata ?? {}
  many(form, 'trigger_metadata.keyword_filter', keyword_filter, limits.automodKeywords, limits.automodKeyword)
  many(form, 'trigger_metadata.regex_patterns', regex_patterns, limits.automodRegexes, limits.automodRegex)
  form.within('trigger_metadata.mention_total_limit', body.trigger_metadata?.mention_total_limit, 0, 50)
  if ((body.exempt_roles?.length ?? 0) > 20) form.wrong('exempt_roles', 'BASE_TYPE_MAX_LENGTH', 'Must be 20 or fewer.')
  if ((body.exempt_channels?.length ?? 0) > 50)
    form.wrong('exempt_channels', 'BASE_TYPE_MAX_LENGTH', 'Must be 50 or fewer.')
  form.done()
}

function many(form: Form, path: string, texts: readonly string[], count: number, length: number): void {
  if (texts.length > count) form.wrong(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${count} or fewer in length.`)
  texts.forEach((text, i) => {
    form.length(`${path}.${i}`, text, length, 1)
  })
}

function metadataOut(kind: Trigger, given: APIAutoModerationRule['trigger_metadata']) {
  if (kind === Trigger.Spam) return {}
  if (kind === Trigger.MentionSpam) return { mention_total_limit: 20, mention_raid_protection_enabled: false, ...given }
  if (kind === Trigger.KeywordPreset) return { presets: [], allow_list: [], ...given }
  return { keyword_filter: [], regex_patterns: [], allow_list: [], ...given }
}

const actionsOut = (actions: readonly APIAutoModerationAction[]) =>
  actions.map((action) => ({ ...action, metadata: action.metadata ?? {} }))

/**
 * Looks at a member's message before it is posted.
 * @throws {DiscordError} 200000 when a rule blocks it
 */
export function screen(world: World, guild: Guild, channel: Channel, user: string, text: string): void {
  const member = guild.members.get(user)
  if (!member || member.user.bot || guild.automod.size === 0) return
  if (guildPermissions(guild, member) & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) return
  for (const rule of guild.automod.values()) {
    const exempt =
      rule.exempt_channels.includes(channel.api.id) || rule.exempt_roles.some((id) => member.roles.includes(id))
    const hit = rule.enabled && !exempt ? matched(rule, text) : undefined
    if (!hit) continue
    for (const action of rule.actions) carryOut(world, guild, channel, user, text, rule, action, hit)
    if (rule.actions.some(({ type }) => type === Deed.BlockMessage)) throw new DiscordError('blockedByAutomod')
  }
}

interface Hit {
  keyword: string | null
  content: string | null
}

function matched(rule: APIAutoModerationRule, text: string): Hit | undefined {
  const { keyword_filter = [], regex_patterns = [], allow_list = [], mention_total_limit } = rule.trigger_metadata
  if (rule.trigger_type === Trigger.MentionSpam) {
    const mentions = new Set(text.match(/<@[!&]?\d+>/g) ?? [])
    return mention_total_limit && mentions.size > mention_total_limit ? { keyword: null, content: null } : undefined
  }
  if (rule.trigger_type !== Trigger.Keyword) return undefined
  const allowed = allow_list.some((word) => keywordPattern(word).test(text))
  for (const keyword of keyword_filter) {
    const found = keywordPattern(keyword).exec(text)
    if (found && !allowed) return { keyword, content: found[0] }
  }
  for (const keyword of regex_patterns) {
    const found = new RegExp(keyword, 'iu').exec(text)
    if (found && !allowed) return { keyword, content: found[0] }
  }
  return undefined
}

/** `word` is a whole word, `word*` a beginning, `*word` an end, `*word*` anywhere; case does not matter. */
function keywordPattern(keyword: string): RegExp {
  const plain = keyword.replace(/^\*|\*$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const start = keyword.startsWith('*') ? '' : '(?<![\\p{L}\\p{N}])'
  const end = keyword.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])'
  return new RegExp(`${start}${plain}${end}`, 'iu')
}

function carryOut(
  world: World,
  guild: Guild,
  channel: Channel,
  user: string,
  text: string,
  rule: APIAutoModerationRule,
  action: APIAutoModerationAction,
  hit: Hit,
): void {
  if (action.type === Deed.Timeout) timeOut(world, guild, user, action.metadata?.duration_seconds ?? 60)
  const alert = action.type === Deed.SendAlertMessage ? alertIn(world, guild, user, text, rule, action) : undefined
  const d = {
    guild_id: guild.id,
    action,
    rule_id: rule.id,
    rule_trigger_type: rule.trigger_type,
    user_id: user,
    channel_id: channel.api.id,
    ...(alert && { alert_system_message_id: alert }),
    content: text,
    matched_keyword: hit.keyword,
    matched_content: hit.content,
  }
  const blanked = () => ({ ...d, content: '', matched_content: '' })
  world.tell({ t: 'AUTO_MODERATION_ACTION_EXECUTION', d, guild, blanked })
}

function timeOut(world: World, guild: Guild, user: string, seconds: number): void {
  const member = guild.members.get(user)
  if (!member) return
  member.communication_disabled_until = world.iso(world.now() + seconds * 1000)
  world.tell({ t: 'GUILD_MEMBER_UPDATE', d: { ...member, guild_id: guild.id }, guild })
}

/** The alert is a message of a type of its own, with the text in an embed. */
function alertIn(
  world: World,
  guild: Guild,
  user: string,
  text: string,
  rule: APIAutoModerationRule,
  action: APIAutoModerationAction,
): string | undefined {
  const channel = guild.channels.get(action.metadata?.channel_id ?? '')
  if (!channel) return undefined
  const fields = [{ name: 'rule_name', value: rule.name }]
  const embeds = [{ type: 'auto_moderation_message', description: text, fields }]
  const alert = compose(world, channel, user, { embeds }, { type: MessageType.AutoModerationAction })
  channel.messages.add(alert)
  tellMessage(world, channel, 'MESSAGE_CREATE', alert)
  return alert.id
}
