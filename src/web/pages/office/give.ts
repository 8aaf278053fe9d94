/** Giving a command by a click, once, and telling what became of it, with the way back. */
import { useRef, useState } from 'react'
import type { CommandAnswer } from '../../office/wire.ts'
import { giveOrder, newNonce, Trouble } from './api.ts'
import { useInn } from './context.ts'
import { wordsOf } from './parts.tsx'
import { useTell } from './Toasts.tsx'
import { t } from './words.ts'

export interface Act {
  /** What the button said. */
  readonly label: string
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
  /** Our group id. */
  readonly group: string
}

type Inverse = (input: Act['input']) => Pick<Act, 'command' | 'input'> | undefined
/** Which command takes which act back. What is not here cannot be taken back, and no undo is offered for it. */
const inverses: Readonly<Record<string, Inverse>> = {
  decide: ({ case: number }) => ({ command: 'undo', input: { case: number } }),
  schedule: ({ action, post }) => {
    if (action === 'pause') return { command: 'schedule', input: { action: 'resume', post } }
    return action === 'resume' ? { command: 'schedule', input: { action: 'pause', post } } : undefined
  },
}
function undoOf(act: Act, known: (command: string) => boolean): Act | undefined {
  const back = inverses[act.command]?.(act.input)
  return back && known(back.command) ? { ...back, label: t('undo'), group: act.group } : undefined
}

/** `give` resolves to true where the command was carried out. `giving` is the key of the act on its way. */
export function useGive(settled: () => void) {
  const { hasCommand } = useInn()
  const tell = useTell()
  const [giving, setGiving] = useState<string>()
  /** An act whose answer never came keeps its nonce: trying again cannot do it twice. */
  const nonces = useRef(new Map<string, string>())

  const send = async (act: Act, key: string): Promise<CommandAnswer | Trouble> => {
    const nonce = nonces.current.get(key) ?? newNonce()
    nonces.current.set(key, nonce)
    try {
      const answer = await giveOrder({ group: act.group, name: act.command, input: act.input, nonce })
      nonces.current.delete(key)
      return answer
    } catch (error) {
      return error instanceof Trouble ? error : new Trouble('failed', String(error))
    }
  }
  const give = async (act: Act, key: string): Promise<boolean> => {
    setGiving(key)
    const answer = await send(act, key)
    setGiving(undefined)
    const back = key.startsWith('undo ') ? undefined : undoOf(act, hasCommand)
    const undo = back && (async () => void (await give(back, `undo ${key}`)))
    const done = !(answer instanceof Trouble) && answer.ok
    if (done) tell({ tone: 'good', text: outcome(act, answer), ...(undo && { undo }) })
    else tell({ tone: 'bad', text: failure(answer) })
    settled()
    return done
  }
  /** One after the other, told as one; the keys of those that were carried out. */
  const giveAll = async (acts: readonly (readonly [string, Act])[]): Promise<readonly string[]> => {
    setGiving('picked')
    const done: string[] = []
    let wrong = ''
    for (const [key, act] of acts) {
      const answer = await send(act, `${key}/${act.command}`)
      if (!(answer instanceof Trouble) && answer.ok) done.push(key)
      else wrong = failure(answer)
    }
    setGiving(undefined)
    const [first] = acts
    const label = first?.[1].label ?? ''
    if (done.length > 0) tell({ tone: 'good', text: t('queue.all', { n: String(done.length), act: label }) })
    if (wrong !== '') tell({ tone: 'bad', text: wrong })
    settled()
    return done
  }
  return { give, giveAll, giving }
}

function outcome(act: Act, answer: Extract<CommandAnswer, { ok: true }>): string {
  if (answer.again) return t('again', { act: act.label })
  return answer.replies.join('\n') || (act.label === t('undo') ? t('undone') : t('done', { act: act.label }))
}
function failure(answer: CommandAnswer | Trouble): string {
  if (answer instanceof Trouble) {
    const { title, hint } = wordsOf(answer)
    return `${title}\n${hint}`
  }
  return answer.ok ? '' : answer.errors.map((error) => error.message).join('\n')
}
