/** What features plan has a name in both languages: an owner is never shown `moderation.told`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { features } from '../../../src/features.ts'

const source = readFileSync(join(import.meta.dirname, '../../../src/web/pages/names.ts'), 'utf8')
const [zh = '', en = ''] = source.split('const en:')
const named = features.flatMap(({ name, jobs = [] }) => jobs.map((job) => `job.${name}.${job.name}`))

test.each(['feature.gate', ...named])('%s', (key) => {
  for (const words of [zh, en]) expect(words).toContain(`'${key}': '`)
})
