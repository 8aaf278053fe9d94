/** Our Markdown as WeChat can show it: plain text that looks as if somebody had typed it. */

const fence = /^\s*(```|~~~)/u

export function plain(markdown: string): string {
  let inCode = false
  const lines: string[] = []
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    if (fence.test(line)) inCode = !inCode
    else lines.push(inCode ? line : block(line))
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** One line: its mark at the beginning, and what is within. */
function block(line: string): string {
  if (/^\s*([-*_])(\s*\1){2,}\s*$/u.test(line)) return '————'
  if (/^\s*\|?(\s*:?-{2,}:?\s*\|)+\s*(:?-{2,}:?)?\s*$/u.test(line)) return ''
  const heading = /^\s*#{1,6}\s+(.*?)\s*#*\s*$/u.exec(line)
  if (heading) return `【${inline(heading[1] ?? '')}】`
  const bullet = /^(\s*)[-*+]\s+(\[[ xX]\]\s+)?(.*)$/u.exec(line)
  if (bullet) return `${indent(bullet[1])}${tick(bullet[2])}${inline(bullet[3] ?? '')}`
  const quote = /^\s*>\s?(.*)$/u.exec(line)
  if (quote) return `│ ${inline(quote[1] ?? '')}`
  const cells = /^\s*\|(.*)\|\s*$/u.exec(line)
  if (cells)
    return (cells[1] ?? '')
      .split('|')
      .map((cell) => inline(cell.trim()))
      .join(' ｜ ')
  return inline(line)
}
const indent = (space = '') => '　'.repeat(Math.min(3, Math.floor(space.length / 2)))
const tick = (box: string | undefined) => (box ? (/[xX]/u.test(box) ? '☑ ' : '☐ ') : '• ')

/** What was escaped or stands in code is put aside, so that no later rule sees it as a mark. */
function inline(line: string): string {
  const kept: string[] = []
  const keep = (raw: string) => `\uE000${kept.push(raw) - 1}\uE001`
  return line
    .replace(/(`+)(.+?)\1/gu, (_, __, code: string) => keep(code.trim()))
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/gu, (_, mark: string) => keep(mark))
    .replace(
      /!?\[([^\]\n]*)\]\((?:<([^>\n]*)>|([^\s)]*))(?:\s+"[^"]*")?\)/gu,
      (_, name: string, a?: string, b?: string) => keep(link(name, a ?? b ?? '')),
    )
    .replace(/<(https?:[^>\s]+)>/gu, (_, address: string) => keep(`${address} `))
    .replace(/https?:[^\s<>]+/gu, keep)
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(~~|\|\|)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<!\d)\*(?=\S)([^*\n]+?)(?<=\S)\*(?!\d)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\uE000(\d+)\uE001/gu, (_, n: string) => kept[Number(n)] ?? '')
    .replace(/\uE000(\d+)\uE001/gu, (_, n: string) => kept[Number(n)] ?? '')
    .trimEnd()
}
/** WeChat makes a link of an address that ends in a space; what is called after its address is named once. */
const link = (name: string, address: string) =>
  name === '' || name === address ? `${address} ` : address === '' ? name : `${name} ${address} `

/**
 * Parts of at most so many characters, cut between paragraphs, lines, sentences or words where there are any, and
 * never within a character. Lengths are in UTF-16 units, as WeChat counts them.
 */
export function split(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const at = cut(rest, most)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter((part) => part !== '')
}
function cut(text: string, most: number): number {
  const window = text.slice(0, most)
  for (const mark of ['\n\n', '\n', '。', '！', '？', '. ', '，', ' ']) {
    const at = window.lastIndexOf(mark)
    if (at > most / 3) return at + mark.length
  }
  const code = text.charCodeAt(most - 1)
  return code >= 0xd800 && code <= 0xdbff ? most - 1 : most
}
