/** Structured logs on stderr: JSON lines, or pretty on a terminal. Secrets are redacted wherever they stand. */
import pino from 'pino'
import type { Log } from './core/feature.ts'

const secrets = [
  'token',
  'password',
  'cookie',
  'authorization',
  'ownerKey',
  'INNKEEPER_ORACLE_KEY',
  '*.token',
  '*.password',
  '*.cookie',
  '*.authorization',
  '*.INNKEEPER_ORACLE_KEY',
]

export function makeLog(level: string, pretty = process.stderr.isTTY === true): Log {
  const options = { level, redact: secrets, base: null, serializers: { error: pino.stdSerializers.err } }
  if (!pretty) return pino(options, pino.destination({ dest: 2, sync: true }))
  const transport = pino.transport({
    target: 'pino-pretty',
    options: { destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
  })
  return pino(options, transport)
}
