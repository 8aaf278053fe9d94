/** Killed in the middle of its work, Innkeeper does what is left of it when it is back, and nothing of it twice. */
import { afterEach, expect, it } from 'vitest'
import { textOf } from '../../emulators/discord/control/guild.ts'
import { type Discord, openDiscord } from '../../emulators/discord/index.ts'
import { dice } from '../../kill/story.ts'
import { Killed } from './killed.ts'
import { lenient } from './lenient.ts'

const nightly = process.env.INNKEEPER_NIGHTLY === '1'
const kills = nightly ? 15 : 3
const wave = 8
const guild = {
  name: 'Inn',
  owner: 'olga',
  channels: ['general', 'rules', 'staff'],
  roles: [{ name: 'Mods', permissions: ['ModerateMembers', 'BanMembers', 'KickMembers', 'ManageMessages'] as const }],
  members: [{ name: 'mia', roles: ['Mods'] }, 'tom'],
}
const most = { removals: 500, bans: 500, mutes: 500, deletions: 500, whispers: 500, posts: 500 }
const files = {
  community: { id: 'inn', name: 'Inn', languages: ['en'], timezone: 'UTC', anyGroup: true, budgets: most },
  discord: { channels: { default: 'general', rules: 'rules', moderation: 'staff' } },
  rules: { text: { en: '1. Be kind.' } },
  welcome: { windowSeconds: 0, buttons: false, perHour: 1000, raid: { joinsPerMinute: 1000 } },
  moderation: {
    ...lenient,
    words: [{ name: 'Test', words: ['forbidden'], score: 1, does: 'mute' }],
  },
}
const soon = { timeout: 60_000, interval: 50 }

let discord: Discord | undefined
let bot: Killed | undefined
afterEach(async () => {
  await bot?.close()
  await discord?.close()
})

it(`over ${kills} kills while ${wave} spammers each are dealt with: no case is lost, nobody is welcomed or told twice`, {
  timeout: 600_000,
}, async () => {
  const at = await openDiscord({ guilds: [guild] })
  const house = new Killed(at, files)
  discord = at
  bot = house
  const inn = at.guild()
  const roll = dice(20_261_122)
  await house.start()
  await inn.heard('rules', 'Be kind', 30_000)
  at.faults.delayMs = 15
  const spammers: string[] = []
  for (let n = 0; n < kills; n++) {
    const before = at.requestsTo('DELETE', '/messages/{message_id}').length
    for (let m = 0; m < wave; m++) {
      const name = `spammer ${n}.${m}`
      spammers.push(name)
      inn.join(name)
      inn.says(name, 'general', `something forbidden, number ${n}.${m}`)
    }
    await expect
      .poll(() => house.rows('inbox').filter(({ type }) => type === 'message').length, { ...soon, interval: 5 })
      .toBe(spammers.length)
    const after = before + Math.floor(roll() * wave)
    await at.until(() => at.requestsTo('DELETE', '/messages/{message_id}').length >= after)
    await house.kill()
    await house.start()
  }
  const left = () => house.rows('outbox').filter(({ state }) => state === 'waiting' || state === 'sending').length
  await expect.poll(left, soon).toBe(0)
  at.faults.delayMs = 0

  const cases = house.rows('moderation_cases')
  expect(cases.map(({ name }) => name).sort()).toEqual([...spammers].sort())
  const cards = inn.botMessages('staff').map(textOf)
  const times = (some: readonly string[], text: string) => some.filter((one) => one.includes(text)).length
  const figures = spammers.map((name) => {
    const number = cases.find((row) => row.name === name)?.number
    return {
      muted: !inn.mayWrite(name, 'general'),
      messages: inn
        .messages('general')
        .filter(({ author, content }) => author.username === name && content.includes('forbidden')).length,
      cards: times(cards, `Case #${number} ·`),
      told: times(at.dms(name).map(textOf), `#${number}`),
      welcomes: times(
        inn.botMessages('general').map((message) => inn.read(message)),
        `@${name}!`,
      ),
    }
  })
  const lost = figures.filter(
    ({ muted, cards: n, told, messages }) => !muted || n === 0 || told === 0 || messages > 0,
  ).length
  const doubled = figures.filter(({ cards: n, told, welcomes }) => n > 1 || told > 1 || welcomes > 1).length
  const refused = [401, 403, 429].map((status) => at.statuses.get(status) ?? 0)
  console.log(
    `${house.kills} kills, ${spammers.length} cases, ${at.requestCount} requests, refused ${refused.join('/')} (401/403/429); cases lost ${lost}, doubled ${doubled}`,
  )
  expect(
    figures.filter((one) => !one.muted || one.cards !== 1 || one.told !== 1 || one.messages !== 0 || one.welcomes > 1),
  ).toEqual([])
  expect(inn.pins('rules')).toHaveLength(1)
  expect(refused).toEqual([0, 0, 0])
})
