/** From the rules that are there to those that are wanted, in as few requests as there are differences. */
import {
  type APIAutoModerationAction,
  type APIAutoModerationRule,
  type APIAutoModerationRuleTriggerMetadata,
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  type RESTPatchAPIAutoModerationRuleJSONBody,
  type RESTPostAPIAutoModerationRuleJSONBody,
} from 'discord-api-types/v10'
import { type Act, prefix, type Wish } from './plan.ts'

export type Step =
  | { readonly does: 'delete'; readonly id: string }
  | { readonly does: 'change'; readonly id: string; readonly body: RESTPatchAPIAutoModerationRuleJSONBody }
  | { readonly does: 'create'; readonly body: RESTPostAPIAutoModerationRuleJSONBody }

/** Ours are those that we made and that are still called so: one that was renamed by hand belongs to who did it. */
export const isOwn = (rule: APIAutoModerationRule, bot: string) =>
  rule.creator_id === bot && rule.name.startsWith(prefix)

/** Deletions first, so that there is room. Whether a rule is switched on is left as it is found. */
export function stepsTo(wanted: readonly Wish[], own: readonly APIAutoModerationRule[]): readonly Step[] {
  const left = new Set(own)
  const pairs = matched(wanted, left)
  const changes = pairs.flatMap(([wish, rule]): Step[] =>
    rule === undefined
      ? [{ does: 'create', body: newBody(wish) }]
      : isWhole(rule) && same(wish, wishOf(rule))
        ? []
        : [{ does: 'change', id: rule.id, body: bodyOf(wish) }],
  )
  const order = (does: Step['does']) => changes.filter((step) => step.does === does)
  return [...[...left].map(({ id }): Step => ({ does: 'delete', id })), ...order('change'), ...order('create')]
}

type Pair = readonly [Wish, APIAutoModerationRule | undefined]
/** By name, else any of the same kind: a rule is changed rather than deleted and made again. Takes what it uses. */
function matched(wanted: readonly Wish[], left: Set<APIAutoModerationRule>): Pair[] {
  const take = (fits: (rule: APIAutoModerationRule) => boolean) => {
    const found = [...left].find(fits)
    if (found) left.delete(found)
    return found
  }
  const byName = wanted.map(
    (wish): Pair => [wish, take(({ name, trigger_type }) => name === wish.name && trigger_type === wish.trigger)],
  )
  return byName.map(([wish, rule]) => [wish, rule ?? take(({ trigger_type }) => trigger_type === wish.trigger)])
}

const bodyOf = (wish: Wish) => ({
  name: wish.name,
  trigger_metadata: metadataOf(wish),
  actions: wish.actions.map(actionOf),
  exempt_roles: [...wish.exemptRoles],
  exempt_channels: [...wish.exemptChannels],
})
const newBody = (wish: Wish): RESTPostAPIAutoModerationRuleJSONBody => ({
  ...bodyOf(wish),
  event_type: AutoModerationRuleEventType.MessageSend,
  trigger_type: wish.trigger,
  enabled: true,
})
function metadataOf(wish: Wish): APIAutoModerationRuleTriggerMetadata {
  if (wish.trigger === AutoModerationRuleTriggerType.MentionSpam)
    return { mention_total_limit: wish.mentionLimit ?? 0, mention_raid_protection_enabled: true }
  return {
    keyword_filter: [...wish.keywords],
    regex_patterns: [...wish.regexes],
    allow_list: [...wish.allow],
  }
}
function actionOf(act: Act): APIAutoModerationAction {
  if (act.type === AutoModerationActionType.SendAlertMessage)
    return { type: act.type, metadata: { channel_id: act.channel } }
  return act.answer === undefined ? { type: act.type } : { type: act.type, metadata: { custom_message: act.answer } }
}

/** What Discord has, in the words of a wish, so that the two compare. */
function wishOf(rule: APIAutoModerationRule): Wish {
  const { keyword_filter = [], regex_patterns = [], allow_list = [], mention_total_limit } = rule.trigger_metadata
  const mentions = rule.trigger_type === AutoModerationRuleTriggerType.MentionSpam
  return {
    name: rule.name,
    trigger: mentions ? AutoModerationRuleTriggerType.MentionSpam : AutoModerationRuleTriggerType.Keyword,
    keywords: keyword_filter,
    regexes: regex_patterns,
    allow: allow_list,
    ...(mentions && mention_total_limit !== undefined && { mentionLimit: mention_total_limit }),
    actions: rule.actions.flatMap(actOf),
    exemptRoles: rule.exempt_roles,
    exemptChannels: rule.exempt_channels,
  }
}
function actOf({ type, metadata }: APIAutoModerationAction): Act[] {
  if (type === AutoModerationActionType.SendAlertMessage) return [{ type, channel: metadata?.channel_id ?? '' }]
  if (type !== AutoModerationActionType.BlockMessage) return []
  return [{ type, ...(metadata?.custom_message && { answer: metadata.custom_message }) }]
}
/** A time-out that somebody added by hand is none of ours: the rule is brought back. */
const isWhole = ({ actions }: APIAutoModerationRule) =>
  actions.every(
    ({ type }) => type === AutoModerationActionType.BlockMessage || type === AutoModerationActionType.SendAlertMessage,
  )

/** Lists in any order. */
const same = (one: Wish, other: Wish) => key(one) === key(other)
const key = (wish: Wish) =>
  JSON.stringify([
    wish.name,
    wish.mentionLimit,
    ...[wish.keywords, wish.regexes, wish.allow, wish.exemptRoles, wish.exemptChannels].map((list) => [...list].sort()),
    wish.actions.map((act) => [act.type, 'channel' in act ? act.channel : (act.answer ?? '')].join(' ')).sort(),
  ])
