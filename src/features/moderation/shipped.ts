/** The section of `rules/demo`, which is what owners begin with; its word lists lie in files beside it. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Config, config } from './config.ts'

export function shipped(): Config {
  const folder = new URL('../../../rules/demo/', import.meta.url)
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const section = z
    .looseObject({ words: z.array(z.looseObject({ words: z.unknown() })) })
    .parse(parse(read('moderation.yaml')))
  const words = section.words.map((list) => ({
    ...list,
    words: typeof list.words === 'string' ? read(list.words.replace(/^file:/, '')) : list.words,
  }))
  return config.parse({ ...section, words })
}
