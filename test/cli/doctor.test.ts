/** `innkeeper doctor` where Discord or WeChat is meant. */
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Discord, openDiscord } from '../emulators/discord/index.ts'
import { botPermissions } from '../emulators/discord/state/seed.ts'
import { begin, fresh, root } from './process.ts'

let discord: Discord
let rules: string
beforeAll(async () => {
  const permissions = botPermissions.filter((one) => one !== 'KickMembers')
  discord = await openDiscord({ guilds: [{ name: 'Tea House', channels: ['general'], bot: { permissions } }] })
  rules = fresh('rules')
  cpSync(join(root, 'rules/demo'), rules, { recursive: true })
  writeFileSync(join(rules, 'discord.yaml'), 'channels: { rules: genral }\n')
})
afterAll(() => discord.close())

const doctor = (env: object, ...more: string[]) => {
  const clean = { DISCORD_TOKEN: '', DISCORD_API_URL: discord.url, WECHATY_PUPPET: '', ...env }
  return begin(['doctor', '--db', fresh('d.db'), '--port', '0', ...more], { env: clean }).ended
}

it('says nothing of Discord where nobody means to be there', async () => {
  const { code, out } = await doctor({})
  expect([code, out.includes('Discord')]).toEqual([0, false])
})
it('a section without a token is a mistake', async () => {
  const { code, out } = await doctor({}, '--rules', rules)
  expect(code).toBe(1)
  expect(out).toMatch(/✗ Discord: there is no token[^\n]*\n {4}→ .*DISCORD_TOKEN/)
})
it('with one, the servers are looked at under their rulebook, in either language', async () => {
  const token = { DISCORD_TOKEN: discord.token }
  const english = await doctor(token, '--rules', rules)
  expect(english.code).toBe(1)
  expect(english.out).toContain('✗ Discord · Tea House: there is no channel called “genral”')
  expect(english.out).toContain('→ Is “general” meant? Mend channels.rules in discord.yaml')
  expect(english.out).toContain('! Discord · Tea House: the permission Kick Members is missing')
  const { out } = await doctor(token, '--rules', rules, '--lang', 'zh', '--json')
  const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: { what: string; detail: string }[] }
  expect(ok).toBe(false)
  expect(findings.map(({ detail }) => detail)).toContain('没有叫“genral”的频道（discord.yaml 的 channels.rules）')
})
it('looks at WeChat where the environment or a wechat.yaml means it, in either language', async () => {
  const none = await doctor({ DISCORD_TOKEN: discord.token })
  expect(none.out).not.toContain('WeChat')
  const wechat = fresh('wechat')
  cpSync(join(root, 'rules/demo'), wechat, { recursive: true })
  writeFileSync(join(wechat, 'wechat.yaml'), 'rooms: { reading: { topic: 灯下读书会 } }\n')
  const english = await doctor({}, '--rules', wechat)
  expect(english.code).toBe(1)
  expect(english.out).toMatch(/✗ WeChat: [^\n]*WECHATY_PUPPET\n {4}→ WECHATY_PUPPET=wechaty-puppet-service/)
  const { out } = await doctor(
    { WECHATY_PUPPET: 'wechaty-puppet-service' },
    '--rules',
    wechat,
    '--lang',
    'zh',
    '--json',
  )
  const { findings } = JSON.parse(out) as { findings: { what: string; detail: string }[] }
  expect(findings.filter(({ what }) => what === 'WeChat').map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^wechaty-puppet-service \d/),
    '没有 token',
    expect.stringContaining('启动时会建好'),
    '1 个群，两个文件对得上',
    '群和人的编号每次登录都一样',
  ])
})
