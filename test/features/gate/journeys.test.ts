/** What a newcomer, a regular and a moderator meet, in each language, with and without buttons. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { asks, deeds, gated, stateOf, wechat } from './house.ts'

let inn: Inn
afterEach(() => inn.close())

/** Comes in, is asked, and lets the time go by. */
async function lateFor(inn: Inn, user: string): Promise<void> {
  await inn.join(user)
  for (const time of ['70s', '3m', '3m']) await inn.passes(time)
}

describe('by a button', () => {
  it('one press is enough, and nobody else has to', async () => {
    inn = await gated({ role: 'Guest' })
    await inn.join('tom')
    expect(inn.took()).toEqual([])
    await inn.passes('15s')
    const [call] = asks(inn)
    expect(call?.text).toContain('@tom: welcome!')
    expect(call?.mentions).toEqual([{ user: 'test:tom', name: 'tom' }])
    expect(call?.options).toEqual([{ id: 'start', label: 'I’m a person', style: 'primary' }])
    await inn.chooses('rosa', 'gate:start', 'start')
    expect(inn.sent()).toEqual(['You need not be verified.'])
    await inn.chooses('tom', 'gate:start', 'start')
    const took = inn.took().map(({ action }) => action)
    expect(took).toMatchObject([
      { type: 'role', user: 'test:tom', role: 'Guest', grant: true },
      { type: 'whisper', user: 'test:tom', text: 'All done, tom. Welcome! You can chat now.' },
    ])
    await inn.chooses('tom', 'gate:start', 'start')
    expect(inn.sent()).toEqual(['You have passed already.'])
    await inn.passes('1h')
    expect(inn.took()).toEqual([])
  })
  it('says it in Chinese, or in both', async () => {
    inn = await gated({}, { languages: ['zh', 'en'] })
    await inn.join('tom', { name: '汤姆', locale: 'zh' })
    await inn.passes('15s')
    const [call] = asks(inn)
    expect(call?.text).toMatch(/^@汤姆 欢迎！.*5 ?分钟.*\n@汤姆: welcome!.*5 minutes/)
    expect(call?.options[0]?.label).toBe('我是真人 · I’m a person')
    await inn.chooses('tom', 'gate:start', 'start', { name: '汤姆' })
    expect(inn.sent()).toEqual(['好了，欢迎你，汤姆！可以正常聊天了。'])
  })
  it('holds what they write meanwhile, with a hint now and then', async () => {
    inn = await gated()
    await inn.join('tom')
    await inn.passes('15s')
    inn.took()
    const first = await inn.says('tom', 'hello all')
    await inn.says('tom', 'anybody here?')
    expect(inn.took().map(({ action }) => action)).toMatchObject([
      { type: 'delete', message: first },
      { type: 'whisper', user: 'test:tom', text: expect.stringContaining('put aside') },
      { type: 'delete' },
    ])
    await inn.says('rosa', 'hello')
    expect(inn.took()).toEqual([])
    await inn.chooses('tom', 'gate:start', 'start')
    inn.took()
    await inn.says('tom', 'now then')
    expect(inn.took()).toEqual([])
  })
  it('leaves them alone where the owner allows it', async () => {
    inn = await gated({ meanwhile: 'allow' })
    await inn.join('tom')
    await inn.passes('15s')
    inn.took()
    await inn.says('tom', 'hello all')
    expect(inn.took()).toEqual([])
  })
  it('reminds at half time, removes after it, and lets them come again (complaint 9)', async () => {
    inn = await gated()
    await inn.join('tom')
    await inn.passes('15s')
    inn.took()
    await inn.passes('2m')
    expect(inn.took()).toEqual([])
    await inn.passes('1m')
    const [reminder] = asks(inn)
    expect(reminder?.text).toMatch(/^@tom: 2.*minutes? .*left/)
    expect(reminder?.options).toHaveLength(1)
    await inn.passes('3m')
    expect(deeds(inn)).toEqual(['whisper tom', 'kick tom'])
    expect(await stateOf(inn, 'tom')).toBe('removed')
    await inn.leave('tom', { how: 'kicked' })
    await inn.join('tom')
    await inn.passes('15s')
    expect(asks(inn)).toHaveLength(1)
    await inn.chooses('tom', 'gate:start', 'start')
    expect(await stateOf(inn, 'tom')).toBe('passed')
    await inn.leave('tom')
    await inn.join('tom')
    await inn.passes('10m')
    expect(asks(inn)).toEqual([])
  })
  it('asks staff after the third time, and two moderators decide once', async () => {
    inn = await gated()
    for (let n = 0; n < 2; n++) {
      await lateFor(inn, 'tom')
      await inn.leave('tom', { how: 'kicked' })
    }
    inn.took()
    await lateFor(inn, 'tom')
    const question = asks(inn).find(({ user }) => user === 'test:mod')
    expect(question?.text).toContain('tom failed to be verified several times')
    expect(await stateOf(inn, 'tom')).toBe('staff')
    await inn.says('tom', 'please')
    inn.took()
    expect(await inn.chooses('rosa', question?.ask ?? '', 'in')).toMatchObject({ ok: false })
    await inn.chooses('mod', question?.ask ?? '', 'in')
    expect(deeds(inn)).toEqual(['whisper tom', 'edit'])
    expect(await stateOf(inn, 'tom')).toBe('passed')
    const again = await inn.chooses('mod2', question?.ask ?? '', 'out')
    expect(again).toMatchObject({ ok: false, errors: [{ code: 'gate/decided' }] })
    expect(deeds(inn)).not.toContain('kick tom')
  })
})

describe('by a sum', () => {
  const right = (text: string) => {
    const [, a, b] = /(\d+) \+ (\d+)/.exec(text) ?? []
    return Number(a) + Number(b)
  }
  it('is shown to them alone and chosen; a wrong one is no disgrace', async () => {
    inn = await gated({ by: 'sum' })
    await inn.join('tom')
    await inn.passes('15s')
    inn.took()
    await inn.chooses('tom', 'gate:start', 'start')
    const [first] = asks(inn)
    expect(first).toMatchObject({ user: 'test:tom' })
    const sum = right(first?.text ?? '')
    const wrong = first?.options.find(({ id }) => id !== String(sum))
    await inn.chooses('tom', first?.ask ?? '', wrong?.id ?? '')
    const [second] = asks(inn)
    expect(second?.text).toMatch(/^Not quite/)
    expect(second?.ask).not.toBe(first?.ask)
    await inn.chooses('tom', first?.ask ?? '', String(sum)) // an answer to the one before
    const [third] = asks(inn)
    expect(third?.ask).toBe(second?.ask)
    await inn.chooses('tom', third?.ask ?? '', String(right(third?.text ?? '')))
    expect(inn.sent()).toEqual(['All done, tom. Welcome! You can chat now.'])
  })
  it('can be typed too, in figures of any kind, and is cleared away', async () => {
    inn = await gated({ by: 'sum' }, { languages: ['zh'] })
    await inn.join('tom', { name: '小汤' })
    await inn.passes('15s')
    await inn.chooses('tom', 'gate:start', 'start')
    const sum = right(asks(inn).at(-1)?.text ?? '')
    await inn.says(
      'tom',
      String(sum).replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
    )
    expect(deeds(inn)).toEqual(['delete tom', 'whisper tom'])
    expect(await stateOf(inn, 'tom')).toBe('passed')
  })
  it('three wrong ones are for staff', async () => {
    inn = await gated({ by: 'sum' })
    await inn.join('tom')
    await inn.passes('15s')
    for (let n = 0; n < 3; n++) await inn.gives('tom', 'verify', { answer: '999' })
    expect(await stateOf(inn, 'tom')).toBe('staff')
    expect(asks(inn).filter(({ user }) => user === 'test:mod')).toHaveLength(1)
    await inn.gives('mod', 'let-in', { member: 'test:tom' })
    expect(await stateOf(inn, 'tom')).toBe('passed')
  })
})

describe('by the owner’s question', () => {
  const questions = [{ text: { zh: '我们读什么？', en: 'What do we read?' }, answers: ['books', '书'] }]
  it('typed in the group or in private, whatever the case and width', async () => {
    inn = await gated({ by: 'question', questions })
    await inn.join('tom')
    await inn.passes('15s')
    inn.took()
    await inn.chooses('tom', 'gate:start', 'start')
    expect(inn.sent()).toEqual(['What do we read?\nReply with the answer in the group, or with “/verify answer”.'])
    await inn.says('tom', 'hm, let me think')
    expect(await stateOf(inn, 'tom')).toBe('asked')
    inn.took()
    await inn.says('tom', ' ＢＯＯＫＳ! ', { private: true })
    expect(deeds(inn)).toEqual(['whisper tom'])
    expect(await stateOf(inn, 'tom')).toBe('passed')
  })
  it('or chosen', async () => {
    const options = [{ label: { en: 'Menus' } }, { label: { en: 'Books' }, right: true }]
    inn = await gated({ by: 'question', questions: [{ ...questions[0], options }] })
    await inn.join('tom')
    await inn.passes('15s')
    inn.took()
    await inn.chooses('tom', 'gate:start', 'start')
    const [ask] = asks(inn)
    expect(ask?.options.map(({ label }) => label)).toEqual(['Menus', 'Books'])
    await inn.chooses('tom', ask?.ask ?? '', '1')
    expect(await stateOf(inn, 'tom')).toBe('passed')
  })
})

describe('without buttons', () => {
  it('a number is the button; others who write one are not bothered', async () => {
    inn = await gated({}, { does: wechat, languages: ['zh'] })
    await inn.join('tom', { name: '汤姆' })
    await inn.passes('15s')
    expect(inn.sent()).toEqual([expect.stringMatching(/^@汤姆 欢迎！.*\n1\. 我是真人/)])
    await inn.says('rosa', '1')
    expect(inn.took()).toEqual([])
    await inn.says('tom', '１')
    expect(deeds(inn)).toEqual(['whisper tom'])
    expect(await stateOf(inn, 'tom')).toBe('passed')
  })
  it('a sum is answered by its result, nothing else being taken for an answer', async () => {
    inn = await gated({ by: 'sum' }, { does: wechat })
    await inn.join('tom')
    await inn.passes('15s')
    const [, a, b] = /(\d+) \+ (\d+) = \?/.exec(inn.sent()[0] ?? '') ?? []
    await inn.says('tom', 'hello everybody')
    expect(await stateOf(inn, 'tom')).toBe('asked')
    expect(inn.took()).toEqual([])
    await inn.says('tom', String(Number(a) + Number(b)))
    expect(await stateOf(inn, 'tom')).toBe('passed')
  })
  it('where nobody can be removed, staff is asked once about all of them', async () => {
    inn = await gated({}, { does: ['send', 'whisper'] })
    await inn.join('tom')
    await inn.join('tim')
    await inn.passes('15s')
    await inn.passes('3m')
    inn.took()
    await inn.passes('3m')
    const told = inn.took().map(({ action }) => action)
    expect(told).toMatchObject([
      {
        type: 'whisper',
        user: 'test:mod',
        text: expect.stringMatching(/tom, tim.*2 in all.*1\. Let in\n2\. I’ll remove them/s),
      },
    ])
    await inn.says('mod', '1', { private: true })
    expect(await stateOf(inn, 'tom')).toBe('passed')
    expect(await stateOf(inn, 'tim')).toBe('passed')
  })
})
