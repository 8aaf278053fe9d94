/** A member appeals, talks with moderators through Innkeeper, and is judged by another than who acted. */
import { describe, expect, test } from 'vitest'
import { advert, caseOf, codes, confides, lastTo, look, script, staffed, toldTo } from './talk.ts'

const said = {
  en: { reason: 'that is my own shop', more: 'we sell books', question: 'what do you sell?' },
  zh: { reason: '那是我自己的店', more: '我们卖书', question: '你们卖什么？' },
} as const

describe.each(['en', 'zh'] as const)('an appeal in private, %s', (language) => {
  const { reason, more, question } = said[language]
  const begin = async () => {
    const inn = await staffed({}, { languages: [language] })
    await inn.join('tom')
    await inn.says('tom', 'hello everybody')
    inn.took()
    await inn.gives('mod', 'mute', { member: 'test:tom', for: '2h', reason: 'ads' })
    return inn
  }

  test('complaint 17: every notice has the case’s number and how to appeal; a reply to it is the appeal', async () => {
    const inn = await begin()
    const [notice = ''] = toldTo(inn, 'tom')
    expect(notice).toContain('#1')
    expect(notice).toContain(language === 'en' ? '/appeal 1' : '/申诉 1')
    await confides(inn, 'tom', reason, { replyTo: lastTo(inn, 'tom') })
    const read = script(inn)
    expect(read.filter((line) => line.includes(reason)).map((line) => line.split(':')[0])).toEqual(['mod2', 'owner'])
    expect(read.find((line) => line.startsWith('tom:'))).toContain(
      language === 'en' ? 'another moderator' : '另一位管理员',
    )
    expect(await caseOf(inn, 1)).toMatchObject({ appeal_state: 'open', appeal: reason })
    await inn.close()
  })

  test('words go both ways until another moderator than who acted decides', async () => {
    const inn = await begin()
    await inn.gives('tom', 'appeal', { case: '1', reason })
    inn.took()
    await confides(inn, 'mod2', question, { replyTo: lastTo(inn, 'mod2') })
    const asked = toldTo(inn, 'tom').join('\n')
    expect(asked).toContain(question)
    expect(asked).not.toContain('mod2')
    await confides(inn, 'tom', more)
    expect(
      script(inn)
        .filter((line) => line.includes(more))
        .map((line) => line.split(':')[0]),
    ).toEqual(['mod2', 'owner'])
    await inn.gives('tom', 'appeal', { case: '1', reason: 'PS' })
    expect(toldTo(inn, 'owner').join('\n')).toContain('PS')
    await inn.gives('owner', 'answer', { case: '1', text: 'OK' })
    expect(toldTo(inn, 'tom').join('\n')).toContain('OK')

    expect(codes(await inn.chooses('mod', 'moderation:case:1', 'undo'))).toEqual(['moderation/second-moderator'])
    expect(codes(await inn.gives('mod', 'uphold', { case: '1' }))).toEqual(['moderation/second-moderator'])
    const trail = await look(inn, 1)
    for (const words of [reason, more, question, 'PS', 'OK']) expect(trail).toContain(words)
    await inn.chooses('mod2', 'moderation:case:1', 'undo')
    expect(inn.took().map(({ action }) => action.type)).toContain('unmute')
    expect(await caseOf(inn, 1)).toMatchObject({ state: 'undone', appeal_state: 'granted', by_name: 'mod2' })
    expect(codes(await inn.gives('owner', 'answer', { case: '1', text: 'x' }))).toEqual(['moderation/no-appeal'])
    await confides(inn, 'tom', 'thank you')
    expect(toldTo(inn, 'mod2')).toEqual([])
    await inn.close()
  })
})

test('it may be turned down, and the member is told', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  inn.took()
  await inn.gives('mod2', '维持', { case: '1' })
  expect(toldTo(inn, 'tom').join('\n')).toContain('stands')
  expect(await caseOf(inn, 1)).toMatchObject({ state: 'done', appeal_state: 'upheld', by_name: 'mod2' })
  expect(codes(await inn.gives('tom', 'appeal', { case: '1', reason: 'again' }))).toEqual(['moderation/appealed'])
  await inn.close()
})

test('where there is no second moderator that is said, to both, and the same may judge', async () => {
  const { house } = await import('../house.ts')
  const inn = await house()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  inn.took()
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  const read = script(inn)
  expect(read.find((line) => line.startsWith('tom:'))).toContain('only one moderator')
  expect(read.find((line) => line.startsWith('mod:'))).toContain('no second moderator')
  expect(codes(await inn.gives('mod', 'uphold', { case: '1' }))).toEqual([])
  await inn.close()
})

test('who acted may take it back at once, appeal or not', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  expect(codes(await inn.gives('mod', 'undo', { case: '1' }))).toEqual([])
  expect(await caseOf(inn, 1)).toMatchObject({ state: 'undone', appeal_state: 'granted' })
  await inn.close()
})

test.each(['en', 'zh'] as const)(
  'without private messages it is short and discreet in the group, %s',
  async (language) => {
    const does = ['send', 'mute', 'unmute', 'delete'] as const
    const inn = await staffed({}, { languages: [language], does })
    await inn.says('tom', advert[language], { name: 'Tom' })
    const read = script(inn)
    expect(read.join('\n')).not.toContain(advert[language].slice(0, 10))
    const [notice = ''] = read.filter((line) => line.startsWith('group: @Tom'))
    expect(notice).toMatch(language === 'en' ? /Case #1: .*\/appeal 1/ : /案件 #1：.*\/申诉 1/)
    expect(notice.split('\n')).toHaveLength(1)
    expect(notice).not.toContain(advert[language].slice(0, 10))
    await inn.says('tom', language === 'en' ? '/appeal 1 my own shop' : '/申诉 1 那是我自己的店', { name: 'Tom' })
    expect(await caseOf(inn, 1)).toMatchObject({ appeal_state: 'open' })
    await inn.gives('mod2', 'undo', { case: '1' })
    expect(script(inn).some((line) => line.startsWith('group: @Tom') && line.includes('#1'))).toBe(true)
    expect(await caseOf(inn, 1)).toMatchObject({ state: 'undone', appeal_state: 'granted' })
    await inn.close()
  },
)

test('a moderator’s reply in the group is not taken for an answer unless it answers the question', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  inn.took()
  const other = await inn.says('ann', 'what is for lunch?')
  await inn.says('mod2', 'noodles', { replyTo: other })
  expect(toldTo(inn, 'tom')).toEqual([])
  await inn.close()
})
test('nobody else can speak in it', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  const notice = lastTo(inn, 'tom')
  inn.took()
  await confides(inn, 'ann', 'me too', { replyTo: notice })
  expect(codes(await inn.gives('ann', 'appeal', { case: '1', reason: 'me too' }))).toEqual(['moderation/no-such-case'])
  expect(script(inn).join('\n')).not.toContain('me too')
  await inn.close()
})

test('complaint 17: who was removed can still write to us, and appeal; they cannot report anybody', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await inn.gives('mod', 'ban', { member: 'test:tom', reason: 'ads' })
  await inn.leave('tom', { how: 'banned' })
  expect(await inn.adapter.door?.groupsOf('test:tom')).toEqual(['test:main'])
  inn.took()
  await confides(inn, 'tom', '/appeal 1 it was my brother')
  expect(toldTo(inn, 'mod2').join('\n')).toContain('it was my brother')
  await confides(inn, 'tom', '/report test:mod2')
  await confides(inn, 'tom', '/report test:ann')
  expect(await inn.rows('moderation_reports')).toEqual([])
  await inn.chooses('mod2', 'moderation:case:1', 'undo')
  expect(inn.took().map(({ action }) => action.type)).toContain('unban')
  await inn.close()
})
test('in the staff’s own room: one question for all, and a reply to it there reaches the member', async () => {
  const { Recorder } = await import('../../../kit/recorder.ts')
  const adapter = Object.assign(new Recorder(), { staffRoom: () => true })
  const inn = await staffed({}, { adapter })
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  inn.took()
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  const asked = inn.adapter.all.findLast(({ action }) => action.type === 'ask')
  expect(asked?.action).toMatchObject({ to: 'staff', text: expect.stringContaining('another moderator has to judge') })
  expect(inn.took().filter(({ action }) => action.type === 'ask')).toHaveLength(1)
  await inn.says('mod2', 'what happened?', { replyTo: `sent:${asked?.id}`, where: 'staff' })
  expect(toldTo(inn, 'tom').join('\n')).toContain('what happened?')
  await confides(inn, 'tom', 'a joke among friends')
  const relayed = inn.took().map(({ action }) => action)
  expect(relayed).toContainEqual(
    expect.objectContaining({ type: 'send', to: 'staff', text: expect.stringContaining('a joke among friends') }),
  )
  await inn.close()
})
