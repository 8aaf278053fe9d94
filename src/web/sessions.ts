/** Who is asking: owner keys and sessions. Only hashes of either are stored. */
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type HallDb, hallDb } from '../../adapters/web/tables.ts'
import type { Database } from '../core/tables.ts'
import { type Locale, mayDo, type Role } from '../core/words.ts'
import { Problem } from './problem.ts'

/** A signed-in account. */
export interface Session {
  /** "web:u…" */
  readonly user: string
  readonly name: string
  readonly role: Role
  readonly locale: Locale | undefined
}
declare module 'fastify' {
  interface FastifyRequest {
    session: Session | undefined
  }
}

const day = 86_400_000
/** How long a cookie is good for; use does not prolong it. */
export const sessionMs = 90 * day
const keyMs = 7 * day
export const sessionCookie = 'innkeeper'
export const ownerId = 'web:owner'

const hash = (secret: string) => createHash('sha256').update(secret).digest('hex')
const secret = () => randomBytes(24).toString('base64url')

/** The session of a request that needs one. Throws `not_signed_in` or `not_allowed`. */
export function requireRole(request: FastifyRequest, role: Role): Session {
  if (!request.session) throw new Problem('not_signed_in')
  if (!mayDo(request.session.role, role)) throw new Problem('not_allowed')
  return request.session
}

export type Sessions = ReturnType<typeof sessions>
export function sessions(community: Database, now: () => number) {
  const db = hallDb(community)
  return {
    /** A new session; the token is for the cookie and is not kept. */
    async open(user: string): Promise<string> {
      const token = secret()
      const at = now()
      await db
        .insertInto('web_sessions')
        .values({ hash: hash(token), user_id: user, created_at: at, expires_at: at + sessionMs })
        .execute()
      return token
    },
    find: (token: string) => findSession(db, hash(token), now()),
    async close(token: string) {
      await db.deleteFrom('web_sessions').where('hash', '=', hash(token)).execute()
    },
    /** A new one-time key. Good for seven days; keys made before stop working. */
    async ownerKey(): Promise<string> {
      const key = secret()
      const at = now()
      await db.deleteFrom('web_keys').execute()
      await db
        .insertInto('web_keys')
        .values({ hash: hash(key), created_at: at, expires_at: at + keyMs })
        .execute()
      return key
    },
    /** Whether a key would open the door now. */
    async knowsKey(key: string): Promise<boolean> {
      const row = await db
        .selectFrom('web_keys')
        .select('hash')
        .where('hash', '=', hash(key))
        .where('expires_at', '>', now())
        .executeTakeFirst()
      return row !== undefined
    },
    /** Uses a key up. False where it is unknown, used or too old. */
    async redeemKey(key: string): Promise<boolean> {
      const gone = await db
        .deleteFrom('web_keys')
        .where('hash', '=', hash(key))
        .where('expires_at', '>', now())
        .executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
    /** Whether some owner can still get in with a cookie: where none can, a key has to be printed. */
    async ownerIsIn(): Promise<boolean> {
      const row = await db
        .selectFrom('web_sessions')
        .innerJoin('web_users', 'web_users.id', 'web_sessions.user_id')
        .select('web_sessions.hash')
        .where('web_users.role', '=', 'owner')
        .where('web_sessions.expires_at', '>', now())
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

async function findSession(db: HallDb, hashed: string, at: number): Promise<Session | undefined> {
  const row = await db
    .selectFrom('web_sessions')
    .innerJoin('web_users', 'web_users.id', 'web_sessions.user_id')
    .select(['web_users.id', 'web_users.name', 'web_users.role', 'web_users.locale'])
    .where('web_sessions.hash', '=', hashed)
    .where('web_sessions.expires_at', '>', at)
    .executeTakeFirst()
  return row && { user: row.id, name: row.name, role: row.role, locale: row.locale ?? undefined }
}
