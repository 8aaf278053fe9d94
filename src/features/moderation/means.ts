/**
 * Deeds that a platform has no means for. What nobody can do there, not even by hand (take away another's message, keep
 * one member from writing, as on WeChat), the member is asked to do; a ban is a removal, again at each return.
 */
import type { ModerationCtx } from './kit.ts'
import type { Step } from './sanctions.ts'

type Can = Pick<ModerationCtx, 'can'>

export const isAsked = (ctx: Can, does: Step['does']): boolean =>
  (does === 'delete' || does === 'mute') && !ctx.can(does)
/** Marks what the member is only asked to do: it is never called done. */
export const asFarAsCan = (ctx: Can, step: Step): Step => (isAsked(ctx, step.does) ? { ...step, asked: true } : step)
export const bansByKick = (ctx: Can): boolean => !ctx.can('ban') && ctx.can('kick')
