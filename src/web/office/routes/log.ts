import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { LogEntry } from '../../../core/desk.ts'
import { Problem } from '../../problem.ts'
import { csvReply } from '../download.ts'
import type { OfficeOptions } from '../index.ts'
import { logCsv, logPage } from '../log.ts'
import type { LogPage } from '../wire.ts'
import { flag, groupId, groupIn, query, type Scope, scoped, upTo, words } from './scope.ts'

const filters = {
  group: groupId.optional(),
  find: words,
  feature: z.string().max(64).optional(),
  decided: flag,
}
const paged = query({ ...filters, before: z.coerce.number().int().min(0).optional(), limit: upTo(200, 50) })
/** Rows of a CSV at most, newest first. */
const most = 5000

/** Every event and what came of it; `/why/:event` is one of them. */
export function logRoutes(app: FastifyInstance, { desk }: OfficeOptions): void {
  const page = (scope: Scope, asked: z.output<typeof paged>, limit: number) => {
    const { group, find, feature, before, decided } = asked
    if (group !== undefined) groupIn(scope, group)
    return logPage(desk, scope.groups, { group, find, feature, before, limit, decidedOnly: decided })
  }

  app.get('/log', async (request): Promise<LogPage> => {
    const { query: asked, scope } = await scoped(desk, request, paged)
    return page(scope, asked, asked.limit)
  })

  app.get('/log.csv', async (request, reply) => {
    const { query: asked, scope } = await scoped(desk, request, paged)
    const { entries } = await page(scope, asked, most)
    return csvReply(reply, 'log', logCsv(entries, scope.groups, scope.locale))
  })

  app.get('/why', async (request): Promise<LogEntry> => {
    const { query: asked, scope } = await scoped(desk, request, query({ event: z.string().min(1).max(256) }))
    const entry = await desk.why(asked.event)
    if (!entry || !scope.groups.some((group) => group.id === entry.group)) throw new Problem('not_found', 'event')
    return entry
  })
}
