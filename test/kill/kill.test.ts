/**
 * Killed at any point, the bot goes on where it was. "Acknowledged" is an `ack` line: the event and all that came of it
 * is committed. On a pipe an action may be told twice, under the same id, when the kill falls between the telling and
 * the note of it; the program does it once. Missing or different it must never be.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { newDatabase } from '../kit/postgres.ts'
import { drive } from './driver.ts'
import { dice, story } from './story.ts'

const nightly = process.env.INNKEEPER_NIGHTLY === '1'
const folder = mkdtempSync(join(tmpdir(), 'innkeeper-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const rules = process.env.KILL_RULES ?? 'rules/demo'
const kinds = [
  { kind: 'sqlite', kills: nightly ? 50 : 10, place: (name: string) => Promise.resolve(join(folder, `${name}.db`)) },
  {
    kind: 'postgres',
    kills: nightly ? 50 : 3,
    place: (name: string) => newDatabase(inject('postgres'), `kill_${name}_${process.pid}`),
  },
]

describe.each(kinds)('kill -9 on $kind', ({ kills, place }) => {
  it(`loses nothing and doubles nothing over ${kills} kills`, { timeout: 600_000 }, async () => {
    const lines = story(kills * 60, 20_261_122)
    const roll = dice(kills)
    const killAfter = Array.from({ length: kills }, () => 1 + Math.floor(roll() * 55))
    const calm = await drive(lines, await place('calm'), rules, [])
    const rough = await drive(lines, await place('rough'), rules, killAfter)
    expect(rough.kills).toBe(kills)
    expect(calm.actions.size).toBeGreaterThan(kills * 10)
    expect(
      [...rough.actions.keys()].filter((id) => !calm.actions.has(id)),
      'too many',
    ).toEqual([])
    expect(
      [...calm.actions.keys()].filter((id) => !rough.actions.has(id)),
      'missing',
    ).toEqual([])
    for (const [id, text] of calm.actions) expect(rough.actions.get(id)).toBe(text)
    console.log(`${kills} kills, ${calm.actions.size} actions, ${rough.repeated} told twice under the same id`)
  })
})
