/** Who asks to come in, in both languages and with and without buttons. */
import { describe, expect, it } from 'vitest'
import { actionTypes } from '../../../src/core/action.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { type InnOptions, openInn } from '../../kit/inn.ts'

const open = async (requests: object = {}, more: Partial<InnOptions> = {}) => {
  const inn = await openInn({ features: [welcome], sections: { welcome: { requests } }, languages: ['zh'], ...more })
  await inn.says('mod', 'hi')
  return inn
}
type Inn = Awaited<ReturnType<typeof open>>
let count = 0
const asks = (inn: Inn, text: string, user = 'ann', request = `r${++count}`) =>
  inn.happens({ type: 'request', user: `test:${user}`, name: user, request, kind: 'friend', text })
const admitted = (inn: Inn) =>
  inn.took().flatMap(({ action }) => (action.type === 'admit' ? [[action.user, action.accept]] : []))

describe('who asks to come in', () => {
  it.each(['读书', '我想一起读书呀', '讀書', '读 书'.replace(' ', '\u200b')])(
    'is let in by a word: %s',
    async (text) => {
      const inn = await open({ words: ['读书'] })
      await asks(inn, text)
      expect(admitted(inn)).toEqual([['test:ann', true]])
      await inn.close()
    },
  )
  it('is asked about of the staff, who decide once', async () => {
    const inn = await open()
    await asks(inn, '你好', 'ann', 'r')
    const [question] = inn.took().map(({ action }) => action)
    expect(question).toMatchObject({
      type: 'ask',
      user: 'test:mod',
      text: 'ann 想进「Here」，留言：你好\n要让 TA 进来吗？'.replace('Here', 'main'),
    })
    const ask = question?.type === 'ask' ? question.ask : ''
    expect(await inn.chooses('tom', ask, 'yes')).toMatchObject({ errors: [{ message: '只有管理员能决定谁进群。' }] })
    await inn.chooses('mod', ask, 'yes')
    expect(inn.took().map(({ action }) => action)).toMatchObject([
      { type: 'admit', user: 'test:ann', request: 'r', accept: true },
      { type: 'whisper', user: 'test:mod', text: '已放行：ann。' },
    ])
    expect(await inn.chooses('owner', ask, 'no')).toMatchObject({ errors: [{ message: '这个申请已经有人处理了。' }] })
    await asks(inn, '你好', 'ann', 'r')
    expect(inn.took()).toEqual([])
    await inn.close()
  })
  it.each(['kicked', 'banned'])(
    'is asked about where they were shown out before (%s), whatever the word',
    async (how) => {
      const inn = await open({ answer: 'admit', words: ['读书'] })
      await inn.join('ann')
      await inn.leave('ann', { how })
      inn.took()
      await asks(inn, '读书')
      expect(inn.took().map(({ action }) => action)).toMatchObject([
        { type: 'ask', user: 'test:mod', text: expect.stringContaining('曾被请出') },
      ])
      await inn.join('ann')
      await inn.leave('ann')
      await asks(inn, '读书')
      expect(admitted(inn)).toEqual([['test:ann', true]])
      await inn.close()
    },
  )
  it('can be refused', async () => {
    const inn = await open({}, { languages: ['en'] })
    await asks(inn, '', 'ann', 'r')
    expect(inn.sent()).toEqual(['ann would like to come into “main” and writes: —\nLet them in?'])
    await inn.chooses('mod', 'welcome:request:r', 'no')
    expect(admitted(inn)).toEqual([['test:ann', false]])
    await inn.close()
  })
  it('is decided by a number where there are no buttons', async () => {
    const inn = await open({}, { does: actionTypes.filter((type) => type !== 'ask') })
    await asks(inn, '你好')
    inn.took()
    await inn.says('mod', '1', { private: true })
    expect(admitted(inn)).toEqual([['test:ann', true]])
    await inn.close()
  })
  it('is let in without a word up to so many a day', async () => {
    const inn = await open({ answer: 'admit', perDay: 2 })
    for (const user of ['a', 'b', 'c']) await asks(inn, '', user)
    expect(inn.took().map(({ action }) => action.type)).toEqual(['admit', 'admit', 'ask'])
    await inn.passes('1d')
    await asks(inn, '', 'd')
    expect(admitted(inn)).toEqual([['test:d', true]])
    await inn.close()
  })
  it('is left alone where the owner wants it so', async () => {
    const inn = await open({ answer: 'ignore' })
    await asks(inn, 'hello')
    expect(inn.took()).toEqual([])
    await inn.close()
  })
})
