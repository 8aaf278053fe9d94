/** One REST request, as a route sees it, and how routes are declared. */

import type { Attachment } from '../acts/attachments.ts'
import { DiscordError } from '../errors.ts'
import type { Actor, World } from '../state/world.ts'

export interface Call {
  readonly world: World
  readonly params: Record<string, string>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly Attachment[]
  /** The bot, with the reason of its X-Audit-Log-Reason header. */
  readonly by: Actor
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export interface Route {
  readonly method: string
  /** As Discord's OpenAPI document writes it. */
  readonly path: string
  readonly run: (call: Call) => Answer
  /** Interactions answer by their token; everything else by the bot's. */
  readonly open?: boolean
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const nothing: Answer = { status: 204 }

/** The body as the shape that the route documents; checked for being an object at all. */
export function bodyOf<T extends object>(call: Call): T {
  if (call.body === undefined || call.body === null) return {} as T
  if (typeof call.body !== 'object') throw new DiscordError('invalidForm')
  return call.body as T
}

/** A path parameter. Routes only ask for those that their path names. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? ''
}

/** `limit` and the like, within bounds. */
export function number(call: Call, name: string, preset: number, max: number): number {
  const value = Number(call.query.get(name) ?? preset)
  return Number.isFinite(value) ? Math.min(Math.max(1, Math.floor(value)), max) : preset
}

export const route = (method: string, path: string, run: (call: Call) => Answer): Route => ({ method, path, run })
