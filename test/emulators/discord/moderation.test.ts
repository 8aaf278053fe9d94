/** Time-outs, bans, roles, locks and AutoMod, through a real discord.js client. */
import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  Events,
} from 'discord.js'
import { expect, test } from 'vitest'
import { DiscordError } from './index.ts'
import { openStage, refusal } from './stage.ts'

const stage = openStage()

test('time-out silences, for 28 days at most; staff and owner stand above it', async () => {
  const tom = await stage.member('tom')
  await tom.timeout(60_000, 'case #1')
  expect(stage.inn.mayWrite('tom', 'general')).toBe(false)
  expect(() => stage.inn.says('tom', 'general', 'but')).toThrow(DiscordError)
  expect(stage.inn.auditLog.at(-1)).toMatchObject({ action_type: 24, reason: 'case #1', target_id: tom.id })
  expect(await refusal(tom.timeout(29 * 86_400_000))).toBe(50035)
  await tom.timeout(null)
  expect(stage.inn.says('tom', 'general', 'thanks').content).toBe('thanks')
  expect(await refusal((await stage.member('olga')).timeout(60_000))).toBe(50013)
  stage.inn.lowerBot(1)
  expect(await refusal((await stage.member('mona')).timeout(60_000))).toBe(50013)
})

test('kick, ban with message days, unban; a moderator’s own click is in the audit log', async () => {
  stage.inn.says('tom', 'general', 'spam')
  const left: string[] = []
  stage.client.on(Events.GuildMemberRemove, (member) => left.push(member.user.username))
  await stage.guild.members.ban(stage.discord.user('tom').id, { deleteMessageSeconds: 3600, reason: '案件 7' })
  expect(stage.inn.messages('general')).toEqual([])
  expect(stage.inn.isBanned('tom')).toBe(true)
  expect((await stage.guild.bans.fetch(stage.discord.user('tom').id)).reason).toBe('案件 7')
  expect(() => stage.inn.join('tom')).toThrow('banned')
  await stage.guild.members.unban(stage.discord.user('tom').id)
  expect(await refusal(stage.guild.members.unban(stage.discord.user('tom').id))).toBe(10026)
  stage.inn.join('tom')
  const entry = new Promise((resolve) =>
    stage.client.once(Events.GuildAuditLogEntryCreate, ({ action, executorId }) => resolve([action, executorId])),
  )
  stage.inn.kicks('mona', 'tom', 'enough')
  expect(await entry).toEqual([20, stage.discord.user('mona').id])
  await stage.discord.until(() => left.length === 2)
  expect(left).toEqual(['tom', 'tom'])
  expect((await stage.guild.fetchAuditLogs({ limit: 5 })).entries.first()?.reason).toBe('enough')
  expect(() => stage.inn.bans('shy', 'mona')).toThrow('Missing Permissions')
  expect(await refusal(stage.member('tom'))).toBe(10007)
})

test('several are banned at once; those above the bot fail', async () => {
  const ids = ['tom', 'olga', 'shy'].map((name) => stage.discord.user(name).id)
  const result = await stage.guild.members.bulkBan(ids, { reason: 'raid' })
  expect(result.bannedUsers).toEqual([ids[0], ids[2]])
  expect(result.failedUsers).toEqual([ids[1]])
  expect((await stage.guild.bans.fetch()).size).toBe(2)
})

test('roles are given below one’s own only; nicknames and new roles', async () => {
  const tom = await stage.member('tom')
  const named = (name: string) => stage.guild.roles.cache.find((role) => role.name === name)!
  await tom.roles.add(named('guest'), 'perk')
  expect(stage.inn.rolesOf('tom')).toEqual(['guest'])
  expect(await refusal(tom.roles.add(named('Innkeeper')))).toBe(50013)
  await tom.roles.remove(named('guest'))
  await tom.setNickname('Tommy')
  expect(stage.inn.member('tom')?.nick).toBe('Tommy')
  const regular = await stage.guild.roles.create({ name: 'regular', mentionable: true })
  await regular.setName('old regular')
  await regular.delete()
  expect(await refusal(stage.guild.roles.create({ permissions: ['Administrator'] }))).toBe(50013)
  stage.inn.withdraw('ManageRoles')
  expect(await refusal(tom.roles.add(named('guest')))).toBe(50013)
})

test('slow mode, lock, and a channel that the bot may not see', async () => {
  if (!('setRateLimitPerUser' in stage.general) || !('permissionOverwrites' in stage.general))
    throw new Error('a text channel')
  await stage.general.setRateLimitPerUser(30)
  stage.inn.says('tom', 'general', 'one')
  expect(() => stage.inn.says('tom', 'general', 'two')).toThrow('slowmode')
  await stage.general.permissionOverwrites.edit(stage.guild.id, { SendMessages: false })
  expect(stage.inn.mayWrite('shy', 'general')).toBe(false)
  await stage.general.permissionOverwrites.delete(stage.guild.id)
  expect(stage.inn.mayWrite('shy', 'general')).toBe(true)
  stage.inn.denies('general', ['ViewChannel'])
  expect(await refusal(stage.general.send('anyone?'))).toBe(50001)
})

test('AutoMod: six keyword rules, thousand words; it blocks, alerts and tells', async () => {
  const rule = (i: number, words: string[]) =>
    stage.guild.autoModerationRules.create({
      name: `words ${i}`,
      eventType: AutoModerationRuleEventType.MessageSend,
      triggerType: AutoModerationRuleTriggerType.Keyword,
      triggerMetadata: { keywordFilter: words },
      actions: [
        { type: AutoModerationActionType.BlockMessage },
        { type: AutoModerationActionType.SendAlertMessage, metadata: { channel: stage.inn.channelId('log') } },
      ],
      enabled: true,
    })
  const first = await rule(1, ['casino*', '加微信'])
  const executed = new Promise((resolve) =>
    stage.client.once(Events.AutoModerationActionExecution, ({ matchedKeyword, userId }) =>
      resolve([matchedKeyword, userId]),
    ),
  )
  expect(() => stage.inn.says('tom', 'general', 'CASINOs are open')).toThrow('blocked')
  expect(await executed).toEqual(['casino*', stage.discord.user('tom').id])
  expect(stage.inn.messages('log')[0]?.type).toBe(24)
  expect(stage.inn.says('olga', 'general', 'casino').content).toBe('casino')
  await first.setEnabled(false)
  expect(stage.inn.says('tom', 'general', 'casino').content).toBe('casino')
  expect(await refusal(rule(2, Array(1001).fill('x')))).toBe(50035)
  for (let i = 2; i <= 6; i++) await rule(i, [`word${i}`])
  expect(await refusal(rule(7, ['x']))).toBe(50035)
  await first.delete()
  expect((await stage.guild.autoModerationRules.fetch()).size).toBe(5)
  const limit = { name: 'mentions', eventType: 1, triggerType: 5, triggerMetadata: { mentionTotalLimit: 3 } }
  await stage.guild.autoModerationRules.create({ ...limit, actions: [{ type: 1 }], enabled: true })
  expect(() => stage.inn.says('tom', 'general', '<@1> <@2> <@3> <@4>')).toThrow('blocked')
})

test('who did it is told only to those who may read the audit log; reasons have a limit', async () => {
  const heard: string[] = []
  stage.client.on(Events.GuildAuditLogEntryCreate, () => heard.push('entry'))
  stage.client.on(Events.GuildMemberRemove, () => heard.push('gone'))
  stage.inn.withdraw('ViewAuditLog')
  stage.inn.kicks('mona', 'shy')
  await stage.discord.until(() => heard.length > 0)
  expect(heard).toEqual(['gone'])
  const tom = await stage.member('tom')
  expect(await refusal(tom.kick('x'.repeat(513)))).toBe(50035)
  expect(await refusal(tom.kick('x'.repeat(512)))).toBe('allowed')
})
