/** What a request is about: who asks, in which language, for which community and groups. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../../../core/desk.ts'
import type { Community, Group } from '../../../core/people.ts'
import type { Locale } from '../../../core/words.ts'
import { Problem } from '../../problem.ts'
import { requireRole, type Session } from '../../sessions.ts'
import { checked, localeOf } from '../checked.ts'

/** Understood by every route. */
const common = {
  lang: z.enum(['zh', 'en']).optional(),
  community: z.string().min(1).max(256).optional(),
}
/** A strict query: a misspelt name is refused, not ignored. */
export const query = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...common, ...shape })
export const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((raw) => raw === '1')
export const upTo = (max: number, otherwise: number) => z.coerce.number().int().min(1).max(max).default(otherwise)
export const words = z.string().trim().max(200).default('')
export const groupId = z.string().min(1).max(256)

export interface Scope {
  readonly person: Session
  readonly locale: Locale
  readonly community: Community
  /** The community's, in the order the desk gives them. */
  readonly groups: readonly Group[]
}

/** The query, checked, and what it is about. */
export async function scoped<S extends z.ZodType<{ readonly community?: string | undefined }>>(
  desk: Desk,
  request: FastifyRequest,
  schema: S,
): Promise<{ query: z.output<S>; scope: Scope }> {
  const asked = checked(schema, request.query)
  return { query: asked, scope: await scopeOf(desk, request, asked.community) }
}

async function scopeOf(desk: Desk, request: FastifyRequest, wanted: string | undefined): Promise<Scope> {
  const communities = desk.communities()
  const community = wanted === undefined ? communities[0] : communities.find((one) => one.id === wanted)
  const person = requireRole(request, 'moderator')
  if (!community) throw new Problem('not_found', 'community')
  const groups = (await desk.groups()).filter((group) => group.community === community.id)
  return { person, locale: localeOf(request), community, groups }
}

export function groupIn(scope: Scope, id: string): Group {
  const group = scope.groups.find((one) => one.id === id)
  if (!group) throw new Problem('not_found', 'group')
  return group
}
