/** Calling too many members at once, or all of them. */
import type { Config } from '../config.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from './finding.ts'

export const callsEveryone = /@(?:everyone|here|all|channel|所有人|全体成员|全員|全员)(?![a-z0-9])/

export function mentions(config: Config['mentions'], reading: Reading): Finding | undefined {
  const { said, normal } = reading
  if (said.mentions > config.most && config.score > 0)
    return { name: 'mentions', score: config.score, found: `${said.mentions} > ${config.most}`, does: config.does }
  if (reading.strict && config.everyone > 0 && normal.text.includes('@') && callsEveryone.test(normal.text))
    return { name: 'mentions', score: config.everyone, found: '@all' }
  return undefined
}
