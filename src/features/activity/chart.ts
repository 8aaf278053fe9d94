/** The week as bars by day, each over last week's ghost, drawn as SVG. Digits and ASCII only: one font draws it anywhere. */

interface ChartDay {
  /** ASCII: "Mon". */
  readonly label: string
  readonly value: number
  readonly before: number
}
export interface Chart {
  /** The two weeks' dates, ASCII: "11-16 .. 11-22". They are the legend: dates need no language. */
  readonly week: string
  readonly weekBefore: string
  readonly days: readonly ChartDay[]
}

export const fontFamily = 'DejaVu Sans'
const size = { width: 800, height: 420 }
const plot = { left: 64, right: 776, top: 92, bottom: 360 }
const ink = {
  ground: '#fffaf2',
  text: '#4a3b28',
  faint: '#9c8a70',
  line: '#eadfcd',
  now: '#e8960c',
  best: '#c96f00',
  before: '#d9cbb4',
}

/** Round steps of 1, 2 or 5 times a power of ten, so that at most five lines reach over `greatest`. */
export function scaleOf(greatest: number): { readonly step: number; readonly top: number } {
  const wanted = Math.max(1, greatest) / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = Math.max(1, power * ([1, 2, 5, 10].find((factor) => factor * power >= wanted) ?? 10))
  return { step, top: step * Math.ceil(Math.max(1, greatest) / step) }
}

export function chartSvg({ week, weekBefore, days }: Chart): string {
  const scale = scaleOf(Math.max(...days.flatMap((day) => [day.value, day.before])))
  const best = Math.max(...days.map((day) => day.value))
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * value) / scale.top
  const total = days.reduce((sum, day) => sum + day.value, 0)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" font-family="${fontFamily}">`,
    `<rect width="100%" height="100%" fill="${ink.ground}"/>`,
    lantern(30, 38),
    text(64, 46, String(total), { size: 30, bold: true }),
    legend(32, week, ink.now),
    legend(56, weekBefore, ink.before),
    ...lines(scale, y),
    ...days.flatMap((day, n) => column(day, n, days.length, y, best)),
    '</svg>',
  ].join('')
}

function lines(scale: { step: number; top: number }, y: (value: number) => number): string[] {
  const drawn: string[] = []
  for (let value = 0; value <= scale.top; value += scale.step) {
    drawn.push(`<line x1="${plot.left}" x2="${plot.right}" y1="${y(value)}" y2="${y(value)}" stroke="${ink.line}"/>`)
    drawn.push(text(plot.left - 10, y(value) + 5, short(value), { size: 13, anchor: 'end', fill: ink.faint }))
  }
  return drawn
}

function column(day: ChartDay, n: number, of: number, y: (value: number) => number, best: number): string[] {
  const slot = (plot.right - plot.left) / of
  const middle = plot.left + slot * (n + 0.5)
  const wide = slot * 0.3
  const fill = day.value > 0 && day.value === best ? ink.best : ink.now
  return [
    bar(middle - wide - 2, wide, y(day.before), ink.before),
    bar(middle + 2, wide, y(day.value), fill),
    text(middle + 2 + wide / 2, y(day.value) - 8, short(day.value), { size: 14, anchor: 'middle', bold: true }),
    text(middle, plot.bottom + 26, day.label, { size: 15, anchor: 'middle' }),
  ]
}

/** Rounded above, square below. */
function bar(x: number, width: number, top: number, fill: string): string {
  const height = plot.bottom - top
  if (height <= 0) return ''
  const r = Math.min(5, height, width / 2)
  const path = `M${x} ${plot.bottom}V${top + r}q0 ${-r} ${r} ${-r}h${width - 2 * r}q${r} 0 ${r} ${r}V${plot.bottom}z`
  return `<path d="${path}" fill="${fill}"/>`
}

const legend = (y: number, dates: string, fill: string) =>
  [
    `<rect x="${plot.right - 126}" y="${y - 11}" width="12" height="12" rx="3" fill="${fill}"/>`,
    text(plot.right, y, dates, { size: 15, anchor: 'end', fill: ink.faint }),
  ].join('')

const lantern = (x: number, y: number) =>
  [
    `<path d="M${x} ${y - 20}v6M${x} ${y + 14}v8" stroke="${ink.best}" stroke-width="2"/>`,
    `<rect x="${x - 7}" y="${y - 15}" width="14" height="4" rx="2" fill="${ink.best}"/>`,
    `<ellipse cx="${x}" cy="${y}" rx="15" ry="12" fill="${ink.now}"/>`,
    `<ellipse cx="${x}" cy="${y}" rx="7" ry="12" fill="none" stroke="${ink.ground}" stroke-opacity="0.6"/>`,
    `<rect x="${x - 7}" y="${y + 11}" width="14" height="4" rx="2" fill="${ink.best}"/>`,
  ].join('')

interface Type {
  readonly size: number
  readonly anchor?: 'middle' | 'end'
  readonly bold?: boolean
  readonly fill?: string
}
const text = (x: number, y: number, words: string, { size, anchor, bold, fill }: Type) =>
  `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="bold"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''} fill="${fill ?? ink.text}">${words.replace(/[^ -%'-;=?-~]/g, '')}</text>`

/** 1234 stays, 12345 becomes 12.3k. */
const short = (value: number): string =>
  value < 10_000 ? String(value) : `${(value / 1000).toFixed(1).replace(/\.0$/, '')}k`
