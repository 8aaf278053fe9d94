/** The ids of a member's last messages with their times, one a line, newest last: all that /purge needs to know. */

const most = 20

export function withId(kept: string, at: number, id: string): string {
  const line = `${at.toString(36)} ${id}`
  if (kept === '') return line
  let lines = 1
  for (let next = kept.indexOf('\n'); next >= 0; next = kept.indexOf('\n', next + 1)) lines++
  return `${lines < most ? kept : kept.slice(kept.indexOf('\n') + 1)}\n${line}`
}

/** Oldest first. */
export const keptIds = (kept: string): { readonly at: number; readonly id: string }[] =>
  kept === ''
    ? []
    : kept.split('\n').map((line) => {
        const gap = line.indexOf(' ')
        return { at: Number.parseInt(line.slice(0, gap), 36), id: line.slice(gap + 1) }
      })
