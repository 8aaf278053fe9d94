/** Wechaty, loaded when it is first needed: it takes two seconds and 160 MB. */
import type { types } from 'wechaty-puppet'
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
