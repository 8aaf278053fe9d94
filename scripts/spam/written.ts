/** The messages we wrote to train on, out of knowledge of the field: `written/LANGUAGE-KIND-….txt`, a message a line. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Example, generator } from './data.ts'

/** A folder of such files, or the one that is trained on. */
export function written(folder: URL = new URL('written/', import.meta.url), source = 'written'): Example[] {
  const random = generator(3)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const [lang = '', kind] = file.replace('.txt', '').split('-')
      return readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('//'))
        .map((line) => ({ text: spelt(line, random), spam: kind === 'spam', lang, source }))
    })
}
/** `\n` is a new line, `#` any figure, `\#` the sign itself. */
const spelt = (line: string, random: () => number) =>
  line.replace(/\\n|\\#|#/g, (one) => (one === '\\n' ? '\n' : one === '\\#' ? '#' : String(Math.floor(random() * 10))))
