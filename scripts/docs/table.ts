/** Markdown tables. */

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>').trim()

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
export const code = (text: string) => `\`${text}\``

/** A whole page. Whoever wants another text changes the code it is printed from. */
export const page = (title: string, about: string, ...parts: readonly string[]) =>
  `${[`# ${title}`, about, '<!-- Printed from the code by `npm run docs`; a test holds it true. -->', ...parts].join('\n\n')}\n`
