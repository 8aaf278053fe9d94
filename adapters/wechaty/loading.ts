/** Wechaty, loaded when it is first needed: it takes two seconds and 160 MB. */
import type { types } from 'wechaty-puppet'
import { InnkeeperError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/feature.ts'

export interface Library {
  readonly WechatyBuilder: typeof import('wechaty').WechatyBuilder
  readonly FileBox: typeof import('file-box').FileBox
  readonly types: typeof types
}

/**
 * Wechaty logs to the console, and at its level "verbose" it logs tokens and takes over the handling of uncaught
 * errors. It reads the level once, when it is loaded: here it is silenced unless a harmless level was asked for.
 */
function quieten(env: Readonly<Record<string, string | undefined>>): void {
  const level = env.WECHATY_LOG?.toLowerCase()
  process.env.WECHATY_LOG = level && ['error', 'warn', 'info'].includes(level) ? level : 'silent'
}

let loaded: Promise<Library> | undefined
export function load(env: Readonly<Record<string, string | undefined>>, log: Log): Promise<Library> {
  loaded ??= begin(env, log)
  return loaded
}
async function begin(env: Readonly<Record<string, string | undefined>>, log: Log): Promise<Library> {
  quieten(env)
  const began = performance.now()
  const [{ WechatyBuilder }, { FileBox }, { types: puppetTypes }] = await Promise.all([
    import('wechaty'),
    import('file-box'),
    import('wechaty-puppet'),
  ])
  log.info({ ms: Math.round(performance.now() - began) }, 'wechaty is loaded')
  return { WechatyBuilder, FileBox, types: puppetTypes }
}

export interface PuppetWish {
  /** WECHATY_PUPPET. */
  readonly name: string
  readonly token: string | undefined
  /** host:port */
  readonly endpoint: string | undefined
}
/** From the environment alone: tokens stand in no file. Throws `wechat/no-puppet` where it says nothing. */
export function wishOf(env: Readonly<Record<string, string | undefined>>): PuppetWish {
  const name = env.WECHATY_PUPPET?.trim().toLowerCase()
  const token = env.WECHATY_PUPPET_SERVICE_TOKEN ?? env.WECHATY_TOKEN
  if (!name) throw new InnkeeperError('wechat/no-puppet')
  if (name === 'wechaty-puppet-service' && !token) throw new InnkeeperError('wechat/no-token')
  return { name, token, endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT }
}
