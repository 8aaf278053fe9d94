/** Puts the rules on the wall of a group, and keeps what hangs there up to date. */
import type { ActionOf, Draft } from '../../core/action.ts'
import type { Ctx, EventCtx, Verdict } from '../../core/feature.ts'
import { fill } from '../../core/texts.ts'
import { type Localised, pick } from '../../core/words.ts'
import { rules } from './base.ts'
import type { RulesConfig } from './config.ts'
import { type Difference, difference } from './diff.ts'
import { agreeOption, ask } from './offer.ts'
import type { RulesStore, WallRow } from './store.ts'
import { rulesTexts } from './texts.ts'
import { hashOf, textKept, whole } from './wording.ts'

type RulesCtx = Ctx<RulesConfig, RulesStore>
/** More changed lines than this are told as a new text. */
const mostLines = 12

/**
 * At first sight, after a start and after a reload: the wall is compared with the rulebook. While the group is only
 * observed nothing hangs there yet, so that all of it is posted when observing ends.
 */
export const onGroup = rules.on('group', async (ctx) => {
  const { why, actions = [], save } = await compare(ctx)
  return ctx.group.observe ? { why, actions } : { why, actions, save }
})

async function compare(ctx: EventCtx<RulesConfig, RulesStore, 'group'>): Promise<Verdict<RulesStore>> {
  const { text } = ctx.config
  if (!text) return { why: { decided: 'no rules' } }
  const wall = await ctx.store.walls.find({ group_id: ctx.group.id })
  if (!wall) return ctx.config.post ? post(ctx, text, ctx.event.id) : noted(ctx, text, 'noted')
  if (wall.hash === hashOf(text)) return { why: { decided: 'unchanged' } }
  return change(ctx, wall, text)
}

/** `source` is the id of the event: it begins the id of the action that a later edit names. */
export function post(ctx: RulesCtx, text: Localised, source: string): Verdict<RulesStore> {
  const sheets = hang(ctx, text)
  return {
    why: { decided: 'posted' },
    actions: sheets,
    save: (store) => store.walls.put(wallOf(ctx, text, nameOf(source, sheets[0].key))),
  }
}
const nameOf = (source: string, key: string) => `${source}/rules.${key}`

type Hung = (ActionOf<'send'> | ActionOf<'ask'>) & { readonly key: string }
/** One post with the buttons where the platform has buttons; a post and the question below it where it has not. */
function hang(ctx: RulesCtx, text: Localised): [Hung, ...Hung[]] {
  const pin = ctx.config.pin && { pin: true }
  const about = { group: ctx.group.ref, text: whole(text, ctx.group.languages), ...pin }
  const asked = askFor(ctx, text)
  const [only] = asked
  return only && ctx.can('ask')
    ? [{ ...only, ...about, key: withButtons, text: `${about.text}\n\n${only.text}` }]
    : [{ type: 'send', key: 'post', ...about }, ...asked]
}
/** Key of the post that has buttons, and can be given others. */
const withButtons = 'sheet'

function askFor(ctx: RulesCtx, text: Localised): (ActionOf<'ask'> & { readonly key: string })[] {
  if (!ctx.config.acknowledge) return []
  const { ref, languages } = ctx.group
  return [
    { type: 'ask', group: ref, key: 'agree', ask, text: ctx.t('agree.ask'), options: [agreeOption(text, languages)] },
  ]
}

const wallOf = (ctx: RulesCtx, text: Localised, posted: string): WallRow => ({
  group_id: ctx.group.id,
  hash: hashOf(text),
  text: textKept(text),
  posted,
  at: ctx.now,
})

function noted(ctx: RulesCtx, text: Localised, decided: string, posted = ''): Verdict<RulesStore> {
  return { why: { decided }, save: (store) => store.walls.put(wallOf(ctx, text, posted)) }
}

/** A changed rulebook is the owner's own act: it is told at once, and counts as no unasked post. */
function change(ctx: RulesCtx & { readonly event: { readonly id: string } }, wall: WallRow, text: Localised) {
  const news = changeText(ctx, JSON.parse(wall.text) as Localised, text)
  const { posted, actions } = rehang(ctx, wall, text)
  if (news === '' || !ctx.config.announceChanges) return { ...noted(ctx, text, 'updated', posted), actions }
  const told: Draft = { type: 'announce', group: ctx.group.ref, key: 'changed', text: news }
  const asked = actions.some(({ type }) => type === 'ask') ? [] : askFor(ctx, text)
  return { ...noted(ctx, text, 'announced', posted), actions: [...actions, told, ...asked] }
}

/** The post on the wall is edited, buttons and all; where that cannot be, another is hung. */
function rehang(ctx: RulesCtx & { readonly event: { readonly id: string } }, { posted }: WallRow, text: Localised) {
  if (posted === '') return { posted, actions: [] }
  const [sheet] = hang(ctx, text)
  if (!ctx.can('edit')) return { posted: nameOf(ctx.event.id, sheet.key), actions: [sheet] }
  const buttons = posted.endsWith(`/rules.${withButtons}`)
  const edit: Draft = {
    type: 'edit',
    group: ctx.group.ref,
    key: 'edit',
    of: posted,
    text: buttons ? sheet.text : whole(text, ctx.group.languages),
    ...(buttons && { options: sheet.type === 'ask' ? sheet.options : [] }),
  }
  return { posted, actions: [edit] }
}

/** A block per language of the group in which lines changed; '' where none did. */
function changeText(ctx: RulesCtx, before: Localised, after: Localised): string {
  const told = new Set<string>()
  const blocks = ctx.group.languages.flatMap((locale) => {
    const [old, now] = [pick(clean(before), locale), pick(after, locale)]
    const found = difference(old, now)
    const key = `${old}\0${now}`
    if (told.has(key) || found.added.length + found.removed.length === 0) return []
    told.add(key)
    const say = (name: string) => fill(rulesTexts[locale][name] ?? name)
    return [changeBlock(say, found, now)]
  })
  return blocks.join('\n\n')
}
const clean = ({ zh, en }: { zh?: string | null; en?: string | null }): Localised => ({
  ...(typeof zh === 'string' && { zh }),
  ...(typeof en === 'string' && { en }),
})

function changeBlock(say: (key: string) => string, { added, removed }: Difference, now: string): string {
  if (added.length + removed.length > mostLines) {
    return [say('changed.title'), say('changed.rewritten'), '', now].join('\n')
  }
  return [
    say('changed.title'),
    ...added.map((line) => `- ${say('changed.added')}: ${line}`),
    ...removed.map((line) => `- ${say('changed.removed')}: ~~${line}~~`),
    say('changed.hint'),
  ].join('\n')
}
