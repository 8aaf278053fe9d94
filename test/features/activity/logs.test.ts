/** Real logs, where they are: ../shared is not part of the product. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import activity from '../../../src/features/activity/index.ts'
import { leaders } from '../../../src/features/activity/store.ts'
import { openFile } from '../../../src/replay/formats/open.ts'
import { isFound } from '../../../src/replay/reading.ts'
import { openInn } from '../../kit/inn.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/chat/ubuntu-irc')

it.skipIf(!existsSync(folder))('counts real days of a busy channel', { timeout: 60_000 }, async () => {
  const inn = await openInn({ features: [activity], languages: ['en'], timezone: 'UTC', start: Date.UTC(2005, 5, 1) })
  const files = readdirSync(folder).sort().slice(0, 3)
  let messages = 0
  const bots = new Set(['ubotu', 'ubottu'])
  await inn.happens({ type: 'group', group: 'test:ubuntu' })
  for (const file of files) {
    const opened = openFile(join(folder, file), file, { timezone: 'UTC', isBot: (name) => bots.has(name) })
    if ('code' in opened) throw new Error(opened.code)
    const weight = opened.learned.weight ?? new Map()
    const waiting: Promise<unknown>[] = []
    for (const item of opened.read({ channel: 'test:ubuntu', weight, staff: new Set() })) {
      if (!isFound(item)) continue
      if (item.event.type === 'message' && !item.event.bot) messages++
      waiting.push(inn.engine.emit(item.event))
    }
    await Promise.all(waiting)
  }
  const rows = await inn.rows('activity_members')
  expect(rows.reduce((sum, row) => sum + Number(row.messages), 0)).toBe(messages)
  const hours = await inn.rows('activity_hours')
  expect(hours.reduce((sum, row) => sum + Number(row.messages), 0)).toBe(messages)
  const answers = hours.reduce((sum, row) => sum + Number(row.replies), 0)
  expect(answers / messages).toBeGreaterThan(0.2) // the channel's own way: "nick: …"
  for (const day of await inn.rows('activity_days')) expect(Number(day.points)).toBeLessThanOrEqual(1100)
  const group = String((await inn.rows('groups')).find((row) => row.ref === 'test:ubuntu')?.id)
  const best = await leaders(inn.store.reader, group, 5)
  expect(best.every((leader) => leader.points > 500)).toBe(true)
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
