/** For orientation: five rows an event by hand, none of them ours: seen, counter, member, points, outbox. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Event } from '../src/core/event.ts'

const schema = `
  create table seen (id text primary key, at integer not null, group_id text not null, why text not null);
  create table counters (group_id text not null, member_id text not null, day integer not null, messages integer not null, primary key (group_id, member_id, day));
  create table members (group_id text not null, member_id text not null, last_at integer not null, messages integer not null, primary key (group_id, member_id));
  create table points (community text not null, member_id text not null, points integer not null, at integer not null, primary key (community, member_id));
  create table outbox (id text primary key, group_id text not null, action text not null, at integer not null);
`
const dayMs = 86_400_000
const why = JSON.stringify({
  moderation: { decided: 'nothing' },
  faq: { decided: 'silent' },
  activity: { decided: 'counted' },
})

/** Events per second. */
export function fiveRows(events: readonly Event[], batch: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-five-'))
  const db = new SQLite(join(folder, 'five.db'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL']) db.pragma(pragma)
  db.exec(schema)
  const seen = db.prepare('insert into seen values (?, ?, ?, ?)')
  const counters = db.prepare(
    'insert into counters values (?, ?, ?, 1) on conflict do update set messages = messages + 1',
  )
  const members = db.prepare(
    'insert into members values (?, ?, ?, 1) on conflict do update set messages = messages + 1, last_at = excluded.last_at',
  )
  const points = db.prepare(
    "insert into points values ('c', ?, 1, ?) on conflict do update set points = points + 1, at = excluded.at",
  )
  const outbox = db.prepare('insert into outbox values (?, ?, ?, ?)')
  const write = db.transaction((some: readonly Event[]) => {
    for (const event of some) {
      const user = 'user' in event ? (event.user ?? '') : ''
      seen.run(event.id, event.at, event.group, why)
      counters.run(event.group, user, Math.floor(event.at / dayMs))
      members.run(event.group, user, event.at)
      points.run(user, event.at)
      outbox.run(event.id, event.group, '{"type":"send","text":"hello"}', event.at)
    }
  })
  const started = performance.now()
  for (let at = 0; at < events.length; at += batch) write(events.slice(at, at + batch))
  const seconds = (performance.now() - started) / 1000
  db.close()
  rmSync(folder, { recursive: true, force: true })
  return events.length / seconds
}
