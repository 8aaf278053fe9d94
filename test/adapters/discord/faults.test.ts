/** What goes wrong on the way to Discord, and what members and owners notice of it. */
import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../emulators/discord/control/guild.ts'
import { openDiscord } from '../../emulators/discord/index.ts'
import { type DoorOptions, type OpenDoor, openDoor, teaHouse } from './door.ts'
import { type House, openHouse } from './house.ts'

let at: OpenDoor | undefined
let house: House | undefined
afterEach(async () => {
  await at?.close()
  await house?.close()
  at = undefined
  house = undefined
})
const open = async (options: DoorOptions = {}) => {
  at = await openDoor(options)
  return at
}
const soon = { timeout: 10_000, interval: 20 }
const sections = {
  rules: { text: { en: '1. Be kind.' } },
  faq: {
    entries: [{ id: 'hours', question: { en: 'What are your opening hours?' }, answer: { en: 'We open at nine.' } }],
    feedback: false,
    repeatMinutes: 1,
  },
  welcome: { windowSeconds: 0, buttons: false },
  discord: { channels: { rules: 'rules' } },
}
const text = (body: string) => ({ type: 'send' as const, group: at?.group ?? '', text: body })

describe('the gateway', () => {
  it('cut off again and again loses and doubles nothing that can be resumed', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections })
    const tea = house.discord.guild()
    const said: string[] = []
    for (let n = 0; n < 5; n++) {
      said.push(tea.says('tom', 'general', `round ${n}`).id)
      house.discord.gateway.drop()
      said.push(tea.says('ann', 'general', `while away ${n}`).id)
      await expect.poll(() => house?.discord.gateway.resumes, soon).toBe(n + 1)
    }
    const seen = async () => ((await house?.events('message')) ?? []).map(({ id }) => String(id).split('/')[1])
    await expect.poll(async () => (await seen()).length, soon).toBe(said.length)
    expect(new Set(await seen())).toEqual(new Set(said))
    expect(house.discord.gateway.identifies).toBe(1)
  })
  it('that refuses to resume is identified with anew, and the owner is told of a long gap', async () => {
    let now = Date.now()
    const { discord, door, adapter, told } = await open({ now: () => now })
    discord.gateway.refuseResumes()
    discord.gateway.drop()
    await expect.poll(() => adapter.health().state, soon).toBe('down')
    now += 1_800_000
    await expect.poll(() => adapter.health().state, soon).toBe('up')
    expect(discord.gateway.identifies).toBe(2)
    expect(door.notices.get('discord gap')?.en).toMatch(/out of reach \d\d:\d\d–\d\d:\d\d.*not seen/)
    discord.guild().says('tom', 'general', 'still there?')
    await told('message', { text: 'still there?' } as never)
  })
  it('closed by a whim goes on; events told twice or out of order are heard once', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    for (const code of [4000, 4009]) {
      house.discord.gateway.closeWith(code)
      await expect.poll(() => house?.adapter.health().state, soon).toBe('up')
    }
    await expect.poll(() => house?.discord.gateway.shards.length, soon).toBe(1)
    house.discord.gateway.repeatNext(1)
    tea.join('nina')
    await tea.heard('general', 'nina')
    house.discord.gateway.repeatNext(1)
    tea.says('nina', 'general', 'What are your opening hours?')
    await tea.heard('general', 'nine')
    house.discord.gateway.reverseNext(2)
    tea.says('ann', 'general', 'one')
    tea.says('ann', 'general', 'two')
    await expect.poll(async () => (await house?.events('message'))?.length, soon).toBe(3)
    const answers = tea.botMessages('general').map((message) => tea.read(message))
    expect(answers.filter((one) => one.includes('nine'))).toHaveLength(1)
    expect(answers.filter((one) => one.includes('nina'))).toHaveLength(1)
  })
  it('that takes an intent back is met without it', async () => {
    const { discord, door, told } = await open()
    discord.gateway.closeWith(4014)
    await expect.poll(() => discord.gateway.identifies, soon).toBe(2)
    expect([...door.notices.keys()]).toEqual(['discord intent MessageContent', 'discord intent GuildMembers'])
    discord.guild().says('tom', 'general', 'hello')
    await told('message', { text: '' } as never)
  })
  it('that doubts the token is asked again', async () => {
    const { discord, door, adapter } = await open()
    discord.gateway.closeWith(4004)
    await expect.poll(() => discord.gateway.identifies, soon).toBe(2)
    await expect.poll(() => adapter.health().state, soon).toBe('up')
    expect(door.notices.has('discord token')).toBe(false)
  })
  it('is joined anew where the rulebook wants other intents', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections })
    const quiet = { ...sections, discord: { intents: { content: false } } }
    await house.rules({ sections: quiet })
    await expect.poll(() => house?.discord.gateway.identifies, soon).toBe(2)
    await expect.poll(() => house?.adapter.health().state, soon).toBe('up')
    await house.rules({ sections: { ...quiet, faq: {} } })
    house.discord.guild().says('tom', 'general', 'hello')
    await expect.poll(async () => (await house?.events('message'))?.length, soon).toBe(1)
    expect(house.discord.gateway.identifies).toBe(2)
  })
  it('may be elsewhere, in several shards', async () => {
    const discord = await openDiscord({ guilds: [teaHouse, { ...teaHouse, name: 'Inn' }] })
    const { door, close } = await openDoor({
      at: discord,
      section: { shards: 2 },
      env: { DISCORD_GATEWAY_URL: discord.gatewayUrl },
    })
    expect(discord.gateway.shards.map(([shard, count]) => `${shard}/${count}`).sort()).toEqual(['0/2', '1/2'])
    await expect
      .poll(
        () =>
          door
            .of('group')
            .map(({ name }) => name)
            .sort(),
        soon,
      )
      .toEqual(['Inn', 'Tea House'])
    await close()
    await discord.close()
  })
})

describe('REST', () => {
  it('that fails or is silent gets everything in the end, once', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections: { ...sections, rules: {} } })
    const tea = house.discord.guild()
    house.discord.faults.order({ status: 'hang', times: 1, route: '/messages' })
    house.discord.faults.order({ status: 500, times: 3, route: '/messages' })
    house.discord.faults.order({ status: 502, times: 1, route: '/messages', performed: true })
    house.discord.faults.order({ status: 429, times: 1, route: '/messages', retryAfter: 0.3 })
    house.discord.faults.order({ status: 429, times: 1, route: '/messages', retryAfter: 0.3, global: true })
    tea.says('tom', 'general', 'What are your opening hours?')
    await tea.heard('general', 'nine', 30_000)
    tea.join('nina')
    await tea.heard('general', 'nina', 20_000)
    expect(house.discord.faults.injected).toBe(7)
    expect(tea.botMessages('general')).toHaveLength(2)
    expect(await house.rows('outbox')).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'done' })]))
  }, 60_000)
  it('away for a while is waited for: what was to be said is said once', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    tea.says('tom', 'general', 'What are your opening hours?')
    await tea.heard('general', 'nine')
    const away = house.discord.outage(1500)
    await expect.poll(() => house?.adapter.health().state, soon).toBe('down')
    await away
    await expect.poll(() => house?.adapter.health().state, { timeout: 20_000 }).toBe('up')
    tea.join('nina')
    await tea.heard('general', 'nina', 20_000)
    expect(
      tea
        .botMessages('general')
        .map(textOf)
        .filter((one) => one.includes('nine')),
    ).toHaveLength(1)
    expect(tea.pins('rules')).toHaveLength(1)
  }, 40_000)
  it('with a long limit leaves the rest of the queue to others', async () => {
    const { discord, does } = await open()
    discord.faults.order({ status: 429, times: 1, route: '/messages', retryAfter: 600 })
    expect(await does(text('hi'))).toMatchObject({ ok: false, kind: 'busy', all: false })
    discord.faults.order({ status: 429, times: 1, route: '/messages', retryAfter: 600, global: true })
    const outcome = await does(text('hi'))
    expect(outcome.ok ? 0 : (outcome.retryAfterMs ?? 0)).toBeGreaterThan(500_000)
  })
  it('that refuses the token is left alone, and the owner told', async () => {
    const { discord, does, door } = await open()
    discord.faults.order({ status: 401, times: 1, route: '/messages' })
    expect(await does(text('hi'))).toMatchObject({ kind: 'busy', all: true })
    const before = discord.requestCount
    for (let n = 0; n < 5; n++) expect(await does(text('hi'))).toMatchObject({ kind: 'busy', all: true })
    expect(discord.requestCount).toBe(before)
    expect(door.notices.get('discord token')?.en).toContain('Reset Token')
  })
})

describe('permissions withdrawn in mid-run', () => {
  it('are told to the staff with what to click, and the case stays', async () => {
    house = await openHouse({
      discord: { guilds: [teaHouse] },
      sections: { ...sections, discord: { channels: { rules: 'rules', moderation: 'staff' } } },
    })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    tea.says('mia', 'general', 'good morning')
    tea.says('tom', 'general', 'hello')
    tea.withdraw('ModerateMembers')
    tea.says('mia', 'general', `/mute <@${tea.userId('tom')}> 10m too loud`)
    const told = () =>
      [...(house?.discord.dms('mia') ?? []), ...tea.botMessages('staff'), ...tea.botMessages('general')].map(textOf)
    await expect.poll(() => told().join('\n'), soon).toContain('Timeout Members')
    expect(tea.mayWrite('tom', 'general')).toBe(true)
    expect(house.discord.invalidRequests).toBe(0)
    expect(await house.rows('moderation_cases')).toHaveLength(1)
  })
})

describe('the token', () => {
  it('that Discord refuses is said to be so', async () => {
    const discord = await openDiscord({ guilds: [teaHouse] })
    await expect(openDoor({ at: discord, env: { DISCORD_TOKEN: 'nonsense' } })).rejects.toMatchObject({
      code: 'discord/token-refused',
    })
    expect(discord.gateway.shards).toEqual([])
    await discord.close()
  })
})

describe('a server that is compatible with Discord', () => {
  it('gets the whole journey, whatever it leaves out', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse], compatible: true }, sections })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    await expect.poll(() => tea.pins('rules').length, soon).toBe(1)
    tea.join('nina')
    await tea.heard('general', 'nina')
    tea.says('nina', 'general', 'What are your opening hours?')
    await tea.heard('general', 'nine')
    tea.says('mia', 'general', `/mute <@${tea.userId('nina')}> 10m`)
    await expect.poll(() => tea.mayWrite('nina', 'general'), soon).toBe(false)
    const help = await tea.slash('tom', 'general', 'rules').answered()
    expect(help.content.length + help.embeds.length).toBeGreaterThan(0)
    expect(house.log.errors).toEqual([])
  })
})
