/** Lines of a stream, each bounded: a line without end must not fill the memory. */
export const maxLine = 1024 * 1024

export type Line = { readonly n: number; readonly text: string } | { readonly n: number; readonly tooLong: true }

/** Lines without their ends, numbered from 1; a byte order mark and carriage returns are dropped. */
export async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let rest = ''
  let skipping = false
  let n = 0
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const text = rest.slice(0, end)
      rest = rest.slice(end + 1)
      n++
      yield skipping || text.length > maxLine ? { n, tooLong: true } : { n, text: trimmed(text) }
      skipping = false
    }
    if (rest.length > maxLine) {
      skipping = true
      rest = ''
    }
  }
  if (skipping) yield { n: n + 1, tooLong: true }
  else if (rest.trim()) yield { n: n + 1, text: trimmed(rest) }
}
const trimmed = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r$/, '')
