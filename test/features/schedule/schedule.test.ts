import { afterEach, describe, expect, inject, it } from 'vitest'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import schedule from '../../../src/features/schedule/index.ts'
import { openInn } from '../../kit/inn.ts'
import { newDatabase } from '../../kit/postgres.ts'

const text = { zh: '早上好，{community}', en: 'Good morning, {community}' }
const daily = { id: 'morning', name: { zh: '早安', en: 'Morning' }, cron: '0 9 * * *', text }
const library = { poems: ['a', 'b', 'c'].map((id) => ({ id, text: { en: `Poem ${id}` } })) }

let inn: Awaited<ReturnType<typeof openInn>>
async function open(section: object, more: object = {}) {
  // Monday, 2 March 2026, 18:00 in Shanghai
  inn = await openInn({
    features: [schedule],
    sections: { schedule: section },
    languages: ['en'],
    timezone: 'Asia/Shanghai',
    ...more,
  })
  await inn.says('tom', 'hello')
  return inn
}
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})

describe('a post', () => {
  it('comes at its hour by the clock of the group, day after day', async () => {
    await open({ posts: [daily] })
    await inn.passes('14h')
    expect(inn.sent()).toEqual([])
    await inn.passes('1h')
    expect(inn.sent()).toEqual(['Good morning, Here'])
    await inn.passes('3d')
    expect(inn.sent()).toHaveLength(3)
    const occurrences = await inn.rows('occurrences')
    expect(occurrences.map(({ state, note }) => [state, note])).toEqual(Array(4).fill(['done', 'posted']))
  })

  it('speaks both languages where the group has both', async () => {
    await open({ posts: [daily] }, { languages: ['zh', 'en'] })
    await inn.passes('1d')
    expect(inn.sent()).toEqual(['早上好，Here\nGood morning, Here'])
  })

  it('is announced or pinned where told so, and only in the groups named', async () => {
    await open({
      posts: [
        { ...daily, announce: true },
        { ...daily, id: 'b', pin: true },
        { ...daily, id: 'c', groups: ['other:*', 'test:nowhere'] },
        { ...daily, id: 'd', groups: ['test:*'] },
      ],
    })
    await inn.passes('1d')
    const actions = inn.took().map(({ action }) => action)
    expect(actions.map((action) => [action.type, 'pin' in action]).sort()).toEqual([
      ['announce', false],
      ['send', false],
      ['send', true],
    ])
  })

  it('from a library repeats nothing until all were used', async () => {
    await open({ posts: [{ ...daily, text: undefined, content: 'poems' }], library })
    await inn.passes('3d')
    expect(inn.sent().sort()).toEqual(['Poem a', 'Poem b', 'Poem c'])
    await inn.passes('3d')
    expect(inn.sent().sort()).toEqual(['Poem a', 'Poem b', 'Poem c'])
  })

  it('on a date of the Chinese calendar comes on that date', async () => {
    // Dragon Boat Festival 2026 is on 19 June
    await open({ posts: [{ ...daily, cron: 'lunar: 5-5 12:00' }] })
    await inn.passes(Date.UTC(2026, 5, 19, 3, 59) - inn.now)
    expect(inn.sent()).toEqual([])
    await inn.passes('1m')
    expect(inn.sent()).toHaveLength(1)
  })

  it('keeps the wall clock when summer time begins', async () => {
    await open({ posts: [daily] }, { timezone: 'America/New_York' })
    await inn.passes(Date.UTC(2026, 2, 7, 14, 0) - inn.now)
    inn.took()
    await inn.passes(Date.UTC(2026, 2, 8, 12, 59) - inn.now)
    expect(inn.sent()).toEqual([])
    await inn.passes('1m')
    expect(inn.sent()).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  it('hold a post back until they end, but not what a person asked for', async () => {
    await open({ posts: [daily] }, { quiet: { from: '08:00', to: '10:00' } })
    await inn.passes(Date.UTC(2026, 2, 3, 1, 59) - inn.now)
    expect(inn.sent()).toEqual([])
    await inn.gives('mod', 'schedule', { action: 'run', post: 'morning' })
    expect(inn.sent()).toEqual(['Good morning, Here', '“morning” has been posted.'])
    await inn.passes('1m')
    expect(inn.sent()).toEqual(['Good morning, Here'])
  })
})

describe('/schedule', () => {
  it('lists what is on, with the next five runs by the clock of the group', async () => {
    await open({ posts: [daily, { id: 'week', cron: '0 20 * * wed', text }] })
    await inn.gives('tom', 'schedule')
    expect(inn.sent()).toEqual([
      [
        '📅 What is on here (Asia/Shanghai)',
        '· Morning (morning) – next Tue 3 Mar, 09:00',
        '· week (week) – next Wed 4 Mar, 20:00',
        '',
        'Coming up (Asia/Shanghai):',
        '· Tue 3 Mar, 09:00 – Morning',
        '· Wed 4 Mar, 09:00 – Morning',
        '· Wed 4 Mar, 20:00 – week',
        '· Thu 5 Mar, 09:00 – Morning',
        '· Fri 6 Mar, 09:00 – Morning',
      ].join('\n'),
    ])
  })

  it('says so in Chinese', async () => {
    await open({ posts: [daily] }, { languages: ['zh'] })
    await inn.says('tom', '日程')
    const [said] = inn.sent()
    expect(said).toContain('· 早安（morning）　下次 3月3日周二 09:00')
  })

  it('pauses and resumes for good, and posts at once', async () => {
    await open({ posts: [daily] })
    await inn.gives('mod', 'schedule', { action: 'pause', post: 'morning' })
    await inn.passes('1d')
    await inn.gives('tom', 'schedule')
    const said = inn.sent()
    expect(said).toHaveLength(2)
    expect(said[1]).toContain('· Morning (morning) – paused')
    expect(said[1]).toContain('Nothing is coming up')
    expect((await inn.rows('occurrences')).map(({ note }) => note)).toEqual(['paused'])
    await inn.gives('mod', 'schedule', { action: 'pause', post: 'morning' })
    await inn.gives('mod', 'schedule', { action: 'resume', post: 'morning' })
    await inn.gives('mod', 'schedule', { action: 'run', post: 'morning' })
    expect(inn.sent()).toEqual([
      '“morning” is paused already.',
      '“morning” is on again.',
      'Good morning, Here',
      '“morning” has been posted.',
    ])
    await inn.passes('1d')
    expect(inn.sent()).toHaveLength(1)
    expect(await inn.rows('schedule_posts')).toMatchObject([{ post: 'morning', paused: 0, runs: 2 }])
  })

  it.each([
    ['mod', { action: 'run', post: 'evening' }, 'post', 'schedule/unknown'],
    ['mod', { action: 'pause' }, 'post', 'schedule/which'],
    ['tom', { action: 'run', post: 'morning' }, 'action', 'schedule/staff'],
  ])('refuses %s %j at the field', async (user, input, field, code) => {
    await open({ posts: [daily] })
    const receipt = await inn.gives(user, 'schedule', input)
    expect(receipt).toMatchObject({ ok: false, errors: [{ field, code }] })
    await inn.passes('15h')
    expect(inn.sent()).toHaveLength(1)
  })

  it('says when there is nothing', async () => {
    await open({})
    await inn.gives('tom', 'schedule', { action: 'list' })
    await inn.gives('tom', 'schedule', { action: 'next' })
    expect(inn.sent()).toEqual(['Nothing is scheduled in this group yet.', 'Nothing is coming up.'])
  })
})

it.each(['sqlite', 'postgres'])('shows its posts in the office, with the acts that fit, from %s', async (kind) => {
  const place = kind === 'sqlite' ? ':memory:' : await newDatabase(inject('postgres'), `schedule_${process.pid}`)
  await open({ posts: [daily] }, { place })
  await inn.gives('mod', 'schedule', { action: 'run', post: 'morning' })
  await inn.gives('mod', 'schedule', { action: 'pause', post: 'morning' })
  const desk = new EngineDesk(inn.engine)
  const [group] = await desk.groups()
  const panel = await desk.panel('schedule', 'posts', { community: group!.community, locale: 'zh' })
  expect(panel.rows).toMatchObject([
    { cells: { name: '早安', next: null, last: inn.now - 1000, state: '已暂停' }, group: group!.id },
  ])
  expect(panel.rows[0]!.acts!.map(({ input }) => input.action)).toEqual(['run', 'resume'])
})
