/** /slowmode /lock /unlock /pause-invites: the place itself rather than a member. Each is an action and a line in the log. */
import { z } from 'zod'
import type { ActionType, Draft } from '../../../core/action.ts'
import type { Verdict } from '../../../core/feature.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import { settingName } from '../raid/measures.ts'
import type { SettingRow } from '../raid/store.ts'
import type { Store } from '../store.ts'
import { lasting, sayIn, sayTo } from '../wording.ts'
import { type CommandCtx, reasonField } from './targets.ts'

interface Done {
  readonly action: Draft
  /** One word for the log. */
  readonly decided: string
  readonly reply: string
  /** Remembered, so that a raid gives back what staff had set. */
  readonly set?: Omit<SettingRow, 'group_id'>
}
/** Refused where the platform has nothing of the kind: nobody could do it for us. */
const orderly = (ctx: CommandCtx, needs: ActionType, done: () => Done): Verdict<Store> => {
  if (!ctx.can(needs)) return refuse('cannot', sayTo(ctx, ctx.member)('error.cannot'))
  const { action, decided, reply, set } = done()
  const group_id = ctx.group.id
  return {
    actions: [{ ...action, priority: 'moderation' }],
    why: { decided },
    reply,
    ...(set && { save: (store: Store) => store.settings.put({ group_id, ...set }) }),
  }
}
/** In the audit log of the platform, where the bot is all that is seen otherwise. */
export const auditOf = (ctx: CommandCtx, reason = '') =>
  [sayIn(ctx)('audit.by', { who: ctx.member.name }), reason].filter(Boolean).join(' · ').slice(0, 500).toWellFormed()

/** The group, and the channel the command was given in. */
const here = ({ group, event }: CommandCtx) => ({ group: group.ref, ...(event.where && { where: event.where }) })

const longestGap = 21_600
export const slowmode = moderation.command({
  name: 'slowmode',
  aliases: ['慢速', '慢速模式'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ seconds: z.int().min(0).max(longestGap), reason: reasonField }),
  run: (ctx, { seconds, reason }) => {
    const say = sayTo(ctx, ctx.member)
    const gapMs = seconds * 1000
    return orderly(ctx, 'slow', () => ({
      action: { type: 'slow', ...here(ctx), gapMs, reason: auditOf(ctx, reason) },
      decided: seconds > 0 ? 'slowed' : 'slow mode ended',
      reply: seconds > 0 ? say('answer.slow', { gap: lasting(say, gapMs) }) : say('answer.slow.off'),
      set: { what: settingName('slow', ctx.event.where), value: gapMs },
    }))
  },
})

const locking = (name: 'lock' | 'unlock', aliases: readonly string[]) =>
  moderation.command({
    name,
    aliases,
    role: 'moderator',
    private: true,
    // No reason to be typed: "解锁 新成就" is talk.
    input: z.strictObject({}),
    run: (ctx) =>
      orderly(ctx, 'lock', () => ({
        action: { type: 'lock', ...here(ctx), locked: name === 'lock', reason: auditOf(ctx) },
        decided: `${name}ed`,
        reply: sayTo(ctx, ctx.member)(`answer.${name}`),
      })),
  })
export const lock = locking('lock', ['锁定', '锁定频道'])
export const unlock = locking('unlock', ['解锁', '解除锁定'])

export const pauseInvites = moderation.command({
  name: 'pause-invites',
  aliases: ['暂停邀请'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ action: z.enum(['pause', 'resume']).default('pause'), reason: reasonField }),
  run: (ctx, { action, reason }) =>
    orderly(ctx, 'invites', () => ({
      action: { type: 'invites', group: ctx.group.ref, paused: action === 'pause', reason: auditOf(ctx, reason) },
      decided: `invites ${action}d`,
      reply: sayTo(ctx, ctx.member)(`answer.invites.${action}`),
      set: { what: settingName('invites'), value: action === 'pause' ? 1 : 0 },
    })),
})
