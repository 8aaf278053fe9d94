import { expect, it } from 'vitest'
import { features } from '../../src/features.ts'
import { openStore } from '../../src/store/open.ts'

it('keep their rows in the index of the key, every one of them', async () => {
  const store = await openStore(
    ':memory:',
    features.map((feature) => feature.migrations),
  )
  try {
    const made = await store.db
      .selectFrom('sqlite_master')
      .select(['name', 'sql'])
      .where('type', '=', 'table')
      .$castTo<{ name: string; sql: string }>()
      .execute()
    const theirs = made.filter(({ name }) => features.some((feature) => name.startsWith(`${feature.name}_`)))
    expect(new Set(theirs.map(({ name }) => name.split('_')[0]))).toEqual(new Set(features.map(({ name }) => name)))
    expect(theirs.filter(({ sql }) => !/without rowid$/i.test(sql)).map(({ name }) => name)).toEqual([])
  } finally {
    await store.close()
  }
})
