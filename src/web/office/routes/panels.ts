import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import { checked } from '../checked.ts'
import { csvReply } from '../download.ts'
import type { OfficeOptions } from '../index.ts'
import { pageOf, panelCsv, panelOf } from '../panels.ts'
import type { PanelPage } from '../wire.ts'
import { query, scoped, upTo, words } from './scope.ts'

const named = z.strictObject({ feature: z.string().max(64), name: z.string().max(64) })
const paged = query({
  find: words,
  sort: z.string().max(64).default(''),
  page: upTo(1_000_000, 1),
  per: upTo(200, 50),
  asked: z.string().trim().max(300).optional().describe('For panels that answer something'),
})

/** Panels of the features as pages of rows, and whole as CSV. `queue` is the one of moderation that waits for people. */
export function panelRoutes(app: FastifyInstance, { desk }: OfficeOptions): void {
  const page = async (request: FastifyRequest, feature: string, name: string): Promise<PanelPage> => {
    const { query: asked, scope } = await scoped(desk, request, paged)
    const panel = await panelOf(desk, feature, name, scope.community, scope.locale, asked.asked)
    if (!panel) throw new Problem('not_found', `${feature}/${name}`)
    return pageOf(panel, asked)
  }

  app.get('/panels', async () => ({ panels: desk.panels() }))
  app.get('/queue', (request) => page(request, 'moderation', 'queue'))
  app.get('/panel/:feature/:name', async (request, reply) => {
    const { feature, name } = checked(named, request.params)
    if (!name.endsWith('.csv')) return page(request, feature, name)
    const { scope } = await scoped(desk, request, query({}))
    const table = name.slice(0, -'.csv'.length)
    const panel = await panelOf(desk, feature, table, scope.community, scope.locale)
    if (!panel) throw new Problem('not_found', `${feature}/${name}`)
    return csvReply(reply, `${feature}-${table}`, panelCsv(panel, scope.groups, scope.locale))
  })
}
