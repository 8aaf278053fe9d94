import { afterEach, describe, expect, it } from 'vitest'
import { type Asked, oracleSettings } from '../../src/core/oracle.ts'
import { openAiOracle } from '../../src/oracle/index.ts'
import { means, openService, type Reply, type Request, type Service, says, toldIn } from '../kit/service.ts'

let service: Service
afterEach(() => service.close())
const key = 'sk-secret-of-the-owner'
const candidates = [
  { id: 'parking', text: 'Where can I park? / 停车场在哪里？' },
  { id: 'opening', text: 'When do you open? / 几点开门？' },
]
const asks = (settings: Record<string, unknown> = {}): Asked => ({
  question: '车停哪儿啊',
  candidates,
  settings: oracleSettings.parse({ url: service.url, model: 'small', ...settings }),
})
const open = async (reply: (request: Request) => Reply | Promise<Reply>) => {
  service = await openService(reply)
}
const rank = (asked: Asked, signal = AbortSignal.timeout(5000), oracle = openAiOracle(key)) =>
  oracle.rank(asked, signal)

describe('a language model', () => {
  it.each(['parking', ' parking\n', '"parking"', '`parking`', 'parking.', 'parking。'])(
    'names an entry: %j',
    async (word) => {
      await open(() => says(word))
      expect(await rank(asks())).toBe('parking')
    },
  )
  it.each(['none', 'None.', '"none"'])('or says that none is meant: %j', async (word) => {
    await open(() => says(word))
    expect(await rank(asks())).toBeUndefined()
  })
  it.each(['', 'Parking', 'refund', 'parking or opening', 'The answer is parking', '请停在 B2 层', null])(
    'anything else is no choice: %j',
    async (word) => {
      await open(() => says(word))
      await expect(rank(asks())).rejects.toThrow('neither an entry nor none')
    },
  )
  it('is told the question and the entries, and nothing of who asks; the key goes as a bearer token', async () => {
    await open(() => says('none'))
    await rank(asks({ url: `${service.url}/` }))
    const [request, ...more] = service.requests
    expect(more).toEqual([])
    expect(request).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${key}`,
      body: { model: 'small', temperature: 0 },
    })
    expect(request && toldIn(request)).toEqual({
      entries: candidates.map(({ id, text }) => ({ id, asks: text })),
      question: '车停哪儿啊',
    })
  })
  it('without a key no authorization is sent', async () => {
    await open(() => says('none'))
    await rank(asks(), undefined, openAiOracle(' '))
    expect(service.requests[0]?.authorization).toBeUndefined()
  })
})

describe('an embedding model', () => {
  const embeddings = { mode: 'embeddings' }
  const near: Record<string, number[]> = {
    车停哪儿啊: [1, 0.2, 0],
    'lost dog': [0, 1, 0],
    [candidates[0]?.text ?? '']: [1, 0, 0],
  }
  const vectorOf = (text: string) => near[text] ?? [0, 0, 1]
  const byMeaning = ({ body }: Request) => means((body.input ?? []).map(vectorOf))

  it('chooses what is nearest', async () => {
    await open(byMeaning)
    expect(await rank(asks(embeddings))).toBe('parking')
    expect(service.requests).toMatchObject([{ path: '/v1/embeddings', body: { model: 'small' } }])
  })
  it('none where the nearest is not near enough, or two are as near', async () => {
    await open(byMeaning)
    expect(await rank(asks({ ...embeddings, threshold: 0.99 }))).toBeUndefined()
    expect(await rank({ ...asks(embeddings), question: 'lost dog' })).toBeUndefined()
    await service.close()
    await open(({ body }) => means((body.input ?? []).map(() => [1, 1])))
    expect(await rank(asks(embeddings))).toBeUndefined()
  })
  it('asks for the vector of an entry once, for that of the question each time; another model anew', async () => {
    await open(byMeaning)
    const oracle = openAiOracle(key)
    const signal = AbortSignal.timeout(5000)
    await oracle.rank(asks(embeddings), signal)
    expect(await oracle.rank(asks(embeddings), signal)).toBe('parking')
    await oracle.rank(asks({ ...embeddings, model: 'other' }), signal)
    expect(service.requests.map(({ body }) => body.input?.length)).toEqual([3, 1, 3])
  })
  it.each([
    ['too few', means([[1, 0]])],
    ['of different lengths', means([[1, 0], [1], [0, 1]])],
    ['as text', { body: { data: [{ index: 0, embedding: 'AAAA' }] } }],
  ])('vectors %s are no answer', async (_what, reply) => {
    await open(() => reply as Reply)
    await expect(rank(asks(embeddings))).rejects.toThrow(/not/)
  })
  it('keeps a thousand vectors and no more', async () => {
    await open(({ body }) => means((body.input ?? []).map((_text, n) => [1, n])))
    const oracle = openAiOracle('')
    const about = (from: number, many: number): Asked => ({
      ...asks(embeddings),
      candidates: Array.from({ length: many }, (_, n) => ({ id: `e${from + n}`, text: `text ${from + n}` })),
    })
    const signal = AbortSignal.timeout(5000)
    await oracle.rank(about(0, 600), signal)
    await oracle.rank(about(600, 600), signal)
    await oracle.rank(about(1100, 100), signal)
    await oracle.rank(about(0, 100), signal)
    expect(service.requests.map(({ body }) => body.input?.length)).toEqual([601, 601, 1, 101])
  })
})

describe('what goes wrong is told in a word, without key, question or what came back', () => {
  it.each([
    ['HTTP 500', { status: 500, body: { error: { message: `wrong key ${key}` } } }],
    ['HTTP 401', { status: 401, body: `Incorrect API key provided: ${key}` }],
    ['not an answer we know', { body: `<html>${key}</html>` }],
    ['not an answer we know', { body: { choices: [] } }],
    ['too much came back', { body: JSON.stringify('x'.repeat(5_000_000)) }],
  ])('%s', async (reason, reply) => {
    await open(() => reply)
    await expect(rank(asks())).rejects.toThrow(new Error(reason))
  })
  it('a redirect is not followed: key and question go nowhere else', async () => {
    const other = await openService(() => says('parking'))
    await open(() => ({ status: 307, body: '', headers: { location: `${other.url}/chat/completions` } }))
    await expect(rank(asks())).rejects.toThrow(new Error('not reachable'))
    expect(other.requests).toEqual([])
    await other.close()
  })
  it('nobody listens', async () => {
    await open(() => says('parking'))
    const asked = asks()
    await service.close()
    await expect(rank(asked)).rejects.toThrow(new Error('ECONNREFUSED'))
    service = await openService(() => says(''))
  })
  it('a key that cannot be sent is not shown', async () => {
    await open(() => says('parking'))
    await expect(rank(asks(), undefined, openAiOracle(`${key}\nsecond line`))).rejects.toThrow(
      new Error('not reachable'),
    )
  })
  it('it gives up when told to', async () => {
    await open(() => 'silence')
    await expect(rank(asks(), AbortSignal.timeout(100))).rejects.toThrow()
  })
})

describe('settings', () => {
  it('are off until there is a url and a model; a login in the url is refused', async () => {
    await open(() => says(''))
    const problems = (settings: object) => oracleSettings.safeParse(settings).success
    expect(problems({ url: service.url, model: 'm' })).toBe(true)
    expect(problems({ url: 'https://user:pass@example.com/v1', model: 'm' })).toBe(false)
    expect(problems({ url: 'ftp://example.com', model: 'm' })).toBe(false)
    expect(problems({ url: service.url })).toBe(false)
    expect(problems({ url: service.url, model: 'm', key })).toBe(false)
  })
})
