/** HTML in which nothing that was written in a chat can be anything but text. */

/** Markup that may stand in the page as it is. Only `html` and `joined` make it. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
type Part = Markup | string | number | undefined | readonly Markup[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Also drops what an XML or HTML document cannot hold, and marks that turn the direction of what follows. */
export const escaped = (raw: string) =>
  raw
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '')
    .toWellFormed()
    .replaceAll(/[&<>"']/g, (char) => entities[char] ?? char)

const written = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Markup) return part.text
  return Array.isArray(part) ? part.map((one: Markup) => one.text).join('') : escaped(String(part))
}
/** Everything put in is escaped, but for markup. Attributes must be quoted. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(fixed.map((text, index) => text + written(parts[index])).join(''))
/** Our own style and script, which hold no foreign text. */
export const raw = (text: string) => new Markup(text)
