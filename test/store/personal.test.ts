/** Whoever asks to be forgotten is: in every table, of every feature and door, on both databases. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { type Actor, type WebAdapter, webAdapter } from '../../adapters/web/index.ts'
import { personalTables } from '../../src/cli/keep.ts'
import { EventsClock } from '../../src/core/clock.ts'
import { Engine } from '../../src/core/engine/engine.ts'
import { type Event, eventSchema } from '../../src/core/event.ts'
import type { Database } from '../../src/core/tables.ts'
import { features } from '../../src/features.ts'
import { migrationsOf, readRules } from '../../src/main.ts'
import type { Store } from '../../src/store/driver.ts'
import { openStore } from '../../src/store/open.ts'
import { exportPerson, findPerson, forgetPerson, type Person } from '../../src/store/personal.ts'
import { Unit } from '../../src/store/unit.ts'
import { parseDuration } from '../../src/time/duration.ts'
import { Logbook } from '../kit/inn.ts'
import { newDatabase } from '../kit/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-personal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bookkeeping = /^(migrations|sqlite_)/
const tablesOf = async (db: Database) =>
  (await db.introspection.getTables()).filter(({ name }) => !bookkeeping.test(name))

describe('the declarations', () => {
  /** Columns that hold who somebody is: our member id in features' tables, the account in doors'. */
  const names = /(^|_)(member|user|reporter|inviter|author|owner|actor)(_id)?$|(^|_)by(_id|_member|_user)?$|^only_for$/
  /** The engine's own, which `forgetPerson` knows; and those that hold something else. */
  const otherwise: Readonly<Record<string, string>> = {
    'accounts.user': 'goes with its member',
    'accounts.member_id': 'the engine’s own',
    'memberships.user': 'goes with its member',
    'memberships.member_id': 'the engine’s own',
    'inbox.member_id': 'the engine’s own',
    'outbox.member_id': 'the engine’s own',
    'moderation_cases.user': 'blanked with the case',
  }
  const declared = new Set(
    [...personalTables.byMember, ...personalTables.byUser].map((one) => `${one.table}.${one.column}`),
  )

  it('name every column that holds a person, in tables that exist', async () => {
    const store = await openStore(':memory:', migrationsOf())
    const tables = await tablesOf(store.db)
    const columns = new Set(tables.flatMap(({ name, columns: some }) => some.map((one) => `${name}.${one.name}`)))
    await store.close()
    const persons = [...columns].filter((column) => names.test(column.slice(column.indexOf('.') + 1)))
    expect(persons.length).toBeGreaterThan(25)
    expect(persons.filter((column) => !declared.has(column) && !(column in otherwise))).toEqual([])
    expect(
      [...declared].filter((column) => !columns.has(column)),
      'of tables that are not there',
    ).toEqual([])
    const blanked = [...personalTables.byMember, ...personalTables.byUser].flatMap(({ table, blank = [] }) =>
      blank.map((column) => `${table}.${column}`),
    )
    expect(blanked.filter((column) => !columns.has(column))).toEqual([])
  })
})

/** A whole house: every feature by the demo's rulebook, and the hall as its platform. */
class House {
  readonly store: Store
  readonly clock = new EventsClock(Date.UTC(2026, 9, 5, 2))
  readonly log = new Logbook()
  readonly hall: WebAdapter
  readonly engine: Engine
  #n = 0
  constructor(store: Store, rulebooks: Awaited<ReturnType<typeof readRules>>['rulebooks']) {
    const { clock, log } = this
    this.store = store
    this.hall = webAdapter({ db: store.db, now: () => clock.now(), log })
    this.engine = new Engine({
      unit: new Unit(store),
      reader: store.reader,
      features,
      rulebooks,
      adapters: [this.hall],
      clock,
      log,
    })
  }
  async joins(name: string, role: 'member' | 'moderator' | 'owner', by = 'web:mei', token?: string): Promise<Actor> {
    const wish = { group: 'web:reading', role, by, forMs: 86_400_000, mostUses: 0 }
    const way = token ?? (await this.hall.hall.createInvite(wish)).token
    const { user } = await this.hall.hall.join({ token: way, name, locale: 'en' }, undefined)
    await this.passes('1s')
    return { user, name, role, locale: 'en' }
  }
  async passes(time: string): Promise<void> {
    await this.engine.tick(this.clock.now() + (parseDuration(time) ?? 0))
    await this.engine.idle()
  }
  async says(by: Actor, text: string, more: { replyTo?: string; mentions?: string[] } = {}): Promise<string> {
    this.clock.advance(this.clock.now() + 20_000)
    const id = await this.hall.hall.post(by, {
      type: 'post',
      nonce: this.#nonce(),
      group: 'web:reading',
      text,
      ...more,
    })
    await this.engine.idle()
    return String((id as { id?: string }).id ?? id)
  }
  async gives(by: Actor, name: string, input: Record<string, unknown> = {}, more: object = {}): Promise<unknown> {
    return this.happens({ type: 'command', ...this.#by(by), name, input, ...more })
  }
  async happens(event: Record<string, unknown>): Promise<unknown> {
    const whole: Event = eventSchema.parse({
      id: `x${++this.#n}`,
      at: this.clock.now() + 1000,
      group: 'web:reading',
      ...event,
    })
    const receipt = await this.engine.emit(whole)
    await this.engine.idle()
    return receipt
  }
  readonly #nonce = () => `nonce-${String(++this.#n).padStart(6, '0')}`
  #by({ user, role, name }: Actor) {
    return { user, role, ...(name && {}) }
  }
  reacts(by: Actor, message: string) {
    return this.hall.hall.react(by, {
      type: 'react',
      nonce: this.#nonce(),
      group: 'web:reading',
      message,
      emoji: '👍',
      added: true,
    })
  }
  async close() {
    await this.engine.stop()
    await this.store.close()
  }
}

const names = {
  victim: 'Quillon "Zed" Zárathustra_100%',
  teacher: 'Philomena Okonkwo-Brandt',
  friend: 'Baltazar Innocent',
  owner: 'Mei Lin Wang',
}
/** The demo's, by an owner who keeps the words of unanswered questions. */
async function keepingTexts() {
  const dir = join(folder, `rules-${Math.floor(performance.now())}`)
  cpSync('rules/demo', dir, { recursive: true })
  const file = join(dir, 'faq.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('keepText: false', 'keepText: true'))
  return (await readRules(dir)).rulebooks
}
interface Cast {
  readonly victim: Actor
  readonly teacher: Actor
  readonly friend: Actor
  readonly owner: Actor
}
/** A fortnight in which everybody does everything to everybody. */
async function story(house: House): Promise<Cast> {
  await house.engine.start()
  await house.hall.ensureGroups([{ ref: 'web:reading', name: 'Reading' }])
  const owner = await house.joins(names.owner, 'owner')
  const teacher = await house.joins(names.teacher, 'moderator', owner.user)
  const victim = await house.joins(names.victim, 'member', teacher.user)
  const friend = await house.joins(names.friend, 'member', victim.user)
  await house.happens({ type: 'member.join', user: 'web:guest-9', name: 'A guest', invitedBy: victim.user })
  const cast = { victim, teacher, friend, owner }
  for (let day = 0; day < 4; day++) {
    for (const who of [victim, friend, teacher]) {
      const asked = await house.says(
        who,
        `I have been reading chapter ${day} since the morning and liked it, ${who.user}`,
      )
      const answer = await house.says(who === victim ? friend : victim, `So did I, ${who.name}!`, {
        replyTo: asked,
        mentions: [who.user],
      })
      await house.reacts(teacher, answer)
      await house.reacts(victim, asked)
      for (const command of ['checkin', 'me', 'points', 'redeem', 'top', 'faq', 'rules'])
        await house.gives(who, command)
      await house.says(who, 'What is the airspeed velocity of an unladen swallow in the upper hall?')
    }
    await house.passes('1d')
  }
  await perks(house, cast)
  await order(house, cast)
  await choices(house, cast)
  await house.passes('8d')
  await questions(house, cast)
  await choices(house, cast)
  await questions(house, cast)
  await house.gives(victim, 'me')
  // Of the page's server, and of a moment between two commits.
  const { db } = house.store
  await db
    .insertInto('web_sessions')
    .values({ hash: 'h', user_id: victim.user, created_at: 1, expires_at: 2 })
    .execute()
  const event = JSON.stringify({ type: 'message', user: victim.user, name: victim.name, text: 'hello' })
  await db.insertInto('web_waiting').values({ id: 'w', seq: 1, user_id: victim.user, event }).execute()
  return cast
}
async function perks(house: House, { victim, teacher, friend, owner }: Cast): Promise<void> {
  await house.gives(owner, 'award', { member: victim.user, points: 500, reason: `for ${names.victim}` })
  await house.gives(teacher, 'award', { member: friend.user, points: 500, reason: 'well done' })
  for (const perk of (await readRules('rules/demo')).rulebooks.flatMap((book) =>
    perkIds(book.section('perks', 'web:reading')),
  ))
    for (const who of [victim, friend]) await house.gives(who, 'redeem', { perk })
  const [bought] = await house.store.db.selectFrom('perks_redemptions').select('code').execute()
  await house.gives(teacher, 'fulfil', { code: bought?.code ?? '' })
  await house.gives(teacher, 'giveaway', { action: 'start', what: 'A book', winners: 1, time: '1d' })
  const [giveaway] = await house.store.db.selectFrom('perks_giveaways').select('id').execute()
  for (const who of [victim, friend]) await house.gives(who, 'giveaway', { action: 'enter', what: giveaway?.id })
  await house.passes('2d')
}
const perkIds = (section: unknown) => (section as { catalogue: { id: string }[] }).catalogue.map(({ id }) => id)
async function order(house: House, { victim, teacher, friend }: Cast): Promise<void> {
  const bad = await house.says(victim, 'FREE crypto airdrop!!! https://bit.ly/3xFreeCoin join t.me/fastmoney now')
  await house.gives(friend, 'report', { member: victim.user, reason: `${names.victim} is rude` }, { replyTo: bad })
  await house.gives(victim, 'report', { member: friend.user, reason: 'so is he' })
  await house.gives(teacher, 'warn', { member: victim.user, reason: `enough, ${names.victim}` })
  await house.gives(teacher, 'warn', { member: friend.user, reason: `leave ${names.victim} alone` })
  await house.gives(teacher, 'mute', { member: victim.user, for: '30d', reason: 'enough now' })
  const cases = await house.store.db.selectFrom('moderation_cases').select('number').execute()
  for (const { number } of cases) {
    await house.gives(teacher, 'note', { case: String(number), text: `about ${victim.user}` })
    await house.gives(victim, 'appeal', { case: String(number), reason: 'I did nothing' })
    await house.gives(friend, 'appeal', { case: String(number), reason: 'nor did I' })
  }
  await house.gives(teacher, 'teach', { question: 'Where is the teapot?', answer: 'In the kitchen.' })
  await house.gives(teacher, 'schedule', { action: 'pause', post: 'book-day' })
  await house.says(friend, 'Where is the teapot?')
}

/** Known, half known and unknown ones; straight to the engine, since the hall lets no muted member speak. */
async function questions(house: House, { victim, friend }: Cast): Promise<void> {
  const asked = [
    'When do we read together?',
    'What time is the book?',
    'Which time the reading suggest?',
    'Where can one park a llama?',
    '停车场在哪里？',
  ]
  for (const text of asked)
    for (const { user, name } of [victim, friend]) await house.happens({ type: 'message', user, name, text })
}
/** Everybody presses a button of everything that was asked. */
async function choices(house: House, { victim, friend }: Cast): Promise<void> {
  const asked = await house.store.db.selectFrom('outbox').select('action').where('type', '=', 'ask').execute()
  for (const { action } of asked) {
    if (!action) continue
    const { ask, options } = JSON.parse(String(action)) as { ask: string; options: { id: string }[] }
    for (const { user } of [victim, friend])
      for (const { id } of options) await house.happens({ type: 'choice', user, ask, option: id })
  }
}

type Cell = { readonly at: string; readonly value: string }
async function textCells(db: Database): Promise<Cell[]> {
  const found: Cell[] = []
  for (const { name, columns } of await tablesOf(db))
    for (const row of await db.selectFrom(name).selectAll().execute())
      for (const column of columns) {
        const value: unknown = (row as Record<string, unknown>)[column.name]
        if (typeof value === 'string' && value !== '') found.push({ at: `${name}.${column.name}`, value })
      }
  return found
}
/** Where a person still is. What others wrote themselves in the hall is theirs. */
const traces = (cells: readonly Cell[], who: Person, others: ReadonlySet<string>): string[] => {
  const inJson = (word: string) => JSON.stringify(word).slice(1, -1)
  const words = [who.id, ...who.users, ...who.names].flatMap((word) => [word, inJson(word)])
  return [
    ...new Set(
      cells
        .filter(({ at, value }) => !others.has(`${at} ${value}`) && words.some((word) => value.includes(word)))
        .map(({ at, value }) => `${at}: ${value.slice(0, 300)}`),
    ),
  ]
}
/** Rows that tell of somebody, by table: to see that others are left alone. */
const rowsOf = async (db: Database, who: Person) =>
  Object.fromEntries(
    Object.entries(await exportPerson(db, who, personalTables)).map(([table, rows]) => [table, rows.length]),
  )

/** Rows about two people go with either of them. */
const shared: ReadonlySet<string> = new Set(['outbox', 'moderation_reports'])
const places = {
  sqlite: async () => join(folder, 'house.db'),
  postgres: () => newDatabase(inject('postgres'), `personal_${process.pid}`),
}
describe.each(Object.entries(places))('a member who is forgotten, on %s', (_kind, place) => {
  it('is nowhere any more; others are as they were; the books balance', { timeout: 120_000 }, async () => {
    const rulebooks = await keepingTexts()
    const house = new House(await openStore(await place(), migrationsOf()), rulebooks)
    const cast = await story(house)
    expect(house.log.errors).toEqual([])
    await house.close()
    const store = await openStore(
      house.store.driver.dialect === 'sqlite' ? house.store.place : `${inject('postgres')}/personal_${process.pid}`,
      migrationsOf(),
    )
    const { db } = store
    const friend = await findPerson(db, cast.friend.user)
    const ownWords = new Set(
      (await db.selectFrom('web_messages').select(['user_id', 'text']).execute())
        .filter(({ user_id }) => user_id === cast.friend.user || user_id === cast.owner.user)
        .map(({ text }) => `web_messages.text ${text}`),
    )
    const before = await rowsOf(db, friend)
    const reached = new Set<string>()
    for (const role of ['victim', 'teacher'] as const) {
      const who = await findPerson(db, names[role])
      expect(who.users).toEqual([cast[role].user])
      for (const table of Object.keys(await exportPerson(db, who, personalTables))) reached.add(table)
      expect(traces(await textCells(db), who, ownWords).length).toBeGreaterThan(20)
      await forgetPerson(store, who, personalTables)
      expect(traces(await textCells(db), who, ownWords)).toEqual([])
      expect(await exportPerson(db, who, personalTables)).toEqual({})
      await expect(findPerson(db, cast[role].user)).rejects.toMatchObject({ code: 'member/unknown' })
    }
    const declared = new Set([...personalTables.byMember, ...personalTables.byUser].map(({ table }) => table))
    expect(
      [...declared].filter((table) => !reached.has(table)),
      'tables that the story does not reach',
    ).toEqual([])
    const after = await rowsOf(db, friend)
    for (const table of Object.keys(before))
      if (!shared.has(table)) expect([table, after[table]]).toEqual([table, before[table]])
    const balances = await db.selectFrom('perks_balances').selectAll().execute()
    expect(balances.length).toBeGreaterThan(3)
    expect(balances.reduce((sum, { balance }) => sum + Number(balance), 0)).toBe(0)
    await store.close()
  })
})

describe('who is meant', () => {
  it('is found by id, account or name, and refused where nobody or several fit', async () => {
    const { rulebooks } = await readRules('rules/demo')
    const house = new House(await openStore(':memory:', migrationsOf()), rulebooks)
    await house.engine.start()
    for (const [user, name] of [
      ['web:a', 'Ann'],
      ['web:b', 'Bo'],
      ['web:c', 'ＢＯ'],
    ])
      await house.happens({ type: 'message', user, name, text: 'hello' })
    const { db } = house.store
    const ann = await findPerson(db, 'web:a')
    expect(await findPerson(db, ann.id)).toEqual(ann)
    expect(await findPerson(db, 'ａｎｎ')).toEqual(ann)
    await expect(findPerson(db, 'bo')).rejects.toMatchObject({
      code: 'member/unknown',
      message: expect.stringContaining('2 members'),
    })
    await expect(findPerson(db, 'nobody')).rejects.toMatchObject({ code: 'member/unknown' })
    await house.close()
  })
})

describe('people whose names are like others’', () => {
  it('are told apart: whose name is part of another’s, or a common word', async () => {
    const { rulebooks } = await readRules('rules/demo')
    const house = new House(await openStore(':memory:', migrationsOf()), rulebooks)
    await house.engine.start()
    const people = [
      ['web:ann', 'Ann'],
      ['web:ann-marie', 'Ann-Marie'],
      ['web:ann2', 'Annabel'],
      ['web:te', 'Te'],
    ] as const
    for (const [user, name] of people) await house.happens({ type: 'member.join', user, name })
    await house.passes('1h')
    const cells = async () => (await textCells(house.store.db)).filter(({ at }) => !/^(web_|inbox|outbox)/.test(at))
    const before = await cells()
    for (const user of ['web:ann', 'web:te'])
      await forgetPerson(house.store, await findPerson(house.store.db, user), personalTables)
    const left = (some: readonly Cell[]) =>
      some.filter(({ value }) => /Ann-Marie|ann-marie|Annabel|annabel|ann2/.test(value)).length
    expect(left(before)).toBeGreaterThan(5)
    expect(left(await cells())).toBe(left(before))
    expect((await findPerson(house.store.db, 'Ann-Marie')).users).toEqual(['web:ann-marie'])
    await house.close()
  })
})
