/** A table stands in a page between two remarks of its name; what stands around them is written by hand. */
export function between(page: string, name: string, rows: string): string {
  const [begin, end] = [`<!-- ${name}: printed by npm run docs -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`no place for the table "${name}"`)
  return `${page.slice(0, from + begin.length)}\n\n${rows}\n\n${page.slice(to)}`
}
