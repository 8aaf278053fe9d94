/** What WeChat and its puppets say when they will not, as outcomes. They have no codes, only sentences. */
import type { Outcome } from '../../src/core/action.ts'
import { inBoth } from '../../src/core/texts.ts'
import { wechatTexts } from './texts.ts'

export type Failure = Extract<Outcome, { ok: false }>

const often =
  /操作(过于)?频繁|操作太频繁|频率(过快|限制)|too (frequent|many requests|often)|rate.?limit|\b(1205|429)\b/iu
const sentences: readonly (readonly [RegExp, DeniedKey | GoneKey])[] = [
  [/拒收|block(ed|s) (by|you)/iu, 'denied.blocked'],
  [/不是(你|他|她|您)?的?好友|还不是.{0,6}朋友|朋友验证|not (a |your )?friend/iu, 'denied.friend'],
  [/群(成员|人数)?已?满|不允许.{0,8}(拉|邀请)|room is full/iu, 'denied.full'],
  [/群主|管理员|not (the )?(room )?owner|no permission|permission denied|not supported|unsupported/iu, 'denied.owner'],
  [/不在(该|这个)?群|已不在群聊|no room|room .*not (found|exist)/iu, 'gone.room'],
  [/no contact|contact .*not (found|exist)/iu, 'gone.person'],
  [/no (friend )?request|friendship .*not (found|exist)/iu, 'gone.request'],
]
type DeniedKey = 'denied.blocked' | 'denied.friend' | 'denied.full' | 'denied.owner' | 'denied.own'
type GoneKey = 'gone.room' | 'gone.person' | 'gone.request'

/** Both languages: it is shown to staff of either. */
const inWords = (key: string) => Object.values(inBoth(wechatTexts, key)).join(' · ')
export const denied = (key: DeniedKey): Failure => ({ ok: false, kind: 'denied', detail: inWords(key) })
export const gone = (key: GoneKey): Failure => ({ ok: false, kind: 'gone', detail: inWords(key) })
/** Not now: the connection is away. */
export const away: Failure = { ok: false, kind: 'busy', retryAfterMs: 5_000, all: true, detail: '' }
/** Not now: WeChat wants to be left alone for so many milliseconds. */
export const resting = (retryAfterMs: number): Failure => ({
  ok: false,
  kind: 'busy',
  retryAfterMs,
  all: true,
  detail: inWords('busy'),
})

/** It certainly was not done. Any other break leaves it open: the far end may carry it out when it comes back. */
const neverSent = /No connection established|ECONNREFUSED|NO CLIENT|no grpc manager|not logged in/iu

/** Over gRPC the far end's stack comes along, whose file names must not be taken for its words. */
function wordsOf(error: unknown): string {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return message
}
/** 操作过于频繁 and its like. */
export const tooOften = (error: unknown): boolean => often.test(wordsOf(error))

export function outcomeOf(error: unknown): Failure {
  const message = wordsOf(error)
  const key = sentences.find(([pattern]) => pattern.test(message))?.[1]
  if (key?.startsWith('denied.')) return denied(key as DeniedKey)
  if (key) return gone(key as GoneKey)
  if (neverSent.test(message)) return away
  return { ok: false, kind: 'failed', detail: message.slice(0, 300) }
}
