import type { FastifyInstance } from 'fastify'
import { requireRole } from '../../sessions.ts'
import { checked } from '../checked.ts'
import type { OfficeOptions } from '../index.ts'
import type { Drawn, Login } from '../wire.ts'
import { query } from './scope.ts'

/**
 * Platforms that wait for a person to let Innkeeper in. For owners only: the code is a key. It is drawn here, so that
 * it goes to nobody else's server.
 */
export function loginRoutes(app: FastifyInstance, { desk }: OfficeOptions): void {
  app.get('/logins', async (request, reply): Promise<{ logins: readonly Login[] }> => {
    checked(query({}), request.query)
    requireRole(request, 'owner')
    reply.header('cache-control', 'no-store')
    const logins: Login[] = []
    for (const [platform, { login }] of Object.entries(desk.health()))
      if (login) logins.push({ platform, step: login.step, drawn: login.code ? await draw(login.code) : null })
    return { logins }
  })
}

/** The dark modules of a QR code, row by row, as one SVG path in a square of `size` modules. */
async function draw(code: string): Promise<Drawn> {
  const { default: qrcode } = await import('qrcode')
  const { modules } = qrcode.create(code, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  return { size, path }
}
