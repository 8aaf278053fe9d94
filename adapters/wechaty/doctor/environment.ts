/** Which puppet, whether it is installed, and whether what it needs stands in the environment. */
import { isIP } from 'node:net'
import type { Finding } from '../../../src/core/finding.ts'
import type { Locale } from '../../../src/core/words.ts'
import { nearest } from '../../../src/text/nearest.ts'
import { puppets } from '../puppets.ts'
import { type Env, packageOf, serverName, service, wishIn, withoutTls } from '../wish.ts'
import { well, wrong } from './finding.ts'

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
  const found = packageOf(puppet)
  if (!found) return wrong('bad', 'puppet.missing', { puppet })
  const { name, version } = found
  return name === puppet ? well('puppet.ok', { puppet, version }) : wrong('bad', 'puppet.stub', { puppet })
}

/** Of what the puppet service needs; `host` is undefined where the address is no address. */
export function ofService(env: Env): { readonly findings: readonly Finding[]; readonly address?: Address } {
  const { name, token, endpoint } = wishIn(env)
  if (name !== service) return { findings: [] }
  if (!token) return { findings: [wrong('bad', 'token.none')] }
  const address = endpoint ? addressOf(endpoint, serverName(env)) : undefined
  const findings = [
    ...(serverName(env) || withoutTls(env) ? [] : [wrong('bad', 'token.bare')]),
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
