import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { config } from '../../../adapters/discord/config.ts'
import { discordFindings, type Finding, type Patient } from '../../../adapters/discord/doctor/index.ts'
import { type Needs, wantedRights } from '../../../adapters/discord/permissions.ts'
import { features } from '../../../src/features.ts'
import { type Discord, type DiscordOptions, openDiscord } from '../../emulators/discord/index.ts'
import { botPermissions } from '../../emulators/discord/state/seed.ts'

let discord: Discord | undefined
afterEach(async () => {
  await discord?.close()
  discord = undefined
})

const needs: Needs = features.map(({ name, needs: actions }) => ({ feature: name, actions }))
const tea = {
  name: 'Tea House',
  channels: ['general', 'rules', 'mod-room'],
  roles: [{ name: 'Helpers', permissions: ['KickMembers'] as const }, 'Regulars'],
  bot: { permissions: botPermissions.filter((one) => one !== 'MentionEveryone') },
}
const section = { channels: { rules: 'rules', moderation: '#Mod Room' }, roles: { moderator: ['Helpers'] } }

async function examined(options: DiscordOptions, more: Partial<Patient> = {}): Promise<readonly Finding[]> {
  await discord?.close()
  discord = await openDiscord(options)
  const env = { token: discord.token, apiUrl: discord.url, apiVersion: '10' }
  return discordFindings({ env, needs, sectionOf: () => section, sections: [section], listed: [], ...more })
}
const wrong = (findings: readonly Finding[]) => findings.filter(({ state }) => state !== 'ok')
/** "state: detail → remedy" of what is not well, in one language. */
const told = (findings: readonly Finding[], locale: 'zh' | 'en' = 'en') =>
  wrong(findings).map(({ state, detail, remedy }) => `${state}: ${detail[locale]} → ${remedy?.[locale]}`)

describe('the doctor', () => {
  test('finds nothing where all is well, and gives the invite link', async () => {
    const found = await examined({ guilds: [tea] })
    expect(told(found)).toEqual([])
    const said = found.map(({ what, detail }) => `${what}: ${detail.en}`).join('\n')
    expect(said).toContain('the bot is Innkeeper; servers: 1')
    expect(said).toMatch(/discord\.com\/oauth2\/authorize\?client_id=\d+&permissions=\d+&scope=bot/)
    expect(said).toContain('Discord · Tea House: it has its permissions')
    expect(found.every(({ detail }) => detail.zh && detail.en && detail.zh !== detail.en)).toBe(true)
  })
  test('finds nothing in a server that gave exactly what the invite link asks for', async () => {
    const permissions = wantedRights(needs, [config.parse(section)]).map(({ permission }) => permission)
    expect(permissions.length).toBeGreaterThan(10)
    expect(told(await examined({ guilds: [{ ...tea, bot: { permissions } }] }))).toEqual([])
  })
  test('only asks, and changes nothing', async () => {
    await examined({ guilds: [tea] })
    expect(new Set(discord?.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(discord?.invalidRequests).toBe(0)
  })

  test('says where the token is to be had when it is refused', async () => {
    const env = { token: 'MTIz.wrong.token', apiUrl: '', apiVersion: '10' }
    discord = await openDiscord({ guilds: [tea] })
    const patient = { needs, sectionOf: () => section, sections: [section], listed: [] }
    const found = await discordFindings({ ...patient, env: { ...env, apiUrl: discord.url } })
    expect(told(found)).toEqual([expect.stringMatching(/^bad: Discord does not accept .*Reset Token.*DISCORD_TOKEN/)])
    expect(told(found, 'zh')[0]).toMatch(/不接受这个令牌.*Reset Token/)
  })

  test('says which features go without an intent that is switched off, and where the switch is', async () => {
    const found = await examined({ guilds: [tea], privileged: { content: false, members: false } })
    const [content, members, ...more] = told(found)
    expect(more).toEqual([])
    expect(content).toMatch(
      /^warn: Message Content Intent is switched off: .*texts are not checked.*→ Open discord\.com/,
    )
    expect(members).toMatch(/^warn: Server Members Intent is switched off: .*nobody is welcomed/)
    expect(told(found, 'zh').join()).toMatch(/Message Content Intent.*看不到消息文字.*“Bot”/)
  })
  test('and nothing of intents that nobody wants', async () => {
    const modest = { ...section, intents: { content: false, members: false } }
    const options = { guilds: [tea], privileged: { content: false, members: false } }
    expect(told(await examined(options, { sections: [modest], sectionOf: () => modest }))).toEqual([])
  })

  test('names what is missing in the server, why it is wanted and what to click', async () => {
    const permissions = botPermissions.filter((one) => one !== 'ModerateMembers' && one !== 'ViewAuditLog')
    const found = await examined({ guilds: [{ ...tea, bot: { permissions } }] })
    expect(told(found)).toEqual([
      'warn: the permission Timeout Members is missing, wanted to time members out and to end it (moderation) → ' +
        'Server Settings → Roles → Innkeeper → Permissions: switch on Timeout Members',
      expect.stringMatching(/^warn: the permission View Audit Log .* \(listening\)/),
    ])
    expect(told(found, 'zh')[0]).toMatch(/缺少权限“禁言成员.*服务器设置 → 身份组 → Innkeeper/)
  })

  test('names what is missing in a channel, overwrites counted', async () => {
    discord = await openDiscord({ guilds: [tea] })
    discord.guild().denies('rules', ['SendMessages', 'PinMessages'])
    discord.guild().denies('mod-room', ['ViewChannel'], 'Innkeeper')
    const env = { token: discord.token, apiUrl: discord.url, apiVersion: '10' }
    const found = await discordFindings({ env, needs, sectionOf: () => section, sections: [section], listed: [] })
    expect(told(found)).toEqual([
      'bad: in #rules (channels.rules) it lacks Send Messages, Pin Messages → ' +
        'Right-click #rules → Edit Channel → Permissions → add “Innkeeper”: allow Send Messages, Pin Messages',
      expect.stringMatching(/^bad: in #mod-room \(channels\.moderation\) it lacks View Channels/),
    ])
  })

  test('asks whether another name is meant', async () => {
    const mistyped = {
      channels: { rules: 'ruels', welcome: 'entrance-hall' },
      roles: { moderator: ['Helper'], owner: ['Landlord'] },
    }
    const found = await examined({ guilds: [tea] }, { sections: [mistyped], sectionOf: () => mistyped })
    expect(told(found)).toEqual([
      'bad: there is no channel called “ruels” (channels.rules in discord.yaml) → Is “rules” meant? Mend channels.rules in discord.yaml',
      expect.stringMatching(/no channel called “entrance-hall”.*Make the channel/),
      expect.stringMatching(/no role called “Landlord”.*Make the role/),
      expect.stringMatching(/no role called “Helper”.*Is “Helpers” meant/),
    ])
  })

  test('says whose roles stand above the bot’s', async () => {
    const found = await examined({ guilds: [{ ...tea, bot: { ...tea.bot, below: ['Helpers'] } }] })
    expect(told(found)).toEqual([
      'warn: “Helpers” stand above “Innkeeper” or level with it: members who have them are out of Innkeeper’s reach → ' +
        'Server Settings → Roles: drag “Innkeeper” above “Helpers”',
    ])
  })

  test('knows servers that no rulebook lists, and listed ones where the bot is not', async () => {
    const found = await examined({ guilds: [tea] }, { sectionOf: () => undefined, listed: ['discord:4242'] })
    const [away, unlisted] = told(found)
    expect(away).toMatch(/lists discord:4242.*Add it with this link: https:/)
    expect(unlisted).toMatch(/does not list this server.*match: "discord:\d+"/)
    const lonely = await examined({ guilds: [] })
    expect(told(lonely)).toEqual([expect.stringMatching(/in no server yet → Add it with this link/)])
  })

  test('looks at the first servers where there are many', async () => {
    const guilds = Array.from({ length: 30 }, (_, n) => ({ ...tea, name: `Tea ${n}` }))
    const found = await examined({ guilds })
    expect(told(found)).toEqual([expect.stringMatching(/^warn: there are many servers; only the first 25/)])
  })

  test('a server that cannot be read does not hide the others', async () => {
    discord = await openDiscord({ guilds: [tea, { ...tea, name: 'Coffee' }] })
    discord.faults.order({ method: 'GET', route: '/channels', status: 404, times: 1 })
    const env = { token: discord.token, apiUrl: discord.url, apiVersion: '10' }
    const found = await discordFindings({ env, needs, sectionOf: () => section, sections: [section], listed: [] })
    expect(told(found)).toEqual([expect.stringMatching(/^bad: this server cannot be seen now/)])
    expect(found.at(-1)).toMatchObject({ state: 'ok' })
  })

  test('tells an answer in time from none, and a wrong address from a wrong token', async () => {
    const patient = { needs, sectionOf: () => section, sections: [section], listed: [], timeoutMs: 300 }
    discord = await openDiscord({ guilds: [tea] })
    const { token } = discord
    const at = (apiUrl: string) => discordFindings({ ...patient, env: { token, apiUrl, apiVersion: '10' } })
    discord.faults.order({ status: 'hang', times: 5 })
    expect(told(await at(discord.url))[0]).toMatch(/^bad: 127\.0\.0\.1:\d+ cannot be reached: .*→ Look at the network/)
    const server = createServer((_, answer) => answer.writeHead(502).end('<html>'))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(told(await at(`http://127.0.0.1:${port}/api`))[0]).toMatch(/answered HTTP 502/)
    server.close()
    await new Promise((resolve) => server.once('close', resolve))
    expect(told(await at(`http://127.0.0.1:${port}/api`))[0]).toMatch(/cannot be reached: .*ECONNREFUSED/)
  })
})
