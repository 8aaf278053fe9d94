/** What a case tells: what was decided, what the platform made of it, who was told and whether they were reached. */
import { describe, expect, test } from 'vitest'
import { advert, caseOf, cases, confides, house, look, script, staffed, toldTo } from './talk.ts'

describe('a case tells', () => {
  test('rule, words, scores, deeds, their outcome, who was asked and that the member was reached', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', advert.en)
    const trail = await look(inn, 1)
    for (const part of ['#1', 'Earn money fast', 'invitation 0.60', 'reached in private', 'Asked: mod'])
      expect(trail).toContain(part)
    expect(trail).toContain('message deleted: done')
    await inn.close()
  })
  test('complaint 13: what came along is kept with it, and goes when its time is over', async () => {
    const inn = await house({ evidence: { days: 30 } })
    await inn.join('tom')
    await inn.says('tom', advert.en, { kinds: ['image'], files: ['offer.apk'], attachments: 2 })
    expect(await look(inn, 1)).toContain('Came along: image, attachments: 2, offer.apk')
    await inn.gives('mod', 'undo', { case: '1' })
    await inn.passes('31d')
    await inn.passes('1d')
    expect(await caseOf(inn, 1)).toMatchObject({ evidence: '', attachments: '' })
    await inn.close()
  })
  test('complaint 13: what lay where, of every message of the trouble; in the office as well', async () => {
    const inn = await house({ act: 1 })
    await inn.join('tom')
    const urls = ['https://cdn.example/1/offer.png?sig=a', 'https://cdn.example/2/qr.png']
    const along = (n: number) => ({ kinds: ['image'], files: [`${n}.png`], fileUrls: [urls[n]], attachments: 1 })
    await inn.says('tom', advert.en, along(0))
    expect((await inn.sent()).join('\n')).not.toContain('https://cdn.example') // nobody is shown it unasked
    await inn.says('tom', `${advert.en} !`, along(1))
    expect(await inn.rows('moderation_cases')).toHaveLength(1)
    const told = await look(inn, 1)
    expect(told).toContain('Came along: image, attachments: 2, 0.png, 1.png')
    for (const url of urls) expect(told).toContain(`File: <${url}>`)
    const { rows } = await inn.desk.panel('moderation', 'queue', { community: 'here', locale: 'en' })
    expect(rows[0]?.cells.attached).toBe(['image, attachments: 2, 0.png, 1.png', ...urls].join('\n'))
    await inn.passes('31d')
    await inn.passes('1d')
    expect(await look(inn, 1)).not.toContain('cdn.example')
    await inn.close()
  })
  test('complaint 13: of nothing where no evidence is kept', async () => {
    const inn = await house({ evidence: { days: 0 } })
    await inn.join('tom')
    for (const n of [1, 2]) await inn.says('tom', advert.en, { kinds: ['image'], files: [`${n}.png`], attachments: 1 })
    expect(await caseOf(inn, 1)).toMatchObject({ evidence: '', attachments: '' })
    await inn.close()
  })
  test('complaint 13: in Chinese, too', async () => {
    const inn = await house({}, { languages: ['zh'] })
    await inn.join('tom')
    await inn.says('tom', advert.zh, { kinds: ['image'], attachments: 1 })
    expect(await look(inn, 1)).toContain('附带：图片、1 个附件')
    await inn.close()
  })
})

describe('complaint 18: whether the member was told', () => {
  test('closed private messages: briefly in the group instead, and the case says so', async () => {
    const inn = await house()
    const closed = 'Cannot send messages to this user'
    inn.adapter.answer = ({ action, id }) =>
      action.type === 'whisper' && action.user === 'test:tom'
        ? { ok: false, kind: 'denied', detail: closed }
        : { ok: true, message: `sent:${id}` }
    await inn.join('tom')
    await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
    expect(script(inn)).toContain('group: @tom Case #1: warned. To appeal, send “/appeal 1 your reason”.')
    const trail = await look(inn, 1)
    expect(trail).toContain('told briefly in the group')
    expect(trail).toContain(closed)
    await inn.passes('15m')
    expect(toldTo(inn, 'mod')).toEqual([])
    await inn.close()
  })
  test('neither in private nor in the group: staff is told aloud', async () => {
    const inn = await house()
    inn.adapter.answer = ({ action, id }) =>
      action.type === 'send' || (action.type === 'whisper' && action.user === 'test:tom')
        ? { ok: false, kind: 'gone', detail: 'no such user' }
        : { ok: true, message: `sent:${id}` }
    await inn.join('tom')
    await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
    expect(await look(inn, 1)).toContain('could not be told')
    inn.took()
    await inn.passes('15m')
    expect(toldTo(inn, 'mod').join('\n')).toMatch(/Case #1: tom could not be told.*no such user/)
    await inn.close()
  })
  test('a deed the platform refused is not called done', async () => {
    const inn = await house()
    inn.adapter.answer = ({ action, id }) =>
      action.type === 'mute' ? { ok: false, kind: 'denied', detail: 'Missing Permissions' } : { ok: true, message: id }
    await inn.join('tom')
    await inn.gives('mod', 'mute', { member: 'test:tom', for: '1h' })
    expect(await look(inn, 1)).toMatch(/muted: the platform would not; moderators were asked.*Missing Permissions/)
    const { rows } = await inn.desk.panel('moderation', 'cases', { community: 'here', locale: 'en' })
    expect(String(rows[0]?.cells.outcome)).toContain('the platform would not')
    await inn.close()
  })
})

describe('complaint 16: what was wrong is void, and stays in the trail', () => {
  test('undone, reopened, decided again: each with its name', async () => {
    const inn = await staffed()
    await inn.join('tom')
    await inn.says('tom', advert.en)
    await inn.gives('mod', 'undo', { case: '1' })
    expect(await caseOf(inn, 1)).toMatchObject({ state: 'undone', by_name: 'mod' })
    await inn.gives('mod2', 'reopen', { case: '1' })
    expect(await caseOf(inn, 1)).toMatchObject({ state: 'open', by_name: '' })
    await inn.gives('owner', 'decide', { case: '1', what: 'mute', for: '1h' })
    const trail = await look(inn, 1)
    for (const deed of ['undone', 'reopened', 'muted']) expect(trail).toContain(deed)
    expect(await cases(inn)).toHaveLength(1)
    await inn.close()
  })
  test('a dismissed case can be opened again, one that is open cannot', async () => {
    const inn = await staffed({ act: 1 })
    await inn.join('tom')
    await inn.says('tom', advert.en)
    expect(await inn.gives('mod', 'reopen', { case: '1' })).toMatchObject({ ok: false })
    await inn.gives('mod', 'dismiss', { case: '1' })
    inn.took()
    await inn.gives('mod', '重开', { case: '1' })
    expect(toldTo(inn, 'mod2').join('\n')).toContain('has been reopened')
    await inn.chooses('mod2', 'moderation:case:1', 'warn')
    expect(await caseOf(inn, 1)).toMatchObject({ state: 'done', by_name: 'mod2' })
    await inn.close()
  })
})

test('what is written in private is not judged, and goes to nobody', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await confides(inn, 'tom', advert.en)
  expect(inn.took()).toEqual([])
  expect(await cases(inn)).toEqual([])
  await inn.close()
})
