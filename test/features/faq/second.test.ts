/** A second opinion from a service on the loopback, where the desk is half sure. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAiOracle } from '../../../src/oracle/index.ts'
import { TestClock } from '../../kit/clock.ts'
import { type Inn, type InnOptions, monday } from '../../kit/inn.ts'
import { means, openService, type Reply, type Request, type Service, says, toldIn } from '../../kit/service.ts'
import { entries, halfKnown, openDesk } from './entries.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-second-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const key = 'sk-secret-of-the-owner'
let inn: Inn
let service: Service
let reply: (request: Request) => Reply
beforeEach(async () => {
  service = await openService((request) => reply(request))
})
afterEach(async () => {
  const { errors } = inn.log
  await inn.close()
  await service.close()
  expect(errors).toEqual([])
})
const open = async (
  second: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
  options: Partial<InnOptions> = {},
) => {
  const section = { second: { url: service.url, model: 'small', timeoutMs: 300, ...second }, ...more }
  inn = await openDesk(section, { clock: new TestClock(monday), oracle: openAiOracle(key), ...options })
  return inn
}
const answerOf = (id: string, language: 'zh' | 'en') => entries.find((one) => one.id === id)?.answer[language]
/** What the desk says without anybody's opinion. */
async function offered(text: string, user = 'tom') {
  const plain = await openDesk({}, { clock: new TestClock(monday) })
  await plain.says(user, text)
  const [offer] = plain.took()
  await plain.close()
  if (offer?.action.type !== 'ask') throw new Error('no offer')
  const { text: said, options } = offer.action
  return { type: 'ask', text: said, options }
}
/** Names an entry that it was not told of. */
const stranger = (request: Request) => {
  const told = toldIn(request).entries.map(({ id }) => id)
  return says(entries.find(({ id }) => !told.includes(id))?.id ?? '')
}
const heard = () => inn.took().map(({ action }) => action)

describe.each(['zh', 'en'] as const)('half sure, in %s', (language) => {
  const { text, first, second } = halfKnown(language)

  it('the entry that is chosen is answered, and nothing of who asks goes out', async () => {
    reply = () => says(second)
    await open()
    const message = await inn.says('tom', text, { name: 'Tommaso' })
    expect(heard()).toMatchObject([{ type: 'ask', text: answerOf(second, language), replyTo: message }])
    const [request, ...more] = service.requests
    if (!request) throw new Error('nobody was asked')
    expect(more).toEqual([])
    const told = toldIn(request)
    expect(told.question).toBe(text)
    expect(told.entries.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]))
    expect(told.entries.length).toBeLessThanOrEqual(3)
    expect(JSON.stringify(request.body)).not.toMatch(/Tommaso|test:tom|test:main|mtom/i)
    expect((await inn.why(message)).faq).toMatchObject({
      decided: 'answered',
      checks: [{ name: second, found: 'second opinion' }],
    })
    await inn.passes('1m')
    expect(heard()).toEqual([])
  })
  it('with embeddings, too', async () => {
    const wanted = entries.find(({ id }) => id === second)?.question.zh ?? ''
    reply = ({ body }) =>
      means((body.input ?? []).map((one) => (one === text || one.includes(wanted) ? [1, 0] : [0, 1])))
    await open({ mode: 'embeddings' })
    await inn.says('tom', text)
    expect(heard()).toMatchObject([{ type: 'ask', text: answerOf(second, language) }])
    expect(service.requests.map(({ path }) => path)).toEqual(['/v1/embeddings'])
  })
  it.each<[string, Reply | typeof reply]>([
    ['none', says('none')],
    ['nonsense', says('Park on level B2, dear!')],
    ['an entry that was not asked about', stranger],
    ['nothing', says(null)],
    ['an error', { status: 500, body: { error: { message: key } } }],
    ['nothing in time', 'silence'],
  ])('where it answers %s, entries are offered as ever', async (_what, answer) => {
    reply = typeof answer === 'function' ? answer : () => answer
    await open()
    const message = await inn.says('tom', text)
    expect(heard()).toMatchObject([{ ...(await offered(text)), user: 'test:tom', replyTo: message }])
    expect((await inn.why(message)).faq).toMatchObject({ decided: 'suggested' })
    await inn.passes('1m')
    expect(heard()).toEqual([])
  })
  it('and where nobody listens; an entry that is pressed is answered', async () => {
    await open({ url: 'http://127.0.0.1:9/v1' })
    await inn.says('tom', text)
    const [offer] = heard()
    expect(offer).toMatchObject(await offered(text))
    if (offer?.type !== 'ask') throw new Error('no offer')
    await inn.chooses('tom', offer.ask, second)
    expect(heard()).toMatchObject([{ text: answerOf(second, language) }])
  })
})

const { text, first, second } = halfKnown('en')

describe('is never asked', () => {
  beforeEach(() => {
    reply = () => says(second)
  })
  it('where the owner did not switch it on', async () => {
    inn = await openDesk({}, { clock: new TestClock(monday), oracle: openAiOracle(key) })
    await inn.says('tom', text)
    expect(heard()).toMatchObject([await offered(text)])
    expect(service.requests).toEqual([])
  })
  it('under the events’ clock, as in a rehearsal', async () => {
    inn = await openDesk({ second: { url: service.url, model: 'small' } }, { oracle: openAiOracle(key) })
    await inn.says('tom', text)
    expect(heard()).toMatchObject([await offered(text)])
    expect(service.requests).toEqual([])
  })
  it('where the desk is sure, or knows nothing, or is only talked past', async () => {
    await open()
    for (const said of ['How do I check in?', 'what is the wifi password?', 'good morning everyone', '谢谢大家！'])
      await inn.says('tom', said)
    expect(heard()).toMatchObject([{ text: answerOf('check-in', 'en') }])
    expect(service.requests).toEqual([])
  })
  it('about what runs a command: a guess from outside is no member’s word', async () => {
    const withCommand = entries.map((entry) => (entry.id === second ? { ...entry, command: '/faq' } : entry))
    await open({}, { entries: withCommand })
    await inn.says('tom', text)
    const ids = service.requests.flatMap((request) => toldIn(request).entries.map(({ id }) => id))
    expect(ids).toContain(first)
    expect(ids).not.toContain(second)
    expect(heard()).toMatchObject([
      { type: 'ask', options: expect.arrayContaining([expect.objectContaining({ id: second })]) },
    ])
  })
})

it('so often a day and no more, also over a restart; the next day again', async () => {
  reply = () => says(second)
  const place = join(folder, 'cap.db')
  const options = { place, clock: new TestClock(monday) }
  await open({ perDay: 2 }, { repeatMinutes: 1 }, options)
  await inn.says('tom', text)
  await inn.close()
  await open({ perDay: 2 }, { repeatMinutes: 1 }, { place, clock: new TestClock(monday + 600_000) })
  await inn.says('ann', text, { id: 'later' })
  expect(heard()).toMatchObject([{ text: answerOf(second, 'en') }])
  await inn.passes('10m')
  await inn.says('bob', text, { id: 'too-many' })
  expect(heard()).toMatchObject([await offered(text, 'bob')])
  expect(service.requests).toHaveLength(2)
  await inn.passes('1d')
  await inn.says('cyd', text, { id: 'next-day' })
  expect(heard()).toMatchObject([{ text: answerOf(second, 'en') }])
  expect(service.requests).toHaveLength(3)
  expect(await inn.rows('faq_second')).toMatchObject([{ calls: 1 }])
})

it('the key is in no log, no notice, no table', async () => {
  reply = () => ({ status: 401, body: { error: { message: `Incorrect API key provided: ${key}` } } })
  await open()
  for (const name of ['ann', 'bob', 'cyd', 'dan']) {
    await inn.says(name, text)
    await inn.passes('2m')
  }
  expect(service.requests[0]?.authorization).toBe(`Bearer ${key}`)
  expect(inn.desk.notices()).toMatchObject([{ text: expect.stringContaining('HTTP 401') }])
  expect(inn.log.warnings.length).toBeGreaterThan(2)
  const kept = await Promise.all(
    ['inbox', 'outbox', 'agenda', 'occurrences', 'faq_second', 'faq_offers'].map((table) => inn.rows(table)),
  )
  const seen = JSON.stringify([inn.log.warnings, inn.log.errors, inn.desk.notices(), kept])
  expect(seen).not.toContain(key)
  expect(seen).not.toContain(text) // nor the question
})

describe('with the rest of the desk', () => {
  it('what members said is wrong for these words is not asked about', async () => {
    reply = (request) => says(toldIn(request).entries.some(({ id }) => id === second) ? second : 'none')
    await open({}, { repeatMinutes: 1 })
    await inn.says('tom', text)
    const [answer] = heard()
    if (answer?.type !== 'ask') throw new Error('no answer')
    await inn.chooses('mod', answer.ask, 'no')
    await inn.passes('5m')
    inn.took()
    await inn.says('ann', text)
    const asked = service.requests.at(-1)
    expect(asked && toldIn(asked).entries.map(({ id }) => id)).not.toContain(second)
    expect(heard()).toMatchObject([
      { type: 'ask', options: expect.arrayContaining([expect.objectContaining({ id: 'none' })]) },
    ])
  })
  it('the answer waits as any other, and is left to a member who replies', async () => {
    reply = () => says(second)
    await open({}, { holdSeconds: 20 })
    await inn.says('tom', text)
    await inn.passes('10s')
    expect(heard()).toEqual([])
    await inn.passes('11s')
    expect(heard()).toMatchObject([{ text: answerOf(second, 'en') }])
    await inn.passes('1h')
    const message = await inn.says('ann', text)
    await inn.says('bob', 'yes, you can', { replyTo: message })
    await inn.passes('1m')
    expect(heard()).toEqual([])
  })
  it('a member who replies before the opinion comes has answered', async () => {
    const opinion = Promise.withResolvers<string>()
    await open({}, { holdSeconds: 20 }, { oracle: { rank: () => opinion.promise } })
    await inn.engine.start()
    const at = monday
    const said = { type: 'message', at, group: 'test:main' } as const
    await inn.engine.emit({ ...said, id: 'q', user: 'test:tom', text })
    await inn.engine.emit({ ...said, id: 'r', user: 'test:bob', text: 'yes, you can', replyTo: 'q' })
    opinion.resolve(second)
    await inn.engine.idle()
    await inn.passes('1m')
    expect(heard()).toEqual([])
  })
  it('where offers are spent or switched off, what has no opinion is noted as unanswered', async () => {
    reply = () => says('none')
    await open({}, { suggest: false })
    const message = await inn.says('tom', text)
    expect(heard()).toEqual([])
    expect(await inn.rows('faq_unanswered')).toMatchObject([{ message, count: 1 }])
    expect((await inn.why(message)).faq).toMatchObject({ decided: 'silent' })
  })
  it('in private it is answered in private, at once or after a wait', async () => {
    reply = () => says(second)
    await open()
    await inn.says('tom', text, { private: true })
    expect(heard()).toMatchObject([{ user: 'test:tom', text: answerOf(second, 'en') }])
    await inn.close()
    await open({}, { holdSeconds: 5 })
    await inn.says('tom', text, { private: true })
    await inn.says('tom', 'How do I check in?', { private: true })
    await inn.passes('6s')
    expect(heard()).toMatchObject([
      { user: 'test:tom', text: answerOf(second, 'en') },
      { user: 'test:tom', text: answerOf('check-in', 'en') },
    ])
  })
})
