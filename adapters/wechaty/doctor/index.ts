/** `innkeeper doctor` for WeChat: looks at the environment, the folder and the rulebook, and whether anybody is at the other end. */
import type { Finding } from '../../../src/core/finding.ts'
import { config } from '../config.ts'
import { keepsIds } from '../puppets.ts'
import { type Env, wishIn, withoutTls } from '../wish.ts'
import { ofPuppet, ofService } from './environment.ts'
import { well, wrong } from './finding.ts'
import { ofFolder } from './folder.ts'
import { ofAddress } from './reach.ts'
import { type Book, ofBooks } from './rooms.ts'

export interface Patient {
  readonly env: Env
  /** Where the login is kept. */
  readonly folder: string
  readonly books: readonly Book[]
  /** How long the other end may take, milliseconds. */
  readonly timeoutMs?: number
}
const usualTimeoutMs = 5000

/** Never rejects for what the network does: that is a finding. */
export async function wechatFindings({
  env,
  folder,
  books,
  timeoutMs = usualTimeoutMs,
}: Patient): Promise<readonly Finding[]> {
  const puppet = wishIn(env).name
  const { findings, address } = ofService(env)
  return [
    ...ofPuppet(puppet),
    ...findings,
    ...(address ? [await ofAddress(address, !withoutTls(env), timeoutMs)] : []),
    ofFolder(folder),
    ...ofBooks(books),
    ...(puppet ? [ofIds(puppet, books)] : []),
  ]
}
function ofIds(puppet: string, books: readonly Book[]): Finding {
  const said = books
    .map(({ section }) => config.safeParse(section ?? {}).data?.stableIds)
    .find((one) => one && one !== 'auto')
  const stable = said ? said === 'yes' : keepsIds(puppet)
  return stable ? well('ids.stable') : wrong('warn', 'ids.changing')
}
