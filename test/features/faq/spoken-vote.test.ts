/** An answer rated in words: where there are no buttons, and wherever people write them. */
import { afterEach, describe, expect, it } from 'vitest'
import { actionTypes } from '../../../src/core/action.ts'
import { voteIn } from '../../../src/features/faq/spoken-vote.ts'
import type { Inn } from '../../kit/inn.ts'
import { openDesk } from './entries.ts'

describe('words about an answer', () => {
  it.each(['有用', '👍', '谢谢，解决了！', '搞定了~', 'That helped, thanks!', 'solved', 'Very helpful.'])(
    'good: %s',
    (said) => expect(voteIn(said)).toBe(1),
  )
  it.each([
    '没解决',
    '@掌柜 没解决',
    '没用啊',
    '唉，还是不行',
    '答非所问！',
    '👎',
    'Not solved',
    'That didn’t help.',
    "it doesn't work",
    'Wrong answer',
  ])('bad: %s', (said) => expect(voteIn(said)).toBe(-1))
  it.each([
    '没用过这个',
    '这个功能没解决什么问题吧',
    '行',
    'not helpful to talk like that, is it',
    '有用的东西在哪',
    'no',
    '1',
    '2',
    '',
  ])('about something else: %s', (said) => expect(voteIn(said)).toBeUndefined())
})

describe('where there are no buttons', () => {
  const byNumbers = { does: actionTypes.filter((type) => type !== 'ask' && type !== 'edit') }
  let inn: Inn
  afterEach(async () => {
    const { errors } = inn.log
    await inn.close()
    expect(errors).toEqual([])
  })
  const uses = async () => (await inn.rows('faq_uses')).map(({ helpful, unhelpful }) => [helpful, unhelpful])

  it.each([
    ['zh', '怎么签到？', '回一句「没解决」', '没解决', '已经转告管理员'],
    ['en', 'How do I check in?', 'write “not solved”', 'not solved', 'I have told the moderators'],
  ] as const)(
    'the answer says how; staff is told once, with the question (%s)',
    async (language, asked, hint, said, told) => {
      inn = await openDesk({ keepText: true }, { ...byNumbers, languages: [language] })
      await inn.says('mod', 'hello', { locale: language })
      await inn.says('ann', asked, { locale: language })
      expect(inn.sent()[0]).toContain(hint)
      await inn.says('ann', said, { locale: language })
      await inn.says('ann', said, { locale: language })
      const taken = inn.took().map(({ action }) => action)
      const toStaff = taken.filter((action) => action.type === 'whisper' && action.user === 'test:mod')
      expect(toStaff).toMatchObject([{ text: expect.stringContaining(asked) }])
      expect(taken.filter((action) => 'text' in action && action.text.includes(told)).length).toBeGreaterThan(0)
      expect(await uses()).toEqual([[0, 1]])
    },
  )
  it('staff hears of the next answer, too, that did not help the same member; nobody is told of it where there is no staff', async () => {
    inn = await openDesk({ repeatMinutes: 1 }, byNumbers)
    await inn.says('ann', '怎么签到？')
    await inn.says('ann', '没解决')
    expect(inn.sent().at(-1)).toContain('换个说法再问一次，或直接找管理员')
    await inn.says('mod', 'hello')
    await inn.passes('2h')
    await inn.says('ann', '怎么签到？')
    inn.took()
    await inn.says('ann', '没解决')
    const toStaff = inn.took().filter(({ action }) => action.type === 'whisper' && action.user === 'test:mod')
    expect(toStaff).toHaveLength(1)
    expect(await uses()).toEqual([[0, 1]])
  })
  it('others rate it by answering to it only, and nobody much later', async () => {
    inn = await openDesk({}, byNumbers)
    await inn.says('ann', '怎么签到？')
    const [answered] = inn.took()
    await inn.says('bob', '有用')
    expect(await uses()).toEqual([[0, 0]])
    await inn.says('bob', '有用', { replyTo: `sent:${answered?.id}` })
    await inn.says('cat', '没用', { replyTo: 'm1' })
    expect(await uses()).toEqual([[1, 0]])
    await inn.passes('1h')
    await inn.says('ann', '没解决')
    expect(await uses()).toEqual([[1, 0]])
  })
  it('says nothing of it where the owner wants no feedback', async () => {
    inn = await openDesk({ feedback: false }, byNumbers)
    await inn.says('ann', '怎么签到？')
    await inn.says('ann', '没解决')
    expect(inn.sent()).toEqual(['发「签到」两个字就行，每天一次。'])
    expect(await uses()).toEqual([[0, 0]])
  })
})
