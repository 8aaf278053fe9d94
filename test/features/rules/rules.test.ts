import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import rules from '../../../src/features/rules/index.ts'
import { type Inn, type InnOptions, monday, openInn } from '../../kit/inn.ts'
import { folderOf } from '../../rulebook/folder.ts'

const text = { zh: '# 群规\n- 不发广告\n- 友善', en: '# Rules\n- No ads\n- Be kind' }
let inn: Inn
const open = async (section: object = { text }, more: Partial<InnOptions> = {}) => {
  inn = await openInn({ features: [rules], sections: { rules: section }, ...more })
  return inn
}
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
const question = '看完群规，请点一下「我同意」。\nWhen you have read the rules, please press “I agree”.'
const kinds = () => inn.took().map(({ action }) => action.type)

test('at first sight the rules are posted, pinned and offered for agreement; once', async () => {
  await open()
  await inn.says('tom', 'hi')
  const posts = inn.took().map(({ action }) => action)
  expect(posts).toMatchObject([
    {
      type: 'ask',
      pin: true,
      text: `${text.zh}\n\n---\n\n${text.en}\n\n${question}`,
      options: [{ label: '我同意 · I agree', style: 'primary' }],
    },
  ])
  await inn.says('tom', 'hi again')
  expect(kinds()).toEqual([])
})

test('where there are no buttons, the rules are pinned without the question, which follows', async () => {
  await open({ text }, { does: ['send', 'whisper', 'pin'], languages: ['en'] })
  await inn.says('tom', 'hi')
  const [sheet, ...more] = inn.took().map(({ action }) => action)
  expect(sheet).toMatchObject({ type: 'send', pin: true, text: text.en })
  expect(more).toMatchObject([{ type: 'send' }])
  expect(more[0]).not.toHaveProperty('pin')
})

test('while a group is only observed nothing counts as posted or told; both come when observing ends', async () => {
  await open({ text }, { observe: true, languages: ['en'] })
  await inn.says('tom', 'hi')
  expect(kinds()).toEqual([])
  expect((await inn.rows('outbox')).map(({ state }) => state)).toEqual(['observed'])
  await inn.rules({ observe: false })
  expect(kinds()).toEqual(['ask'])
  const changed = { en: '# Rules\n- No ads' }
  const sections = { rules: { text: changed } }
  await inn.rules({ observe: true, sections })
  expect(kinds()).toEqual([])
  await inn.rules({ observe: false, sections })
  expect(kinds()).toEqual(['edit', 'announce', 'ask'])
})

test('changed rules are told to every group at once, however few posts are allowed an hour, and by night', async () => {
  await open({ text }, { budgets: { posts: 1 }, quiet: { from: '00:00', to: '23:59' }, languages: ['en'] })
  for (let n = 0; n < 15; n++) await inn.says('tom', 'hi', { group: `g${n}` })
  inn.took()
  await inn.rules({ budgets: { posts: 1 }, sections: { rules: { text: { en: '# Rules\n- No ads' } } } })
  expect(kinds().filter((kind) => kind === 'announce')).toHaveLength(15)
})

test('an owner may want them neither posted nor pinned nor agreed to', async () => {
  await open({ text, pin: false, acknowledge: false }, { languages: ['en'] })
  await inn.says('tom', 'hi')
  expect(inn.took().map(({ action }) => action)).toEqual([{ type: 'send', group: 'test:main', text: text.en }])
  await inn.close()
  await open({ text, post: false })
  await inn.says('tom', 'hi')
  expect(kinds()).toEqual([])
})

test('/rules answers in private, in the language of who asks, and says whether they agreed', async () => {
  await open()
  await inn.gives('tom', 'rules', {}, { locale: 'en' })
  await inn.says('小明', '群规', { locale: 'zh' })
  const whispers = inn.took().filter(({ action }) => action.type === 'whisper')
  expect(whispers.map(({ action }) => action)).toEqual([
    {
      type: 'whisper',
      group: 'test:main',
      user: 'test:tom',
      text: `${text.en}\n\nWhen you have read them, send /agree.`,
    },
    { type: 'whisper', group: 'test:main', user: 'test:小明', text: `${text.zh}\n\n看完请发送「同意群规」。` },
  ])
})

test('without rules everything says so', async () => {
  await open({})
  await inn.gives('tom', 'rules', {}, { locale: 'en' })
  await inn.gives('tom', 'agree', {}, { locale: 'en' })
  await inn.gives('mod', 'post-rules', {}, { locale: 'en' })
  await inn.gives('mod', 'unacknowledged', {}, { locale: 'en' })
  expect(inn.sent()).toEqual(Array(4).fill('This group has no house rules yet.'))
})

test('agreeing by button and by command is kept, and only staff see who has not', async () => {
  await open()
  await inn.join('tom')
  await inn.join('ann')
  const asked = inn.took().map(({ action }) => action)
  const ask = asked.find((action) => action.type === 'ask')
  const agree = ask!.options[0]!.id
  await inn.chooses('tom', ask!.ask, agree, { locale: 'en' })
  await inn.chooses('tom', ask!.ask, agree, { locale: 'en' })
  expect(inn.sent()).toEqual([
    'Thank you, tom! Your agreement to the house rules is noted.',
    'You have agreed to the present rules already. Thank you!',
  ])
  await inn.gives('mod', 'unacknowledged', {}, { locale: 'en' })
  expect(inn.sent()).toEqual(['1 of 2 members have not agreed to the present rules yet:\n- ann'])
  await inn.says('ann', '同意群规')
  await inn.gives('mod', '未确认', {}, { locale: 'zh' })
  expect(inn.sent().at(-1)).toBe('2 位成员都同意了现在这版群规。')
  const refused = await inn.gives('ann', 'unacknowledged')
  expect(refused).toMatchObject({ ok: false, errors: [{ code: 'command/not-allowed' }] })
})

test('staff that only the rulebook names is not asked', async () => {
  await open({ text }, { staff: [{ user: 'test:mei', role: 'owner' }] })
  await inn.join('mei')
  await inn.join('tom')
  inn.took()
  await inn.gives('mei', 'unacknowledged', {}, { locale: 'en' })
  expect(inn.sent()).toEqual(['1 of 1 members have not agreed to the present rules yet:\n- tom'])
})

test('what is on the wall outlives a restart: nothing is posted twice, a change meanwhile is told once', async () => {
  await using folder = await folderOf({})
  const place = path.join(folder.dir, 'inn.db')
  await open({ text }, { place, languages: ['en'] })
  await inn.says('tom', 'hi', { id: 'm1' })
  expect(kinds()).toEqual(['ask'])
  await inn.close()
  await open({ text }, { place, languages: ['en'], start: monday + 60_000 })
  await inn.says('tom', 'hi', { id: 'm2' })
  expect(kinds()).toEqual([])
  await inn.close()
  const changed = { en: '# Rules\n- No ads' }
  await open({ text: changed }, { place, languages: ['en'], start: monday + 120_000 })
  await inn.says('tom', 'hi', { id: 'm3' })
  expect(kinds()).toEqual(['edit', 'announce', 'ask'])
  await inn.rules({ sections: { rules: { text: changed, reminder: { cron: '@daily' } } } })
  expect(kinds()).toEqual([])
})

test('"同意" alone is talk', async () => {
  await open()
  await inn.says('tom', '同意')
  expect(await inn.rows('rules_agreements')).toEqual([])
})

test('when the text changes, the pinned post is edited and the group is told which lines', async () => {
  await open()
  await inn.says('tom', 'hi')
  const [sheet] = inn.took()
  if (sheet?.action.type !== 'ask') throw new Error('no ask')
  await inn.gives('tom', 'agree')
  inn.took()
  const changed = { zh: '# 群规\n- 不发广告\n- 友善\n- 不剧透', en: '# Rules\n- No ads and no invites\n- Be kind' }
  await inn.rules({ sections: { rules: { text: changed } } })
  const [edit, told] = inn.took().map(({ action }) => action)
  expect(edit).toMatchObject({
    type: 'edit',
    group: 'test:main',
    of: sheet.id,
    text: `${changed.zh}\n\n---\n\n${changed.en}\n\n${question}`,
  })
  expect(told).toEqual({
    type: 'announce',
    group: 'test:main',
    text: `**群规有更新**
- 新增: 不剧透
随时发送「群规」可以看全文。

**The house rules have changed**
- New: No ads and no invites
- Gone: ~~No ads~~
Send /rules at any time to read them whole.`,
  })
  await inn.gives('mod', 'unacknowledged', {}, { locale: 'en' })
  expect(inn.sent()).toEqual([
    '1 of 1 members have not agreed to the present rules yet:\n- tom (agreed to an earlier version)',
  ])
  // The button under the old text does not agree to the new one.
  await inn.chooses('tom', sheet.action.ask, sheet.action.options[0]!.id, { locale: 'en' })
  expect(inn.sent()).toEqual([
    `The rules have changed since. Here they are; please press “I agree” again, or send /agree.\n\n${changed.en}`,
  ])
  // The one on the wall has been given another.
  if (edit?.type !== 'edit') throw new Error('no edit')
  await inn.chooses('tom', sheet.action.ask, edit.options![0]!.id, { locale: 'en' })
  expect(inn.sent()).toEqual(['Thank you, tom! Your agreement to the house rules is noted.'])
})

test('a restart or a change elsewhere in the rulebook announces nothing', async () => {
  await open()
  await inn.says('tom', 'hi')
  inn.took()
  await inn.rules({ name: 'Another name' })
  await inn.says('tom', 'hi')
  expect(inn.took()).toEqual([])
})

test('a change in a language the group does not read is not told', async () => {
  await open({ text }, { languages: ['en'] })
  await inn.says('tom', 'hi')
  inn.took()
  await inn.rules({ sections: { rules: { text: { ...text, zh: '# 群规\n- 新' } } } })
  expect(kinds()).toEqual(['edit'])
})

test('where nothing can be edited, the new rules are posted anew; much changed is told whole', async () => {
  await open({ text, acknowledge: false }, { does: ['send', 'whisper'], languages: ['en'] })
  await inn.says('tom', 'hi')
  inn.took()
  const lines = Array.from({ length: 14 }, (_, n) => `- rule ${n}`).join('\n')
  await inn.rules({ sections: { rules: { text: { en: lines }, acknowledge: false } } })
  const [sheet, told] = inn.took().map(({ action }) => action)
  expect(sheet).toMatchObject({ type: 'send', pin: true, text: lines })
  expect(told).toEqual({
    type: 'send',
    group: 'test:main',
    text: `**The house rules have changed**\nMuch has changed; here they are as they stand now:\n\n${lines}`,
  })
})

test('a moderator posts them again, a member may not', async () => {
  await open({ text, post: false, acknowledge: false })
  expect(await inn.gives('tom', 'post-rules')).toMatchObject({ ok: false })
  expect(inn.took()).toEqual([])
  await inn.gives('mod', 'post-rules', {}, { locale: 'en' })
  expect(inn.took().map(({ action }) => action)).toMatchObject([
    { type: 'send', pin: true },
    { type: 'whisper', text: 'The rules are posted.' },
  ])
})

test('the reminder comes by its cron in the group’s zone', async () => {
  await open({ text, reminder: { cron: '0 20 * * 5' } }, { languages: ['en'], timezone: 'Asia/Shanghai' })
  await inn.says('tom', 'hi')
  inn.took()
  await inn.passes('4d') // Monday 18:00 in Shanghai to Friday 18:00
  expect(inn.took()).toEqual([])
  await inn.passes('3h')
  expect(inn.sent()).toEqual([
    '**A word about the house rules**: send /rules to read them. They are what keeps this a good place to be.',
  ])
})

test('the reminder in the owner’s words, with the rules whole', async () => {
  const reminder = { cron: '0 20 * * *', text: { en: 'Remember:' }, whole: true }
  await open({ text, reminder }, { languages: ['en'], timezone: 'UTC' })
  await inn.says('tom', 'hi')
  inn.took()
  await inn.passes('1d')
  expect(inn.sent()).toEqual([`Remember:\n\n${text.en}`])
})

test('a cron that never comes round is a problem of the rulebook', () => {
  const config = rules.config.parse({ text, reminder: { cron: '0 25 * * *' } })
  expect(rules.check?.(config).map(({ path }) => path)).toEqual([['reminder', 'cron']])
})

test('the panel shows each member, those who have not agreed first', async () => {
  await open()
  await inn.join('tom')
  await inn.join('ann')
  await inn.gives('tom', 'agree')
  const groups = await inn.rows('groups')
  const panel = await rules.panels!.acknowledgements!({
    db: inn.store.db,
    config: rules.config.parse({ text }),
    community: { id: 'here', name: 'Here' },
    groups: groups.map((row) => ({
      id: String(row.id),
      community: 'here',
      ref: String(row.ref),
      platform: 'test',
      name: 'Main',
      languages: ['zh', 'en'] as const,
      timezone: 'UTC',
      observe: false,
    })),
    now: inn.now,
    locale: 'zh',
  })
  expect(panel.rows.map((row) => [row.cells.name, row.cells.state])).toEqual([
    ['ann', '未确认'],
    ['tom', '已同意'],
  ])
})

test('rules posted with buttons lose them when nobody need agree any more', async () => {
  await open({ text }, { languages: ['en'] })
  await inn.says('tom', 'hi')
  inn.took()
  await inn.rules({ sections: { rules: { text: { en: '# Rules' }, acknowledge: false } } })
  expect(inn.took().map(({ action }) => action)).toMatchObject([
    { type: 'edit', text: '# Rules', options: [] },
    { type: 'announce' },
  ])
})
