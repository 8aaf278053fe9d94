import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Planned } from '../../../core/desk.ts'
import { csv, stamp } from '../csv.ts'
import { csvReply } from '../download.ts'
import type { OfficeOptions } from '../index.ts'
import { csvTexts } from '../texts.ts'
import type { PlannedPage } from '../wire.ts'
import { flag, groupId, groupIn, query, type Scope, scoped, upTo } from './scope.ts'

/** How many occurrences are read at most: the desk has no page after the first. */
const most = 2000
const asked = query({ past: flag, group: groupId.optional(), limit: upTo(500, 50) })

/** Occurrences to come, soonest first, or past ones, latest first. */
export function plannedRoutes(app: FastifyInstance, { desk }: OfficeOptions): void {
  const items = async (past: boolean, group: string | undefined, scope: Scope): Promise<Planned[]> => {
    const ids = new Set((group === undefined ? scope.groups : [groupIn(scope, group)]).map((one) => one.id))
    const all = await desk.planned({ past, limit: most })
    return all.filter((one) => ids.has(one.group)).toSorted((a, b) => (past ? b.due - a.due : a.due - b.due))
  }

  app.get('/planned', async (request): Promise<PlannedPage> => {
    const {
      query: { past, group, limit },
      scope,
    } = await scoped(desk, request, asked)
    const found = await items(past, group, scope)
    return { items: found.slice(0, limit), more: found.length > limit }
  })

  app.get('/planned.csv', async (request: FastifyRequest, reply) => {
    const {
      query: { past, group },
      scope,
    } = await scoped(desk, request, asked)
    return csvReply(reply, past ? 'past' : 'planned', plannedCsv(await items(past, group, scope), scope))
  })
}

function plannedCsv(items: readonly Planned[], { groups, locale }: Scope): string {
  const named = new Map(groups.map((group) => [group.id, group]))
  const head = ['time', 'group', 'feature', 'job', 'key', 'state', 'note']
  return csv(
    head.map((key) => csvTexts[locale][key] ?? key),
    items.map((one) => {
      const group = named.get(one.group)
      return [stamp(one.due, group?.timezone), group?.name ?? '', one.feature, one.job, one.key, one.state, one.note]
    }),
  )
}
