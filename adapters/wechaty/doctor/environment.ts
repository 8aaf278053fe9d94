/** Which puppet, whether it is installed, and whether what it needs stands in the environment. */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { isIP } from 'node:net'
import { z } from 'zod'
import type { Finding } from '../../../src/core/finding.ts'
import type { Locale } from '../../../src/core/words.ts'
import { nearest } from '../../../src/text/nearest.ts'
import { puppets } from '../puppets.ts'
import { well, wrong } from './finding.ts'

export type Env = Readonly<Record<string, string | undefined>>
const service = 'wechaty-puppet-service'
const manifest = z.object({ name: z.string(), version: z.string() })

export const puppetOf = (env: Env): string => env.WECHATY_PUPPET?.trim().toLowerCase() ?? ''
export const tokenOf = (env: Env): string => (env.WECHATY_PUPPET_SERVICE_TOKEN ?? env.WECHATY_TOKEN ?? '').trim()

export function ofPuppet(puppet: string): readonly Finding[] {
  if (!puppet) return [wrong('bad', 'puppet.none')]
  const card = puppets.find(({ name }) => name === puppet)
  if (!card) return unknown(puppet)
  const about = (locale: Locale) => ({ puppet, about: card.about[locale] ?? '' })
  const doubts = card.state === 'alive' ? [] : [wrong('warn', `puppet.${card.state}`, about, 'puppet.other.mend')]
  return [...doubts, installed(puppet)]
}
/** Nobody is told to install what they have only mistyped. */
function unknown(puppet: string): Finding[] {
  const meant = nearest(
    puppet,
    puppets.map(({ name }) => name),
  )
  return meant
    ? [wrong('bad', 'puppet.unknown', { puppet, nearest: meant }, 'puppet.meant')]
    : [wrong('warn', 'puppet.unknown', { puppet }), installed(puppet)]
}
function installed(puppet: string): Finding {
  const path = whereIs(puppet)
  if (!path) return wrong('bad', 'puppet.missing', { puppet })
  const { name, version } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  return name === puppet ? well('puppet.ok', { puppet, version }) : wrong('bad', 'puppet.stub', { puppet })
}
function whereIs(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url)
  } catch {
    return undefined // not there
  }
}

/** Of what the puppet service needs; `host` is undefined where the address is no address. */
export function ofService(env: Env): { readonly findings: readonly Finding[]; readonly address?: Address } {
  if (puppetOf(env) !== service) return { findings: [] }
  const token = tokenOf(env)
  if (!token) return { findings: [wrong('bad', 'token.none')] }
  const endpoint = env.WECHATY_PUPPET_SERVICE_ENDPOINT?.trim()
  const address = endpoint ? addressOf(endpoint, serverName(env, token)) : undefined
  const findings = [
    ...(serverName(env, token) === '' && !withoutTls(env) ? [wrong('bad', 'token.bare')] : []),
    ...(endpoint ? [] : [wrong('warn', 'endpoint.none')]),
    ...(endpoint && !address ? [wrong('bad', 'endpoint.odd', { endpoint })] : []),
    ...(address && token.startsWith('insecure_') && !isPrivate(address.host)
      ? [wrong('warn', 'token.public', { host: address.host })]
      : []),
  ]
  return { findings, ...(address && { address }) }
}
export interface Address {
  readonly endpoint: string
  readonly host: string
  readonly port: number
  /** The name that the certificate is for. */
  readonly serverName: string
}
/** "insecure_0b1c…": what stands before the underscore is the server's name. */
function serverName(env: Env, token: string): string {
  return env.WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME || (/^(.+)_[^_]+$/u.exec(token)?.[1] ?? '')
}
export const withoutTls = (env: Env): boolean =>
  /^(true|1)$/iu.test(env.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT ?? '')

function addressOf(endpoint: string, name: string): Address | undefined {
  const [, host = '', port = ''] = /^\[?([^\s/@[\]]+?)\]?:(\d{1,5})$/u.exec(endpoint) ?? []
  const number = Number(port)
  return host && number > 0 && number < 65_536 ? { endpoint, host, port: number, serverName: name } : undefined
}
/** Here, or in a network that is not the Internet. Names without a dot are of a local network or of Docker. */
function isPrivate(host: string): boolean {
  if (isIP(host) === 4)
    return /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./u.test(
      host,
    )
  if (isIP(host) === 6) return /^(::1$|f[cd]|fe80)/iu.test(host)
  return !host.includes('.') || /\.(local|internal|lan|home\.arpa|localhost)$/iu.test(host)
}
