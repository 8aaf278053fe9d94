/** Puts the rules on the wall of a group, and keeps what hangs there up to date. */
import type { Draft, Priority } from '../../core/action.ts'
import type { Ctx, Verdict } from '../../core/feature.ts'
import { fill } from '../../core/texts.ts'
import { type Localised, pick } from '../../core/words.ts'
import { rules } from './base.ts'
import type { RulesConfig } from './config.ts'
import { type Difference, difference } from './diff.ts'
import { agreeOption, askId } from './offer.ts'
import type { RulesStore, WallRow } from './store.ts'
import { rulesTexts } from './texts.ts'
import { hashOf, textKept, whole } from './wording.ts'

type RulesCtx = Ctx<RulesConfig, RulesStore>
/** More changed lines than this are told as a new text. */
const mostLines = 12

/** At first sight, after a start and after a reload: the wall is compared with the rulebook. */
export const onGroup = rules.on('group', async (ctx) => {
  const { text } = ctx.config
  if (!text) return { why: { decided: 'no rules' } }
  const wall = await ctx.store.walls.find({ group_id: ctx.group.id })
  if (!wall) return ctx.config.post ? post(ctx, text, ctx.event.id) : noted(ctx, text, 'noted')
  if (wall.hash === hashOf(text)) return { why: { decided: 'unchanged' } }
  return change(ctx, wall, text)
})

/** `source` is the id of the event: it begins the id of the action that a later edit names. */
export function post(ctx: RulesCtx, text: Localised, source: string): Verdict<RulesStore> {
  return {
    why: { decided: 'posted' },
    actions: [sheet(ctx, text), ...askFor(ctx, text, 'reply')],
    save: (store) => store.walls.put(wallOf(ctx, text, `${source}/rules.post`)),
  }
}

const sheet = (ctx: RulesCtx, text: Localised): Draft => ({
  type: 'send',
  group: ctx.group.ref,
  key: 'post',
  text: whole(text, ctx.group.languages),
  ...(ctx.config.pin && { pin: true }),
})

/** `priority` is that of what it follows, so that it is not sent before it. */
const askFor = (ctx: RulesCtx, text: Localised, priority: Priority): Draft[] =>
  ctx.config.acknowledge
    ? [
        {
          type: 'ask',
          group: ctx.group.ref,
          key: 'agree',
          ask: askId(hashOf(text)),
          text: ctx.t('agree.ask'),
          options: [agreeOption(ctx.group.languages)],
          priority,
        },
      ]
    : []

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

function change(ctx: RulesCtx & { readonly event: { readonly id: string } }, wall: WallRow, text: Localised) {
  const news = changeText(ctx, JSON.parse(wall.text) as Localised, text)
  const editable = wall.posted !== '' && ctx.can('edit')
  const hung: Draft[] = editable
    ? [{ type: 'edit', group: ctx.group.ref, key: 'edit', of: wall.posted, text: whole(text, ctx.group.languages) }]
    : wall.posted === ''
      ? []
      : [sheet(ctx, text)]
  const posted = editable || wall.posted === '' ? wall.posted : `${ctx.event.id}/rules.post`
  if (news === '' || !ctx.config.announceChanges) return { ...noted(ctx, text, 'updated', posted), actions: hung }
  const told: Draft = { type: 'announce', group: ctx.group.ref, key: 'changed', text: news, priority: 'post' }
  return { ...noted(ctx, text, 'announced', posted), actions: [...hung, told, ...askFor(ctx, text, 'post')] }
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
