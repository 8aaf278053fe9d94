import type { FastifyInstance, FastifyRequest } from 'fastify'
import { csv, stamp } from '../csv.ts'
import { csvReply } from '../download.ts'
import type { OfficeOptions } from '../index.ts'
import { occasions } from '../occasions.ts'
import { csvTexts } from '../texts.ts'
import type { Occasion, PlannedPage } from '../wire.ts'
import { flag, groupId, groupIn, query, type Scope, scoped, upTo } from './scope.ts'

const asked = query({ past: flag, upkeep: flag, group: groupId.optional(), limit: upTo(500, 50) })

/** Occurrences to come, soonest first, or past ones, latest first. */
export function plannedRoutes(app: FastifyInstance, { desk }: OfficeOptions): void {
  const read = async (request: FastifyRequest) => {
    const { query: wanted, scope } = await scoped(desk, request, asked)
    const groups = wanted.group === undefined ? scope.groups : [groupIn(scope, wanted.group)]
    return { wanted, scope, found: await occasions(desk, { ...wanted, ...scope, groups }) }
  }

  app.get('/planned', async (request): Promise<PlannedPage> => {
    const { wanted, found } = await read(request)
    return { items: found.slice(0, wanted.limit), more: found.length > wanted.limit }
  })

  app.get('/planned.csv', async (request, reply) => {
    const { wanted, scope, found } = await read(request)
    return csvReply(reply, wanted.past ? 'past' : 'planned', plannedCsv(found, scope))
  })
}

function plannedCsv(items: readonly Occasion[], { groups, locale }: Scope): string {
  const named = new Map(groups.map((group) => [group.id, group]))
  const head = ['time', 'group', 'feature', 'job', 'key', 'state', 'note']
  return csv(
    head.map((key) => csvTexts[locale][key] ?? key),
    items.map((one) => {
      const group = named.get(one.group)
      return [
        stamp(one.due, group?.timezone),
        group?.name ?? '',
        one.feature,
        one.job,
        one.name || one.key,
        one.state,
        one.note,
      ]
    }),
  )
}
