/** Rules and welcome tell the same story on both databases. */
import { expect, inject, test } from 'vitest'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import rules from '../../../src/features/rules/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { openInn } from '../../kit/inn.ts'
import { newDatabase } from '../../kit/postgres.ts'

async function story(place: string | undefined) {
  const inn = await openInn({
    features: [rules, welcome],
    languages: ['zh', 'en'],
    sections: {
      rules: { text: { zh: '- 友善', en: '- Be kind' } },
      welcome: { windowSeconds: 30, rejoin: 'again', followUp: { days: 2, text: { en: 'Well, {name}?' } } },
    },
    ...(place && { place }),
  })
  await inn.join('tom', { locale: 'en' })
  await inn.join('小明', { locale: 'zh', invitedBy: 'test:tom' })
  await inn.passes('1m')
  await inn.leave('tom')
  await inn.join('tom')
  await inn.says('小明', '同意群规')
  await inn.gives('mod', 'unacknowledged', {}, { locale: 'zh' })
  await inn.rules({
    sections: { rules: { text: { zh: '- 友善\n- 守时', en: '- Be kind' } }, welcome: { windowSeconds: 0 } },
  })
  await inn.passes('3d')
  const told = inn.took().map(({ id, action }) => [id, action])
  const rows = await Promise.all(
    ['rules_agreements', 'welcome_newcomers', 'welcome_doors'].map((table) => inn.rows(table)),
  )
  const desk = new EngineDesk(inn.engine)
  const query = { community: 'here', locale: 'en' } as const
  const panels = [
    await desk.panel('welcome', 'newcomers', query),
    await desk.panel('rules', 'acknowledgements', query),
  ].map((panel) => panel.rows.map((row) => Object.values(row.cells).join(' ')))
  expect(inn.log.errors).toEqual([])
  await inn.close()
  return { told, panels, rows: rows.map((some) => some.map((row) => JSON.stringify(row)).sort()) }
}

test('SQLite and PostgreSQL: the same actions, the same rows', async () => {
  const here = await story(undefined)
  expect(here.told.length).toBeGreaterThan(6)
  expect(here.panels.map((rows) => rows.length)).toEqual([2, 2])
  expect(await story(await newDatabase(inject('postgres'), `welcome_${process.pid}`))).toEqual(here)
})
