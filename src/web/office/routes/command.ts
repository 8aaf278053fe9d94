import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checked, localeOf } from '../checked.ts'
import { command } from '../command.ts'
import type { OfficeOptions } from '../index.ts'
import type { CommandAnswer } from '../wire.ts'
import { groupId, groupIn, query, scoped } from './scope.ts'

const order = z.strictObject({
  group: groupId,
  name: z.string().min(1).max(64),
  input: z.record(z.string().max(64), z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()])),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
})

/** Gives a command in a group as the person who is signed in. What is wrong with it comes back by its field. */
export function commandRoutes(app: FastifyInstance, { desk, now }: OfficeOptions): void {
  app.post('/command', { bodyLimit: 64 * 1024 }, async (request, reply): Promise<CommandAnswer> => {
    const { group, ...rest } = checked(order, request.body)
    const { scope } = await scoped(desk, request, query({}))
    const answer = await command(desk, rest, {
      person: scope.person,
      group: groupIn(scope, group),
      locale: localeOf(request),
      now: now(),
    })
    if (!answer.ok) reply.status(422)
    return answer
  })
}
