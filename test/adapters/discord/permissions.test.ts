import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { config } from '../../../adapters/discord/config.ts'
import { inviteLink } from '../../../adapters/discord/invite.ts'
import {
  bitsOf,
  heardBy,
  hearings,
  intentBits,
  lacking,
  type Needs,
  nameOf,
  portalSwitch,
  privileged,
  rightsFor,
  wantedIntents,
  wantedRights,
  whyOf,
  withoutIntent,
} from '../../../adapters/discord/permissions.ts'
import { setupTexts } from '../../../adapters/discord/setup.texts.ts'
import { actionTypes } from '../../../src/core/action.ts'
import { features } from '../../../src/features.ts'

const section = (more: Record<string, unknown> = {}) => config.parse(more)
const quiet = section({
  invites: false,
  automod: { words: false, mentions: false, invites: false, links: false },
})
const names = (needs: Needs, one = quiet) => wantedRights(needs, [one]).map(({ permission }) => permission)

describe('what features want of Discord', () => {
  test('is only what their actions take', () => {
    expect(names([{ feature: 'faq', actions: ['send'] }])).toEqual([
      'ViewChannel',
      'SendMessages',
      'SendMessagesInThreads',
      'AttachFiles',
      'ReadMessageHistory',
      'ViewAuditLog',
    ])
    expect(names([{ feature: 'moderation', actions: ['mute', 'kick'] }])).toEqual([
      'ViewChannel',
      'ModerateMembers',
      'KickMembers',
      'ViewAuditLog',
    ])
  })
  test('Manage Server is asked for invitations and AutoMod, and not without them', () => {
    const needs: Needs = [{ feature: 'moderation', actions: ['filters'] }]
    expect(names(needs)).not.toContain('ManageGuild')
    const mirrored = section({ invites: false, automod: { words: true } })
    expect(names(needs, mirrored)).toContain('ManageGuild')
    expect(wantedRights([], [section()]).find(({ permission }) => permission === 'ManageGuild')).toEqual({
      permission: 'ManageGuild',
      features: ['listening'],
      whys: ['joins', 'filters'],
    })
  })
  test('one rulebook that wants it is enough', () => {
    expect(wantedIntents([quiet])).not.toContain('GuildInvites')
    expect(wantedIntents([quiet, section()])).toContain('GuildInvites')
  })
  test('never Administrator, nor the right to ping everyone', () => {
    const needs: Needs = [{ feature: 'all', actions: actionTypes }]
    const bits = bitsOf(wantedRights(needs, [section()]).map(({ permission }) => permission))
    expect(bits & PermissionFlagsBits.Administrator).toBe(0n)
    expect(bits & PermissionFlagsBits.MentionEveryone).toBe(0n)
  })
  test('the shipped features bring every action they name', () => {
    const needs = features.map(({ name, needs: actions }) => ({ feature: name, actions }))
    const wanted = new Set(names(needs, section()))
    const missing = needs.flatMap(({ actions }) =>
      actions.flatMap((action) => rightsFor[action].filter(({ permission }) => !wanted.has(permission))),
    )
    expect(missing).toEqual([])
    expect(wanted.size).toBeGreaterThan(10)
  })
})

describe('what is missing', () => {
  test('is told by name; an Administrator lacks nothing', () => {
    const has = PermissionFlagsBits.ViewChannel
    expect(lacking(['ViewChannel', 'SendMessages'], has)).toEqual(['SendMessages'])
    expect(lacking(['ViewChannel', 'SendMessages'], PermissionFlagsBits.Administrator)).toEqual([])
  })
})

describe('intents', () => {
  test('privileged ones can be done without', () => {
    const modest = section({ intents: { content: false, members: false } })
    const bits = intentBits(wantedIntents([modest]))
    expect(bits & GatewayIntentBits.MessageContent).toBe(0)
    expect(bits & GatewayIntentBits.GuildMembers).toBe(0)
    expect(bits & GatewayIntentBits.GuildInvites).toBe(0)
    expect(bits & GatewayIntentBits.GuildMessages).toBe(GatewayIntentBits.GuildMessages)
  })
})

describe('the invite link', () => {
  test('asks for the bot, its commands and the sum of what is wanted', () => {
    const needs: Needs = [{ feature: 'moderation', actions: ['ban', 'delete'] }]
    const link = new URL(inviteLink({ application: '42', needs, configs: [quiet] }))
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize')
    expect(link.searchParams.get('client_id')).toBe('42')
    expect(link.searchParams.get('scope')).toBe('bot applications.commands')
    const { ViewChannel, ReadMessageHistory, ManageMessages, BanMembers, ViewAuditLog } = PermissionFlagsBits
    const sum = ViewChannel | ReadMessageHistory | ManageMessages | BanMembers | ViewAuditLog
    expect(link.searchParams.get('permissions')).toBe(String(sum))
  })
})

describe('words', () => {
  test('stand in both languages for whatever the table names', () => {
    const rights = [...Object.values(rightsFor).flat(), ...hearings.flatMap(({ rights }) => rights)]
    const said = [
      ...rights.flatMap(({ permission, why }) => [nameOf(permission), whyOf(why)]),
      ...hearings.map(({ intent }) => heardBy(intent)),
      ...privileged.flatMap((intent) => [withoutIntent(intent), portalSwitch(intent)]),
    ]
    const keys = new Set(Object.keys(setupTexts.en))
    const bare = said.filter(({ zh, en }) => zh === undefined || en === undefined || zh === en || keys.has(en))
    expect(bare).toEqual([])
    expect(said.length).toBeGreaterThan(60)
  })
})
