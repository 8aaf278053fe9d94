import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import rules from '../../../src/features/rules/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { type Inn, type InnOptions, monday, openInn } from '../../kit/inn.ts'
import { folderOf } from '../../rulebook/folder.ts'

const words = {
  mention: false,
  text: { en: 'Hi {name}, no. {number} of {group}' },
  merged: { en: 'Hi {names} ({count})' },
}
let inn: Inn
const open = async (section: object = {}, more: Partial<InnOptions> = {}) => {
  inn = await openInn({
    features: [welcome],
    sections: { welcome: { ...words, windowSeconds: 0, ...section } },
    languages: ['en'],
    ...more,
  })
  return inn
}
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
const joined = async (user: string, more = {}) => {
  const id = `join:${user}:${inn.now}`
  await inn.join(user, { ...more, id })
  return (await inn.why(id)).welcome
}

test('window 0: one welcome per join, at once, with its reason', async () => {
  await open()
  expect(await joined('tom')).toEqual({ decided: 'welcomed' })
  expect(inn.sent()).toEqual(['Hi tom, no. 1 of main'])
  await inn.happens({ type: 'group', group: 'test:main', name: 'Reading' })
  await joined('ann')
  expect(inn.sent()).toEqual(['Hi ann, no. 2 of Reading'])
})

test('a join told again is no second join', async () => {
  await open({ rejoin: 'again' })
  await joined('tom')
  inn.took()
  expect(await joined('tom')).toEqual({ decided: 'silent', checks: [{ name: 'known', found: '#1' }] })
  expect(inn.sent()).toEqual([])
})

test.each([
  ['again', ['1d'], 1],
  ['never', ['300d'], 0],
  [{ afterDays: 7 }, ['6d'], 0],
  [{ afterDays: 7 }, ['7d'], 1],
])('rejoin %j after %j: %d more', async (rejoin, [time], more) => {
  await open({ rejoin })
  await joined('tom')
  await inn.leave('tom')
  await inn.passes(time!)
  inn.took()
  const why = await joined('tom')
  expect(inn.sent()).toHaveLength(more)
  expect(why).toMatchObject(more ? { decided: 'welcomed' } : { decided: 'silent', checks: [{ name: 'known' }] })
})

test('joins within the window become one welcome that names all, in order', async () => {
  await open({ windowSeconds: 60 })
  expect(await joined('tom')).toMatchObject({ decided: 'waiting' })
  expect(await joined('ann')).toMatchObject({ decided: 'merged' })
  await joined('bo')
  expect(inn.sent()).toEqual([])
  await inn.passes('1m')
  expect(inn.sent()).toEqual(['Hi tom, ann and bo (3)'])
  await joined('cy')
  await inn.passes('1m')
  expect(inn.sent()).toEqual(['Hi cy, no. 4 of main'])
  expect((await inn.rows('welcome_newcomers')).map((row) => row.state).sort()).toEqual([
    'merged',
    'merged',
    'merged',
    'welcomed',
  ])
})

test('who waits when the bot stops is welcomed when it is back', async () => {
  await using folder = await folderOf({})
  const place = path.join(folder.dir, 'inn.db')
  await open({ windowSeconds: 60 }, { place })
  await joined('tom')
  await joined('ann')
  await inn.close()
  await open({ windowSeconds: 60 }, { place, start: monday + 3_600_000 })
  await inn.passes('1s')
  expect(inn.sent()).toEqual(['Hi tom and ann (2)'])
  await inn.passes('1d')
  expect(inn.sent()).toEqual([])
})

test('many names are counted rather than listed', async () => {
  await open({ windowSeconds: 60, raid: { joinsPerMinute: 100 } }, { languages: ['zh', 'en'] })
  await inn.rules({ sections: { welcome: { mention: false, windowSeconds: 60, raid: { joinsPerMinute: 100 } } } })
  for (let n = 1; n <= 12; n++) await joined(`u${n}`)
  await inn.passes('1m')
  expect(inn.sent()).toEqual([
    `欢迎 u1、u2、u3、u4、u5、u6、u7、u8、u9、u10 等 12 位朋友 一起来到main！先互相打个招呼吧。发送「群规」可以看群规。
Welcome to main, u1, u2, u3, u4, u5, u6, u7, u8, u9, u10 and others, 12 in all! Say hello to each other, and send /rules to read the house rules.`,
  ])
})

test('who leaves within the window is not named; nobody left, nothing said', async () => {
  await open({ windowSeconds: 60 })
  await joined('tom')
  await joined('ann')
  await inn.leave('tom')
  await inn.passes('1m')
  expect(inn.sent()).toEqual(['Hi ann, no. 2 of main'])
  await joined('bo')
  await inn.leave('bo', { how: 'kicked' })
  await inn.passes('1m')
  expect(inn.sent()).toEqual([])
  await joined('bo')
  await inn.passes('1m')
  expect(inn.sent()).toEqual(['Hi bo, no. 3 of main'])
})

test('a raid is met with silence, those who waited are not named, and afterwards all is as before', async () => {
  await open({ windowSeconds: 30, raid: { joinsPerMinute: 5 } })
  for (let n = 1; n <= 5; n++) await joined(`u${n}`)
  expect(await joined('u6')).toEqual({
    decided: 'silent',
    checks: [{ name: 'raid', found: '> 5/min' }],
  })
  await inn.passes('30s')
  expect(inn.sent()).toEqual([])
  await inn.passes('2m')
  await joined('calm')
  await inn.passes('30s')
  expect(inn.sent()).toEqual(['Hi calm, no. 7 of main'])
})

test('the cap is per clock hour', async () => {
  await open({ perHour: 2 })
  await joined('a')
  await inn.passes('2m')
  await joined('b')
  await inn.passes('2m')
  expect(await joined('c')).toEqual({ decided: 'silent', checks: [{ name: 'cap', found: '2/h' }] })
  expect(inn.sent()).toHaveLength(2)
  await inn.passes('1h')
  await joined('d')
  expect(inn.sent()).toEqual(['Hi d, no. 4 of main'])
})

test('privately, in the newcomer’s language; not at all where it would be read out to all', async () => {
  const section = { private: { zh: '你好 {name}，{rules}', en: 'Hello {name}, {rules}' } }
  await open(section)
  await joined('tom', { locale: 'en' })
  await joined('小明', { locale: 'zh' })
  const whispers = inn.took().flatMap(({ action }) => (action.type === 'whisper' ? [[action.user, action.text]] : []))
  expect(whispers).toEqual([
    ['test:tom', 'Hello tom, send /rules to read the house rules'],
    ['test:小明', '你好 小明，发送「群规」可以看群规'],
  ])
  await inn.close()
  await open(section, { does: ['send'] })
  await joined('tom')
  expect(inn.sent()).toEqual(['Hi tom, no. 1 of main'])
})

test('who invited is named where it is known, and only then', async () => {
  await open({ invited: { en: 'Hi {name}, {inviter} told us about you' } })
  await joined('tom')
  await joined('ann', { invitedBy: 'test:tom' })
  await joined('bo', { invitedBy: 'test:nobody' })
  expect(inn.sent()).toEqual(['Hi tom, no. 1 of main', 'Hi ann, tom told us about you', 'Hi bo, no. 3 of main'])
})

test('staff, whose links are for everybody, are not named as inviting', async () => {
  await open({ invited: { en: 'Hi {name}, {inviter} told us about you' } })
  await inn.says('lin', 'good morning', { role: 'owner' })
  await joined('ann', { invitedBy: 'test:lin' })
  expect(inn.sent()).toEqual(['Hi ann, no. 2 of main'])
  expect(await inn.rows('welcome_newcomers')).toMatchObject([{ inviter_id: expect.stringMatching(/^m/) }])
})

test('the follow-up comes days later, and not to those who left', async () => {
  await open({ followUp: { days: 3, text: { en: 'How is it, {name}?' } } })
  await joined('tom')
  await joined('ann')
  await inn.passes('1d')
  await inn.leave('ann')
  inn.took()
  await inn.passes('3d')
  expect(inn.took().map(({ action }) => action)).toEqual([
    { type: 'whisper', group: 'test:main', user: 'test:tom', text: 'How is it, tom?', aloud: '' },
  ])
  expect(await inn.rows('agenda')).toEqual([])
})

test('farewell to those who went by themselves', async () => {
  await open({ farewell: { en: 'Goodbye {name}' } })
  await joined('tom')
  await joined('ann')
  inn.took()
  await inn.leave('tom')
  await inn.leave('ann', { how: 'banned' })
  expect(inn.sent()).toEqual(['Goodbye tom'])
})

test('the rules’ buttons stand under the welcome and work', async () => {
  await open(
    {},
    {
      features: [rules, welcome],
      sections: { rules: { text: { en: '- Be kind' }, post: false }, welcome: { ...words, windowSeconds: 0 } },
    },
  )
  await joined('tom')
  const [ask] = inn.took().map(({ action }) => action)
  if (ask?.type !== 'ask') throw new Error('no ask')
  expect(ask.text).toBe('Hi tom, no. 1 of main')
  expect(ask.options.map((option) => option.label)).toEqual(['Read the rules', 'I agree'])
  await inn.chooses('tom', ask.ask, 'read')
  await inn.chooses('tom', ask.ask, ask.options[1]!.id)
  expect(inn.sent()).toEqual([
    '- Be kind\n\nWhen you have read them, send /agree.',
    'Thank you, tom! Your agreement to the house rules is noted.',
  ])
})

test('a name is a name: no variable, no emphasis, no second line', async () => {
  await open({ text: { en: 'Hi {name}!' } })
  await joined('x', { name: '{number} **bold**\n[link](http://e.example)' })
  expect(inn.sent()).toEqual(['Hi {number} \\*\\*bold\\*\\* \\[link\\](http://e.example)!'])
})

test('switched off, it still remembers who was here', async () => {
  await open({ enabled: false })
  expect(await joined('tom')).toMatchObject({ decided: 'silent', checks: [{ name: 'off' }] })
  await inn.rules({ sections: { welcome: { ...words, windowSeconds: 0 } } })
  expect(await joined('tom')).toMatchObject({ decided: 'silent', checks: [{ name: 'known' }] })
  expect(inn.sent()).toEqual([])
})

test('a variable that does not exist is a problem of the rulebook', () => {
  const config = welcome.config.parse({
    text: { zh: '{nmae}' },
    merged: { en: '{name}' },
    farewell: { en: '{number}' },
  })
  const found = welcome.check!(config)
  expect(found.map(({ path }) => path.join('.'))).toEqual(['text.zh', 'merged.en', 'farewell.en'])
  expect(found[0]?.remedy).toEqual({
    zh: expect.stringContaining('是不是想写 {name}？'),
    en: expect.stringContaining('Did you mean {name}?'),
  })
})

test('the panel shows newcomers with what they were told and who brought them', async () => {
  await open()
  await joined('tom')
  await joined('ann', { invitedBy: 'test:tom' })
  const group = (await inn.rows('groups'))[0]!
  const panel = await welcome.panels!.newcomers!({
    db: inn.store.db,
    config: welcome.config.parse({}),
    community: { id: 'here', name: 'Here' },
    groups: [
      {
        id: String(group.id),
        community: 'here',
        ref: 'test:main',
        platform: 'test',
        name: 'Main',
        languages: ['en'],
        timezone: 'UTC',
        observe: false,
      },
    ],
    now: inn.now,
    locale: 'zh',
  })
  expect(panel.rows.map(({ cells }) => [cells.name, cells.group, cells.state, cells.inviter])).toEqual([
    ['ann', 'Main', '已欢迎', 'tom'],
    ['tom', 'Main', '已欢迎', null],
  ])
})

test('newcomers are really called, those who left are only named', async () => {
  await open({ mention: true, windowSeconds: 60, farewell: { en: 'Bye {name}' } })
  await inn.join('tom', { name: 'Tom' })
  await inn.join('ann', { name: 'Ann *x*' })
  await inn.passes('1m')
  expect(inn.took().map(({ action }) => action)).toMatchObject([
    {
      text: 'Hi @Tom and @Ann \\*x\\* (2)',
      mentions: [
        { user: 'test:tom', name: 'Tom' },
        { user: 'test:ann', name: 'Ann \\*x\\*' },
      ],
    },
  ])
  await inn.leave('tom', { name: 'Tom' })
  expect(inn.sent()).toEqual(['Bye Tom'])
})
