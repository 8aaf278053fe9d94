/** Where the owner wants it, the platform's own filter holds back what the rulebook names: before anybody reads it. */
import type { ActionOf, Draft } from '../../core/action.ts'
import type { Verdict } from '../../core/feature.ts'
import type { Config } from './config.ts'
import { type ModerationCtx, moderation } from './kit.ts'
import { mirroredIn } from './rules/mirrored.ts'
import type { MirrorRow, Store } from './store.ts'

/** A group whose rulebook changed, or that is new: what is mirrored is set again, what no longer is is taken away. */
export const onGroup = moderation.on('group', (ctx) => (ctx.event.gone ? undefined : mirrored(ctx)))
/** Once a day all the same: somebody may have changed the filter by hand, or given a right that was missing. */
export const mirrorDaily = moderation.job({
  name: 'mirror',
  recurs: ({ mirror }) => (mirror ? [{ key: 'daily', cron: '50 4 * * *', late: 'once' }] : []),
  run: mirrored,
})

async function mirrored(ctx: ModerationCtx): Promise<Verdict<Store> | undefined> {
  if (!ctx.can('filters')) return undefined
  const row: MirrorRow = await ctx.store.mirrors.get({ group_id: ctx.group.id })
  const { mirror } = ctx.config
  if (!mirror && row.since === 0) return undefined
  const wanted = mirror ? wantedOf(ctx.config) : none
  const action: Draft = { type: 'filters', group: ctx.group.ref, ...wanted, priority: 'moderation', key: 'mirror' }
  return {
    actions: [action],
    save: (store) => store.mirrors.put({ ...row, since: mirror ? row.since || ctx.now : 0 }),
    why: {
      decided: mirror ? 'mirrored' : 'mirror removed',
      checks: [{ name: 'words', found: `${wanted.words.length}` }],
    },
  }
}

type Wanted = Omit<ActionOf<'filters'>, 'type' | 'group'>
const none: Wanted = { words: [], invites: false, links: false }
const mostWords = 10_000
const mostMentions = 50
const mostAllowed = 5000

/**
 * Never harsher than the rulebook: only what holds for everybody, and what is enough by itself for staff to be asked; of
 * the owner's own rules, what they take away in any case.
 * What hangs on who wrote it, when and how often remains ours.
 */
export function wantedOf(config: Config): Wanted {
  const { ask, words, links, mentions } = config
  const own = mirroredIn(config)
  const lists = words.filter(({ reach, score }) => reach === 'everyone' && score >= ask)
  const listed = lists
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ match, words: some }) => (match === 'substring' ? some.map((word) => `*${word}*`) : some))
  const denied = [...(links.denied >= ask ? links.deny : []), ...own.deny].map((domain) => `*${domain}*`)
  const limit = Math.min(mentions.score >= ask ? mentions.most : Infinity, own.mentions ?? Infinity)
  const allow = [...new Set([...links.allow, ...own.allow])]
  return {
    words: [...new Set([...denied, ...own.words, ...listed])].filter(({ length }) => length <= 200).slice(0, mostWords),
    ...(limit <= mostMentions && { mentionLimit: limit }),
    invites: (links.invites === 'everyone' && links.invite >= ask) || own.invites,
    links: own.links,
    ...(allow.length > 0 && { allow: allow.slice(0, mostAllowed) }),
  }
}
