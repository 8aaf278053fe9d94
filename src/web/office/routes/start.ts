import type { FastifyInstance } from 'fastify'
import { mayDo } from '../../../core/words.ts'
import type { OfficeOptions } from '../index.ts'
import { today } from '../today.ts'
import type { MemberHit, Start, Today } from '../wire.ts'
import { groupId, groupIn, query, scoped, upTo, words } from './scope.ts'

/** What the pages need before they can draw anything, the morning page, and members by name. */
export function startRoutes(app: FastifyInstance, { desk, now }: OfficeOptions): void {
  app.get('/start', async (request): Promise<Start> => {
    const { scope } = await scoped(desk, request, query({}))
    return {
      person: { name: scope.person.name, role: scope.person.role },
      communities: desk.communities(),
      groups: scope.groups,
      commands: desk.commands.filter((card) => mayDo(scope.person.role, card.role)),
      panels: desk.panels(),
    }
  })

  app.get('/today', async (request): Promise<Today> => {
    const { scope } = await scoped(desk, request, query({}))
    return today(desk, { ...scope, now: now() })
  })

  const people = query({ group: groupId, find: words, limit: upTo(50, 12) })
  app.get('/members', async (request): Promise<{ members: readonly MemberHit[] }> => {
    const { query: asked, scope } = await scoped(desk, request, people)
    const group = groupIn(scope, asked.group)
    const found = await desk.members(group.id, { find: asked.find, limit: asked.limit })
    return {
      members: found.map(({ id, name, number, role, user, present }) => ({ id, name, number, role, user, present })),
    }
  })
}
