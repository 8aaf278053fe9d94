/** Opens both places in the browser on one port. */
import type { AddressInfo } from 'node:net'
import type { WebAdapter } from '../../adapters/web/index.ts'
import type { Desk } from '../core/desk.ts'
import type { Log } from '../core/feature.ts'
import type { Database } from '../core/tables.ts'
import { buildPages } from './build.ts'
import { hallRoutes } from './hall/routes.ts'
import { officeRoutes } from './office/index.ts'
import { createServer } from './server.ts'
import { sessions } from './sessions.ts'

export interface WebStart {
  readonly adapter: WebAdapter
  readonly desk: Desk
  readonly db: Database
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Log
  /** 0 for any that is free. */
  readonly port: number
  /** 127.0.0.1 where not given: nobody outside this machine gets in. */
  readonly host?: string
  readonly trustProxy?: boolean
}
export interface Web {
  /** "http://127.0.0.1:7070" */
  readonly url: string
  /** A new one-time key for the owner, as the address to open. It ends the one before. */
  ownerAddress(): Promise<string>
  /** Whether an owner can still get in without a key. */
  ownerIsIn(): Promise<boolean>
  close(): Promise<void>
}

/** Throws where the port is taken. The adapter is to be started by the engine, before or after. */
export async function startWeb(options: WebStart): Promise<Web> {
  const { adapter, desk, db, log, now } = options
  const known = sessions(db, now)
  const server = await createServer({
    sessions: known,
    pages: await buildPages(log),
    log,
    routes: {
      '/api/hall': hallRoutes({ hall: adapter.hall, sessions: known, desk, log }),
      '/api/office': officeRoutes({ desk, now }),
    },
    ...(options.trustProxy !== undefined && { trustProxy: options.trustProxy }),
  })
  const host = options.host ?? '127.0.0.1'
  await server.listen({ port: options.port, host })
  const { port } = server.server.address() as AddressInfo
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    url,
    ownerAddress: async () => `${url}/enter#${await known.ownerKey()}`,
    ownerIsIn: () => known.ownerIsIn(),
    close: () => server.close(),
  }
}
