import { describe, expect, inject, test } from 'vitest'
import { newDatabase } from '../../kit/postgres.ts'
import { advert, cases, deeds, house, inForce, toldTo } from './house.ts'

const places: readonly [string, () => Promise<string>][] = [
  ['SQLite', async () => ':memory:'],
  ['PostgreSQL', () => newDatabase(inject('postgres'), 'moderation')],
]
describe.each(places)('the whole way on %s', (_name, open) => {
  test('flagged, reported, listed, purged, appealed, undone, tidied', async () => {
    const inn = await house({ evidence: { days: 2 } }, { place: await open() })
    await inn.join('tom')
    const first = await inn.says('tom', 'has anybody_here read "50% of it"?', { id: 'odd_%id' })
    await inn.says('tom', advert.en, { id: 'a1' })
    expect(deeds(inn)).toEqual(['delete a1', 'whisper test:tom', 'ask test:mod'])
    expect(await inForce(inn)).toMatchObject([{ case: 1, kind: 'warn' }])
    await inn.gives('ann', 'report', {}, { replyTo: first })
    await inn.gives('bob', 'report', {}, { replyTo: first })
    expect(await cases(inn)).toMatchObject([{ number: 1 }, { number: 2, origin: 'report', messages: first }])
    await inn.gives('mod', 'note', { case: '2', text: 'looks fine' })
    inn.took()
    await inn.gives('mod', 'case', { case: '2' })
    expect(toldTo(inn, 'mod').join('\n')).toContain('looks fine')
    await inn.gives('mod', 'cases', { state: 'all' })
    expect(toldTo(inn, 'mod').join('\n')).toMatch(/#2 tom.*\n.*#1 tom/)
    await inn.gives('mod', 'dismiss', { case: '2' })
    await inn.gives('mod', 'purge', { count: 2 })
    expect(deeds(inn).filter((deed) => deed.startsWith('purge'))).toEqual([`purge ${first} a1`])
    await inn.gives('tom', 'appeal', { case: '1', reason: 'my own channel' })
    await inn.chooses('mod', 'moderation:case:1', 'undo')
    expect(await inForce(inn)).toEqual([])
    await inn.passes('4d')
    const kept = await cases(inn)
    expect(kept.map(({ state }) => state).sort()).toEqual(['dismissed', 'undone'])
    for (const row of kept) expect(row).toMatchObject({ evidence: '', appeal: '' })
    await inn.passes('40d')
    expect(await inn.rows('moderation_reports')).toEqual([])
    expect(await inn.rows('moderation_members')).toEqual([])
    await inn.close()
  })
})
