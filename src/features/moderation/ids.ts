/**
 * A member's last messages, one a line, newest last: when, the first form (see `form.ts`), and the id, which is all that
 * /purge needs to know. Lines from before forms were kept have none.
 */
import { formLength } from './form.ts'

const most = 20
const mark = '~'

export interface Kept {
  readonly at: number
  readonly id: string
  readonly form?: string
}

export function withId(kept: string, at: number, id: string, form: string): string {
  const line = lineOf({ at, id, form })
  if (kept === '') return line
  let lines = 1
  for (let next = kept.indexOf('\n'); next >= 0; next = kept.indexOf('\n', next + 1)) lines++
  return `${lines < most ? kept : kept.slice(kept.indexOf('\n') + 1)}\n${line}`
}
const lineOf = ({ at, id, form }: Kept) => `${at.toString(36)} ${form === undefined ? '' : `${mark}${form} `}${id}`

/** Oldest first. */
export const keptIds = (kept: string): readonly Kept[] =>
  kept === ''
    ? []
    : kept.split('\n').map((line) => {
        const gap = line.indexOf(' ')
        const at = Number.parseInt(line.slice(0, gap), 36)
        const end = gap + 1 + mark.length + formLength
        return line.startsWith(mark, gap + 1) && line.charAt(end) === ' '
          ? { at, form: line.slice(end - formLength, end), id: line.slice(end + 1) }
          : { at, id: line.slice(gap + 1) }
      })
/** The same with what became of one of them by an edit. */
export const withForm = (kept: string, id: string, form: string): string =>
  keptIds(kept)
    .map((one) => lineOf(one.id === id ? { ...one, form } : one))
    .join('\n')
