/** What is no question any more: adverts that staff is asked about, and what its writer or a moderator took away. */
import { afterEach, describe, expect, it } from 'vitest'
import faq from '../../../src/features/faq/index.ts'
import moderation from '../../../src/features/moderation/index.ts'
import type { Inn } from '../../kit/inn.ts'
import { entries, openDesk } from './entries.ts'

let inn: Inn
afterEach(async () => {
  const { errors } = inn.log
  await inn.close()
  expect(errors).toEqual([])
})
const asking = '停车场在几楼？'
const keeping = { keepText: true }
const gone = (message: string) => inn.happens({ type: 'delete', message })
const questions = async () =>
  (await inn.rows('faq_unanswered')).map(({ text, count, askers }) => ({ text, count, askers }))

describe('an advert that asks something', () => {
  const advert = '旧书有人要吗，可以加薇 vx8812305 来拿'
  const withModeration = {
    features: [moderation, faq],
    migrations: [],
    // Whatever the trained model makes of it: staff is asked.
    sections: { moderation: { contact: { baited: 0.6 }, text: { reach: 'nobody' } }, faq: { entries, ...keeping } },
  }
  it('is neither offered entries nor listed as unanswered while staff is asked about it', async () => {
    inn = await openDesk(keeping, withModeration)
    await inn.join('eve')
    await inn.says('eve', advert)
    expect(await inn.rows('moderation_cases')).toMatchObject([{ state: 'open' }])
    expect(await questions()).toEqual([])
    expect(inn.took().filter(({ action }) => action.type === 'ask' && action.ask.startsWith('faq:'))).toEqual([])
  })
  it('does not keep its writer from asking something else', async () => {
    inn = await openDesk(keeping, withModeration)
    await inn.join('eve')
    await inn.says('eve', advert)
    await inn.says('eve', asking)
    expect(await questions()).toEqual([{ text: asking, count: 1, askers: 1 }])
  })
})

describe('a question that was deleted', () => {
  it('is not listed', async () => {
    inn = await openDesk(keeping)
    const message = await inn.says('ann', asking)
    await gone(message)
    for (const table of ['faq_unanswered', 'faq_askers', 'faq_asks']) expect(await inn.rows(table)).toEqual([])
  })
  it('takes its own count and words with it, not those of others who asked the same', async () => {
    inn = await openDesk(keeping)
    await inn.says('ann', asking)
    const theirs = await inn.says('bob', '请问停车场在几楼呀')
    const again = await inn.says('bob', '停车场在几楼！？')
    await gone(theirs)
    expect(await questions()).toMatchObject([{ count: 2, askers: 2 }])
    await gone(again)
    expect(await questions()).toEqual([{ text: asking, count: 1, askers: 1 }])
  })
  it('is not answered any more where its answer waited', async () => {
    inn = await openDesk({ holdSeconds: 20 })
    await gone(await inn.says('ann', '怎么签到？'))
    await inn.passes('1m')
    expect(inn.took()).toEqual([])
  })
})

it('a reply that was deleted is no draft', async () => {
  inn = await openDesk(keeping)
  const question = await inn.says('ann', asking)
  await gone(await inn.says('bob', '好像是地下一层', { replyTo: question }))
  expect(await inn.rows('faq_drafts')).toEqual([])
})
