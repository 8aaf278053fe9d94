/** What an owner, newcomers, a raid and a spammer meet on Discord with every feature on: once in each language. */
import type { APIMessage } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Localised, locales } from '../../../src/core/words.ts'
import { partsOf } from '../../emulators/discord/control/answer.ts'
import { textOf } from '../../emulators/discord/control/guild.ts'
import { hour, minute } from './clock.ts'
import { type Evening, heldToItsDocument, openEvening } from './evening.ts'

const soon = { timeout: 15_000, interval: 20 }

describe.each(locales)('an evening in %s', (language) => {
  let at: Evening
  beforeAll(async () => {
    at = await openEvening(language)
  })
  afterAll(() => at?.close())
  /** How the answer begins to an entry of that id or title. */
  const answerTo = (entry: string) => {
    const section = at.rulebook.section('faq', '') as {
      entries: { id: string; question: Localised; answer: Localised }[]
    }
    const found = section.entries.find(({ id, question }) => id === entry || question[language] === entry)
    if (!found) throw new Error(`no entry "${entry}"`)
    return (found.answer[language] ?? '').slice(0, 12)
  }
  const called = (name: string) => `<@${at.lantern.userId(name)}>`
  const texts = (channel: string) => at.lantern.botMessages(channel).map(textOf)

  it('the owner adds the bot: the rules are posted and pinned, with a button to agree', async () => {
    const { lantern, words } = at
    const posted = await lantern.heard('rules', words.rules)
    await expect.poll(() => lantern.pins('rules').map(({ id }) => id), soon).toEqual([posted.id])
    const [agree] = partsOf(posted)
    const pressed = lantern.presses('tom', posted, agree?.custom_id ?? '')
    expect((await pressed.answered()).ephemeral).toBe(true)
    await expect.poll(() => lantern.automodRules.length, soon).toBeGreaterThan(0)
  })

  it('newcomers are welcomed once, with who brought them; a word in private, aloud to nobody where that is closed', async () => {
    const { lantern, discord, clock, words } = at
    const code = lantern.invites('anna', 'general')
    await new Promise((resolve) => setTimeout(resolve, 300)) // it is read when it is made
    lantern.join('nina', { invite: code, locale: words.client })
    await expect.poll(async () => (await at.house.events('member.join')).length, soon).toBe(1)
    clock.leap(31_000)
    const welcome = await lantern.heard('welcome', called('nina'))
    expect(textOf(welcome)).toContain(words.invited)
    expect(textOf(welcome)).toContain('anna')
    await at.told('nina', words.private)
    clock.leap(hour)
    lantern.join('shy')
    discord.closesDms('shy')
    await expect.poll(async () => (await at.house.events('member.join')).length, soon).toBe(2)
    clock.leap(31_000)
    await lantern.heard('welcome', called('shy'))
    await at.house.engine.idle()
    expect(discord.dms('shy')).toEqual([])
    expect(texts('welcome').filter((text) => text.includes(words.private))).toEqual([])
    expect(texts('welcome').filter((text) => text.includes(called('nina')))).toHaveLength(1)
  })

  it('a question is answered by slash command, by free words, and by a button where it was not sure', async () => {
    const { lantern, words } = at
    const shown = await lantern.slash('nina', 'general', 'faq', { topic: words.topic }).answered()
    if (shown.message) expect(textOf(shown.message)).toContain(answerTo(words.topic))
    const asked = lantern.says('nina', 'general', words.asked)
    const answer = await lantern.heard('general', words.answer)
    expect(answer.message_reference?.message_id).toBe(asked.id)
    for (const text of words.half) lantern.says('tom', 'general', text)
    const isOffer = (message: APIMessage) => partsOf(message).some(({ label }) => label === words.none)
    const offered = await at.discord.until(() => at.discord.dms('tom').find(isOffer))
    if (!offered) throw new Error(`nothing offered: ${at.discord.dms('tom').map(textOf).join(' | ')}`)
    const [first] = partsOf(offered)
    const wanted = answerTo(first?.label ?? '')
    at.discord.pressesInDm('tom', offered, first?.custom_id ?? '')
    await lantern.heard('general', wanted)
  })

  it('200 join within ten seconds: the staff room is told, nobody is greeted, nothing is refused', async () => {
    const { lantern, discord, clock, words, house } = at
    clock.leap(2 * hour)
    const before = { welcome: texts('welcome').length, requests: discord.requestCount }
    for (let n = 0; n < 200; n++) {
      lantern.join(`raider ${n}`)
      clock.leap(50)
    }
    await lantern.heard('staff', words.raid)
    await expect.poll(async () => (await house.events('member.join')).length, { ...soon, timeout: 30_000 }).toBe(202)
    clock.leap(minute)
    await house.engine.idle()
    expect(
      lantern.mayWrite('raider 199', 'general') && lantern.mayWrite('raider 30', 'general'),
      'those who came with it wait',
    ).toBe(false)
    expect(texts('welcome').length - before.welcome).toBeLessThanOrEqual(1)
    expect(discord.requestCount - before.requests, 'no storm of our own').toBeLessThan(200)
    clock.leap(2 * hour)
    await lantern.heard('staff', words.raidOver)
    await expect.poll(() => lantern.channel('general').rate_limit_per_user ?? 0, soon).toBe(0)
  })

  it('a spammer is timed out, with a case; appeals; the staff takes it back', async () => {
    const { lantern, words, clock, discord } = at
    lantern.join('spike')
    clock.leap(2000)
    const said = words.spam.map((text) => lantern.says('spike', 'general', text).id)
    await expect.poll(() => lantern.mayWrite('spike', 'general'), soon).toBe(false)
    await expect.poll(() => lantern.messages('general').filter(({ id }) => said.includes(id)), soon).toEqual([])
    const told = await at.told('spike', '#')
    const number = /#(\d+)/.exec(textOf(told))?.[1] ?? ''
    await lantern.heard('staff', `#${number}`)
    expect(lantern.auditLog.findLast(({ reason }) => reason?.includes(number))?.user_id).toBe(discord.bot.id)
    discord.writes('spike', words.appeal(number))
    const appeal = await lantern.heard('staff', words.why)
    lantern.presses('mona', appeal, words.undo)
    await expect.poll(() => lantern.mayWrite('spike', 'general'), soon).toBe(true)
  })

  it("a moderator's own click, and what AutoMod held back, are cases too", async () => {
    const { lantern, house, words } = at
    const before = (await house.rows('moderation_cases')).length
    lantern.timesOut('mona', 'tom', 10 * minute, 'too loud')
    await expect
      .poll(async () => (await house.rows('moderation_cases')).at(-1), soon)
      .toMatchObject({ origin: 'hand', name: 'tom', by_name: 'mona', reason: 'too loud' })
    expect(() => lantern.says('bea', 'general', words.insult)).toThrow()
    await expect.poll(async () => (await house.rows('moderation_cases')).length, soon).toBe(before + 2)
    await lantern.heard('staff', 'bea')
    lantern.timesOut('mona', 'tom', 0)
  })

  it('the week is summed up on Monday, with a picture', async () => {
    const { lantern, clock, words } = at
    for (const text of [...words.talk, ...words.talk]) {
      for (const name of ['anna', 'bea', 'nina']) {
        lantern.says(name, 'general', `${text} (${name})`)
        clock.leap(2 * minute)
      }
      clock.leap(hour)
    }
    clock.leapTo('2026-11-23T09:00:00+08:00')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    clock.leap(5 * minute)
    const digest = await lantern.heard('news', words.digest, 20_000)
    expect(digest.attachments).toHaveLength(1)
    expect(digest.attachments[0]?.description).toBeTruthy()
  })

  it('a giveaway is entered by button and drawn', async () => {
    const { lantern, clock, words } = at
    const options = { action: 'start', what: words.prize, time: '2h', winners: 1 }
    expect((await lantern.slash('olga', 'general', 'giveaway', options).answered()).ephemeral).toBe(true)
    const post = await at.discord.until(() =>
      [...lantern.botMessages('news'), ...lantern.botMessages('general')].find((message) =>
        partsOf(message).some(({ label }) => label === words.enter),
      ),
    )
    if (!post) throw new Error('no giveaway')
    for (const name of ['anna', 'bea', 'nina'])
      expect((await lantern.presses(name, post, words.enter).answered()).ephemeral).toBe(true)
    clock.leap(2 * hour + minute)
    await expect
      .poll(() => [...texts('news'), ...texts('general')].some((text) => text.includes(words.drawn)), soon)
      .toBe(true)
  })

  it('and all of it was said to Discord in its own words, nothing refused, nothing broken', async () => {
    const { discord, house } = at
    await house.engine.idle()
    heldToItsDocument(discord)
    expect(house.log.errors).toEqual([])
    const rows = await house.rows('outbox')
    // Two private words for the one who takes none: that is all that was ever refused.
    const failed = rows
      .filter(({ state }) => state !== 'done' && state !== 'held')
      .map(({ type, state, detail }) => `${type} ${state} ${detail}`)
    expect(failed).toHaveLength(2)
    for (const one of failed) expect(one).toMatch(/^whisper failed denied/)
    expect([401, 403, 429].map((status) => discord.statuses.get(status) ?? 0)).toEqual([0, 2, 0])
  })
})
