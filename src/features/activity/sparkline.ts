/** Numbers as bars of text, for where no picture can go (Tufte, Beautiful Evidence, 2006). */
const bars = '▁▂▃▄▅▆▇█'

/** One bar per value; zero is the lowest, the greatest the highest. */
export function sparkline(values: readonly number[], top = Math.max(...values, 0)): string {
  const steps = bars.length - 1
  return values.map((value) => bars[top > 0 ? Math.round((Math.min(value, top) / top) * steps) : 0]).join('')
}

/** How a number stands to the one before: "+12%", "-8%", "±0%"; undefined where there was nothing before. */
export function change(now: number, before: number): string | undefined {
  if (before <= 0) return undefined
  const percent = Math.round(((now - before) / before) * 100)
  if (percent === 0) return '±0%'
  return percent > 0 ? `+${percent}%` : `−${-percent}%`
}
