/** What a second opinion was worth and what it cost, as the owner is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { config } from '../../../src/features/faq/config.ts'
import { reportPanel } from '../../../src/features/faq/report-panels.ts'
import { openAiOracle } from '../../../src/oracle/index.ts'
import { TestClock } from '../../kit/clock.ts'
import { type Inn, monday } from '../../kit/inn.ts'
import { openService, type Reply, type Service, says } from '../../kit/service.ts'
import { halfKnown, openDesk } from './entries.ts'

let inn: Inn
let service: Service
let reply: Reply
beforeEach(async () => {
  service = await openService(() => reply)
  const second = { url: service.url, model: 'small', timeoutMs: 300, perDay: 50 }
  inn = await openDesk({ second }, { clock: new TestClock(monday), oracle: openAiOracle('') })
})
afterEach(async () => {
  await inn.close()
  await service.close()
})
const { text, second } = halfKnown('en')
async function asked() {
  for (const [who, said] of [
    ['ann', says(second)],
    ['bob', says('none')],
    ['cat', { status: 500, body: {} }],
    ['dan', 'silence'],
  ] as const) {
    reply = said
    await inn.says(who, text, { group: who })
    await inn.passes('1m')
  }
  inn.took()
}
const report = async (locale: 'zh' | 'en') => {
  await inn.gives('mod', 'faq-report', {}, { locale })
  return inn.sent()[0]
}

describe('the report', () => {
  it('says how often it was asked, settled the answer and was not to be had, and what of the day’s calls is used', async () => {
    await asked()
    expect(await report('en')).toContain(
      'Second opinion: asked 4×, settled the answer 1×, no reply 2×; 4 of 50 calls used today',
    )
    expect(await report('zh')).toContain('第二意见：问了 4 次，1 次由它定了答案，2 次没问到；今天已用 4 / 50 次')
    await inn.passes('1d')
    expect(await report('en')).toContain('; 0 of 50 calls used today')
  })
  it('keeps its figures where it was switched off, and says nothing where it never was on', async () => {
    await asked()
    await inn.rules({ sections: { faq: {} } })
    expect(await report('en')).toMatch(/Second opinion: asked 4×.* no reply 2×$/m)
    await inn.close()
    inn = await openDesk()
    expect(await report('en')).not.toContain('econd opinion')
  })
  it('has them in the office', async () => {
    await asked()
    const [group] = await inn.rows('groups')
    const panel = await reportPanel({
      db: inn.store.reader,
      config: config.parse({}),
      community: { id: String(group?.community), name: 'test' },
      groups: [],
      now: inn.now,
      locale: 'en',
    })
    expect(panel.rows[0]?.cells).toMatchObject({ consulted: 4, changed: 1, failed: 2 })
    expect(panel.columns.map(({ key }) => key)).toContain('changed')
  })
})
