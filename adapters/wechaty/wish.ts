/** What the environment says of the puppet. Tokens stand in no file. */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { z } from 'zod'
import { InnkeeperError } from '../../src/core/errors.ts'

export type Env = Readonly<Record<string, string | undefined>>
export interface PuppetWish {
  /** WECHATY_PUPPET. */
  readonly name: string
  readonly token: string | undefined
  /** host:port */
  readonly endpoint: string | undefined
}
export const service = 'wechaty-puppet-service'
const manifest = z.object({ name: z.string(), version: z.string() })

/** Throws what trying again would not mend: `wechat/no-puppet`, `wechat/puppet-missing`, `wechat/no-token`, `wechat/bare-token`. */
export function wishOf(env: Env): PuppetWish {
  const wish = wishIn(env)
  const { name, token } = wish
  if (!name) throw new InnkeeperError('wechat/no-puppet')
  if (packageOf(name)?.name !== name) throw new InnkeeperError('wechat/puppet-missing', { place: name })
  if (name === service && !token) throw new InnkeeperError('wechat/no-token')
  if (name === service && !serverName(env) && !withoutTls(env)) throw new InnkeeperError('wechat/bare-token')
  return wish
}
/** As it is, whole or not. */
export const wishIn = (env: Env): PuppetWish => ({
  name: env.WECHATY_PUPPET?.trim().toLowerCase() ?? '',
  token: (env.WECHATY_PUPPET_SERVICE_TOKEN ?? env.WECHATY_TOKEN)?.trim() || undefined,
  endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT?.trim() || undefined,
})
/** What is installed under that name, which may be another package in its place; undefined where nothing is. */
export function packageOf(name: string): z.output<typeof manifest> | undefined {
  try {
    const path = findPackageJSON(name, import.meta.url)
    return path === undefined ? undefined : manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined // not there
  }
}
/** The name that the far end's certificate is for: in "insecure_0b1c…" it stands before the last underscore. */
export const serverName = (env: Env): string =>
  env.WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME || (/^(.+)_[^_]*$/u.exec(wishIn(env).token ?? '')?.[1] ?? '')
export const withoutTls = (env: Env): boolean =>
  /^(true|1)$/iu.test(env.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT ?? '')
