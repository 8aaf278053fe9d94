/** What newcomers are asked, made from a number, so that the same one is asked again after a restart; and what is right. */
import type { Option } from '../../core/action.ts'
import { type Locale, type Localised, pick } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import type { GateConfig } from './config.ts'

export type Task =
  | { readonly kind: 'button' }
  | { readonly kind: 'sum'; readonly a: number; readonly b: number }
  | { readonly kind: 'question'; readonly question: GateConfig['questions'][number] }

/** FNV-1a, so that tasks of neighbours differ. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

export function taskOf({ by, questions }: GateConfig, seed: number): Task {
  if (by === 'button') return { kind: 'button' }
  const question = by === 'question' ? questions[seed % Math.max(1, questions.length)] : undefined
  return question ? { kind: 'question', question } : { kind: 'sum', a: 2 + (seed % 8), b: 2 + ((seed >>> 3) % 8) }
}
/** Whether it is answered by choosing. */
export const isChosen = (task: Task, asks: 'buttons' | 'numbers' | 'nothing'): boolean => {
  if (asks === 'nothing') return false
  if (task.kind === 'question') return task.question.options !== undefined
  // Where options have numbers, the number of a sum's answer would be taken for one.
  return task.kind === 'button' || asks === 'buttons'
}

/** Labels of the owner's question in the reader's language, or in both. */
export function optionsOf(task: Task, seed: number, languages: readonly Locale[]): Option[] {
  if (task.kind === 'sum') return sums(task, seed).map((sum) => ({ id: String(sum), label: String(sum) }))
  const { options = [] } = task.kind === 'question' ? task.question : {}
  return options.map(({ label }, n) => ({ id: String(n), label: labelIn(label, languages) }))
}
const labelIn = (label: Localised, languages: readonly Locale[]) =>
  [...new Set(languages.map((locale) => pick(label, locale)))].join(' · ').slice(0, 80).toWellFormed()
/** The right one and three near it, from small to great: no position tells which it is. */
function sums({ a, b }: { readonly a: number; readonly b: number }, seed: number): number[] {
  const first = a + b - ((seed >>> 7) % 4)
  return [0, 1, 2, 3].map((n) => first + n)
}
export function isRightOption(task: Task, option: string): boolean {
  if (task.kind === 'sum') return option === String(task.a + task.b)
  return task.kind === 'question' && task.question.options?.[Number(option)]?.right === true
}

/** `wrong` only where it is meant as an answer: whoever says hello has not answered wrongly. */
export function judged(task: Task, said: string, meant: boolean): 'right' | 'wrong' | 'no answer' {
  if (task.kind === 'button') return 'no answer'
  if (task.kind === 'sum') {
    const number = numberIn(said)
    if (number === undefined) return meant ? 'wrong' : 'no answer'
    return number === task.a + task.b ? 'right' : 'wrong'
  }
  const { answers, options = [] } = task.question
  const right = [...answers, ...options.flatMap(({ label, right }) => (right ? Object.values(label) : []))]
  const bared = bare(said)
  if (bared !== '' && right.some((answer) => bare(answer) === bared)) return 'right'
  return meant ? 'wrong' : 'no answer'
}
const bare = (text: string) => normalise(text).text.replace(/[^\p{L}\p{N}]+/gu, '')

const figures = '零一二三四五六七八九'
/** "14", "１４", "十四", "= 14", "@bot 14" → 14. */
function numberIn(said: string): number | undefined {
  const text = said
    .normalize('NFKC')
    .replace(/^\s*@\S+\s+/u, '')
    .replace(/[\s=。.!！,，是]+/gu, '')
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const [, tens, ten, ones] = /^([一二两三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/u.exec(text) ?? []
  if (text === '' || tens === undefined) return undefined
  const one = ones ? figures.indexOf(ones) : 0
  if (!ten) return tens && ones ? undefined : tens ? figures.indexOf(tens) : one
  return (tens ? figures.indexOf(tens.replace('两', '二')) : 1) * 10 + one
}
