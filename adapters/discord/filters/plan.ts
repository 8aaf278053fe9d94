/** Which AutoMod rules say what the rulebook says, and what of it they have no room for. */
import { AutoModerationActionType, AutoModerationRuleTriggerType } from 'discord-api-types/v10'
import type { ActionOf } from '../../../src/core/action.ts'
import type { DiscordConfig } from '../config.ts'
import { fitted } from './keyword.ts'
import { limits } from './limits.ts'

/** A rule as Discord is to have it: what both sides of a comparison are brought to. */
export interface Wish {
  readonly name: string
  readonly trigger: AutoModerationRuleTriggerType.Keyword | AutoModerationRuleTriggerType.MentionSpam
  readonly keywords: readonly string[]
  readonly regexes: readonly string[]
  readonly allow: readonly string[]
  readonly mentionLimit?: number
  readonly actions: readonly Act[]
  /** Ids. */
  readonly exemptRoles: readonly string[]
  readonly exemptChannels: readonly string[]
}
export type Act =
  | { readonly type: AutoModerationActionType.BlockMessage; readonly answer?: string }
  | { readonly type: AutoModerationActionType.SendAlertMessage; readonly channel: string }

/** What the server has beside the rulebook. Ids all. */
export interface Server {
  /** Where AutoMod reports; undefined where no channel is named. */
  readonly alerts: string | undefined
  readonly exemptRoles: readonly string[]
  readonly exemptChannels: readonly string[]
  /** Keyword rules and mention rules that are not ours. */
  readonly others: { readonly keyword: number; readonly mention: number }
}
/** What found no room, by number. */
export interface Left {
  /** Words too long for a keyword and for a regular expression. */
  readonly long: number
  /** Words beyond the room of the rules. */
  readonly words: number
  /** Welcome addresses beyond what a rule may list. */
  readonly allow: number
  /** Another rule about mentions is there already, and Discord has room for one. */
  readonly mentions: boolean
  /** No keyword rule was left for links and invitations. */
  readonly links: boolean
}
export interface Plan {
  readonly rules: readonly Wish[]
  readonly left: Left
}

/** How our rules begin, whatever else they are called. */
export const prefix = '掌柜 Innkeeper · '
const names = { mentions: '提及 Mentions', links: '链接 Links' } as const
const wordsName = (n: number) => `词表 Words ${n}`

type Filters = ActionOf<'filters'>

export function planned(action: Filters, { automod }: DiscordConfig, server: Server): Plan {
  const shared = sharedOf(automod.answer, server)
  const room = Math.max(0, limits.keywordRules - server.others.keyword)
  const links = linkRule(action, automod)
  const linked = links !== undefined && room > 0 ? [{ ...shared, ...links.rule }] : []
  const words = wordRules(automod.words ? action.words : [], room - linked.length)
  const limit = automod.mentions ? action.mentionLimit : undefined
  const taken = limit !== undefined && server.others.mention > 0
  const mentions = limit !== undefined && !taken ? [{ ...shared, ...mentionRule(limit) }] : []
  return {
    rules: [...mentions, ...linked, ...words.rules.map((rule) => ({ ...shared, ...rule }))],
    left: {
      long: words.long,
      words: words.left,
      allow: linked.length > 0 ? (links?.left ?? 0) : 0,
      mentions: taken,
      links: links !== undefined && linked.length === 0,
    },
  }
}

type Shared = Pick<Wish, 'actions' | 'exemptRoles' | 'exemptChannels'>
type Own = Omit<Wish, keyof Shared>
const sharedOf = (answer: string, { alerts, exemptRoles, exemptChannels }: Server): Shared => ({
  actions: [
    { type: AutoModerationActionType.BlockMessage, ...(answer !== '' && { answer: answer.slice(0, limits.answer) }) },
    ...(alerts === undefined ? [] : [{ type: AutoModerationActionType.SendAlertMessage, channel: alerts } as const]),
  ],
  exemptRoles: exemptRoles.slice(0, limits.exemptRoles),
  exemptChannels: exemptChannels.slice(0, limits.exemptChannels),
})
const bare = { keywords: [], regexes: [], allow: [] }
const keyworded = (name: string, some: Partial<Own>): Own => ({
  ...bare,
  name: prefix + name,
  trigger: AutoModerationRuleTriggerType.Keyword,
  ...some,
})
const mentionRule = (limit: number): Own => ({
  ...bare,
  name: prefix + names.mentions,
  trigger: AutoModerationRuleTriggerType.MentionSpam,
  mentionLimit: Math.min(limit, limits.mentions),
})

/** Beginnings of invitations: Discord’s own, and those of the groups that spammers lead to. */
const invitations = [
  'discord.gg/',
  'discord.com/invite/',
  'discordapp.com/invite/',
  'dsc.gg/',
  't.me/+',
  't.me/joinchat/',
  'chat.whatsapp.com/',
]
const anyLink = ['http://', 'https://', 'www.']

function linkRule(action: Filters, automod: DiscordConfig['automod']) {
  const wanted = [
    ...(automod.invites && action.invites ? invitations : []),
    ...(automod.links && action.links ? anyLink : []),
  ]
  if (wanted.length === 0) return undefined
  const welcome = (action.allow ?? []).map((one) => `*${one.toLowerCase()}*`)
  const allow = welcome.filter((one) => [...one].length <= limits.allow).slice(0, limits.allowed)
  const keywords = wanted.map((one) => `*${one}*`)
  return { rule: keyworded(names.links, { keywords, allow }), left: welcome.length - allow.length }
}

/** Filled one after the other, in the order of the words: the weightiest come first, and are not those left out. */
function wordRules(words: readonly string[], room: number) {
  const keywords: string[] = []
  const regexes: string[] = []
  let long = 0
  for (const word of new Set(words)) {
    const fit = fitted(word)
    if (fit === undefined) long++
    else if ('keyword' in fit) keywords.push(fit.keyword)
    else regexes.push(fit.regex)
  }
  const different = { keywords: [...new Set(keywords)], regexes: [...new Set(regexes)] }
  const needed = Math.max(
    Math.ceil(different.keywords.length / limits.keywords),
    Math.ceil(different.regexes.length / limits.regexes),
  )
  const rules = Array.from({ length: Math.min(needed, Math.max(0, room)) }, (_, n) =>
    keyworded(wordsName(n + 1), {
      keywords: different.keywords.slice(n * limits.keywords, (n + 1) * limits.keywords),
      regexes: different.regexes.slice(n * limits.regexes, (n + 1) * limits.regexes),
    }),
  )
  const held = rules.reduce((sum, rule) => sum + rule.keywords.length + rule.regexes.length, 0)
  return { rules, long, left: different.keywords.length + different.regexes.length - held }
}
