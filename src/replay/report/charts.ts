/** Bar charts as inline SVG, each with its numbers in a table for those who cannot see it. */
import { html, type Markup, raw } from './markup.ts'
import type { Words } from './words.ts'

interface Bar {
  readonly label: string
  readonly value: number
  /** What is read out and shown on hover; the label and value where left out. */
  readonly title?: string
}
interface Chart {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly wide?: boolean
  /** Labels are shown on every n-th bar only. */
  readonly every?: number
}
const height = 180
const bottom = 22
const top = 16
/** Half of a character's width: labels at the edges are kept inside. */
const labelHalf = 3.4

/** Upright bars, for what runs in time. */
export function upright({ title, bars, wide = false, every = 1 }: Chart, words: Words): Markup {
  const width = wide ? 1000 : 460
  const most = Math.max(...bars.map(({ value }) => value), 1)
  const step = width / Math.max(bars.length, 1)
  const thick = Math.max(1, Math.min(step * 0.76, 48))
  const tall = (value: number) => ((height - bottom - top) * value) / most
  const drawn = bars.map((bar, index) => {
    const size = bar.value > 0 ? Math.max(1.5, tall(bar.value)) : 0
    const left = index * step + (step - thick) / 2
    const label =
      index % every === 0
        ? html`<text x="${fixed(clamp(index * step + step / 2, labelHalf * bar.label.length, width - labelHalf * bar.label.length))}" y="${height - 6}" text-anchor="middle">${bar.label}</text>`
        : undefined
    return html`<rect class="bar" x="${fixed(left)}" y="${fixed(height - bottom - size)}" width="${fixed(thick)}" height="${fixed(size)}" rx="2"><title>${titleOf(bar, words)}</title></rect>${label}`
  })
  const best = bars.findIndex(({ value }) => value === most)
  const peak =
    best < 0
      ? undefined
      : html`<text class="value" x="${fixed(clamp(best * step + step / 2, 24, width - 24))}" y="${fixed(height - bottom - tall(most) - 5)}" text-anchor="middle">${words.number(most)}</text>`
  const svg = html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}"><line class="axis" x1="0" x2="${width}" y1="${height - bottom}" y2="${height - bottom}"/>${drawn}${peak}</svg>`
  return figure(title, svg, bars, words, wide)
}

const row = 28
/** Lying bars, for kinds. */
export function lying({ title, bars }: Chart, words: Words): Markup {
  const width = 460
  const lead = 92
  const room = width - lead - 72
  const most = Math.max(...bars.map(({ value }) => value), 1)
  const drawn = bars.map((bar, index) => {
    const size = bar.value > 0 ? Math.max(1.5, (room * bar.value) / most) : 0
    const middle = index * row + row / 2
    return html`<text x="${lead - 10}" y="${middle + 4}" text-anchor="end">${bar.label}</text><rect class="bar" x="${lead}" y="${middle - 9}" width="${fixed(size)}" height="18" rx="2"><title>${titleOf(bar, words)}</title></rect><text class="value" x="${fixed(lead + size + 8)}" y="${middle + 4}">${words.number(bar.value)}</text>`
  })
  const svg = html`<svg viewBox="0 0 ${width} ${Math.max(1, bars.length) * row}" role="img" aria-label="${title}">${drawn}</svg>`
  return figure(title, svg, bars, words, false)
}

function figure(title: string, svg: Markup, bars: readonly Bar[], words: Words, wide: boolean): Markup {
  const rows = bars.map(
    ({ label, title: name, value }) =>
      html`<tr><td>${name ?? label}</td><td class="number">${words.number(value)}</td></tr>`,
  )
  return html`<figure class="${wide ? 'wide' : ''}"><h3>${title}</h3><div class="pan"${raw(wide ? ' tabindex="0"' : '')}>${svg}</div><details><summary>${words.say('table')}</summary><div class="scroll" tabindex="0"><table>${rows}</table></div></details></figure>`
}
const titleOf = ({ title, label, value }: Bar, { number }: Words) => `${title ?? label}: ${number(value)}`
const fixed = (value: number) => String(Math.round(value * 10) / 10)
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
