import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Desk } from '../../src/text/match.ts'

const desk = (entries: Record<string, string[]>) => {
  const made = new Desk()
  for (const [id, texts] of Object.entries(entries)) made.set(id, texts)
  return made
}
const small = {
  hours: ['When are you open?', 'opening hours'],
  refund: ['How do I get a refund?', '怎么退款'],
  password: ['I forgot my password', '忘记密码怎么办'],
}

describe('Desk', () => {
  it('answers, and says how probable it is', () => {
    const { zone, ranked, language } = desk(small).ask('how can i get a refund?')
    expect({ zone, language, best: ranked[0]?.entry }).toEqual({ zone: 'answer', language: 'en', best: 'refund' })
    expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1)
  })
  it.each([
    ['hi', 'talk'],
    ['谢谢', 'talk'],
    ['bob: how do I get a refund?', 'talk'],
    ['我刚退了', 'told'],
    ['前台就有，我也是退的', 'told'],
    ['我的退款是上周到的', 'told'],
    ['可以去前台退款', 'told'],
    ['I got mine back, they have it at the desk', 'told'],
    ['You can find the opening hours on the door', 'told'],
    ['大家好，第一次来', 'told'],
    ['第一次来', 'told'],
    ['谢谢大家，退款收到了', 'told'],
    ['hi everyone, glad to see the opening hours', 'told'],
    ['thanks, found the opening hours', 'told'],
    ['x'.repeat(500), 'long'],
    ['👍', 'short'],
    ['where is the moon?', 'unknown'],
  ])('does not even compare %j: %s', (text, gate) =>
    expect(desk(small).ask(text)).toMatchObject({ zone: 'silent', gate }),
  )
  it('does not take a polite word for a name', () => {
    expect(desk(small).ask('Please, how do I get a refund?').zone).toBe('answer')
  })
  it('answers whatever is asked in the very words of a phrasing', () => {
    const words = fc.array(fc.constantFrom('群', '签到', 'points', 'hello', '谢谢', 'I', 'did', '了', '?'), {
      minLength: 1,
      maxLength: 8,
    })
    const text = words.map((all) => all.join(' ')).filter((all) => /\p{L}/u.test(all))
    fc.assert(
      fc.property(text, (asked) => {
        const made = desk(small)
        made.set('new', ['Something else entirely', asked])
        expect(made.ask(asked.toUpperCase())).toMatchObject({ zone: 'answer', ranked: [{ entry: 'new' }] })
      }),
    )
  })
  it('knows a long story again that was written down as a phrasing', () => {
    const made = desk(small)
    const story = `${'I went to the machine again and again. '.repeat(11)}Where is my money?`
    made.set('refund', ['How do I get a refund?', story])
    expect(made.ask(story)).toMatchObject({ zone: 'answer', ranked: [{ entry: 'refund' }] })
    expect(made.ask(`${story} Tell me!`).gate).toBe('long')
  })
  it('answers a wish, a complaint and what is typed into a search box like a question', () => {
    const made = new Desk()
    made.set('name', ['How do I change my name?', 'Change the name on my account', 'My name is wrong'])
    made.set('bill', ['怎么查看账单', '历史账单在哪里', '账单明细'])
    expect(made.ask('I want to change my name on the account').zone).toBe('answer')
    expect(made.ask('账单历史明细').zone).toBe('answer')
    expect(made.ask('我昨天看了账单').zone).toBe('silent')
  })
  it('does not take words everybody uses for the name of an entry', () => {
    const made = new Desk()
    made.set('milk', ['豆浆可以和红糖一起喝吗'])
    made.set('study', ['不想学习怎么办'])
    expect(made.ask('怎么办呢不想上班').zone).not.toBe('answer')
    expect(made.ask('不想学习了怎么办呢').zone).toBe('answer')
  })
  it('measures with weights of one’s own', () => {
    const none = new Desk({ likeness: [], answerable: [-9] })
    none.set('refund', ['How do I get a refund?'])
    expect(none.ask('how can I get my refund').zone).toBe('silent')
    const made = new Desk()
    made.set('refund', ['How do I get a refund?'])
    expect(made.ask('how can I get my refund').zone).toBe('answer')
  })
  it('tells a question from talk though there is nothing to compare it with', () => {
    expect(new Desk().ask('怎么退款？')).toMatchObject({ zone: 'silent', gate: 'unknown', asked: true, language: 'zh' })
    expect(new Desk().ask('what a refund')).toMatchObject({ asked: true, language: 'en' })
    expect(new Desk().ask('今天退款')).toMatchObject({ asked: false, language: 'zh' })
  })
  it.each([
    '大家好，第一次来，怎么退款？',
    '大家好，想退款',
    '谢谢，那退款呢',
    'hi all, my refund is missing',
    "Thanks! I'm trying to get a refund",
  ])('still compares a greeting that wants something: %j', (text) => expect(desk(small).ask(text).gate).toBeUndefined())
  it.each(['前台就有退款吗', '我是新来的，怎么退款', '退款哪里都有？', 'can you tell me if i got it, my refund?'])(
    'still compares what asks, though it tells something too: %j',
    (text) => expect(desk(small).ask(text).gate).toBeUndefined(),
  )
  it('gives no answer to words without a topic, nor to what is merely told', () => {
    const made = desk({ wireless: ['Why does my wireless not work?'], install: ['How do I install it?'] })
    for (const text of ["didn't work", 'does that work?', 'I have just installed it', 'the old one works too']) {
      expect([text, made.ask(text).zone]).not.toEqual([text, 'answer'])
    }
    expect(made.ask('my wireless does not work').zone).toBe('answer')
  })
  it('changes and removes one entry without the others', () => {
    const made = desk(small)
    made.set('refund', ['Where is the car park?'])
    expect(made.ask('how do i get a refund?').zone).toBe('silent')
    expect(made.ask('where is the car park?').ranked[0]?.entry).toBe('refund')
    made.delete('refund')
    expect(made.ask('where is the car park?').zone).toBe('silent')
    expect(made.size).toBe(2)
  })
  it('ends where it began when entries come and go, in any order', () => {
    const texts = ['怎么退款', '怎么签到', 'where is the car park', 'how do i redeem points', '忘记密码怎么办']
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c'), text: fc.option(fc.constantFrom(...texts)) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const made = new Desk()
        const last = new Map<string, string>()
        for (const { id, text } of changes) {
          if (text === null) {
            made.delete(id)
            last.delete(id)
          } else {
            made.set(id, [text])
            last.set(id, text)
          }
        }
        const fresh = desk(Object.fromEntries([...last].map(([id, text]) => [id, [text]])))
        const byId = (asked: string, of: Desk) =>
          of
            .ask(asked)
            .ranked.map(({ entry, score }) => `${entry} ${score.toFixed(6)}`)
            .sort()
        for (const text of texts) expect(byId(text, made)).toEqual(byId(text, fresh))
      }),
      { numRuns: 50 },
    )
  })
  it('is stricter or more lenient by its dial', () => {
    const made = desk({ ...small, points: ['How do I redeem points for a gift?'] })
    const zones = (['lenient', 'balanced', 'strict'] as const).map(
      (dial) =>
        [
          'can points be gifts?',
          'is it open on monday?',
          'points?',
          'are you open on sunday?',
          'what if somebody stole my password?',
          'any gifts?',
        ].filter((text) => made.ask(text, dial).zone === 'answer').length,
    )
    expect(zones).toEqual([...zones].sort((a, b) => b - a))
    expect(zones[0]).toBeGreaterThan(zones[2] ?? 0)
  })
})

describe('size', () => {
  const many = new Desk()
  const loading = process.cpuUsage().user
  for (let n = 0; n < 5000; n++)
    many.set(`e${n}`, [
      `How do I get the ${['cup', 'badge', 'poster'][n % 3]} of event ${n}?`,
      `怎么领取第${n}号活动的礼品`,
    ])
  const loaded = (process.cpuUsage().user - loading) / 1000
  const chatter = [
    'lol',
    'I think the build is broken again, can you look?',
    '今天天气不错',
    'what a match last night!',
    '谁在线？',
    'did you see the game?',
  ]
  const microseconds = (asked: Desk) => {
    const started = process.cpuUsage().user
    for (let round = 0; round < 300; round++) for (const text of chatter) asked.ask(text)
    return (process.cpuUsage().user - started) / 300 / chatter.length
  }
  // processor time: a busy machine must not fail it
  it('loads 5,000 entries within a second or so', () => expect(loaded).toBeLessThan(2000))
  it('costs little on talk however many entries there are', () => {
    microseconds(many)
    expect(microseconds(many)).toBeLessThan(200)
  })
  it('finds the one that is asked for among them', () => {
    expect(many.ask('how do I get the badge of event 4321?').ranked[0]?.entry).toBe('e4321')
    expect(many.ask('怎么领取第1234号活动的礼品？').ranked[0]?.entry).toBe('e1234')
  })
})
