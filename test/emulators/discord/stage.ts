/** One guild and one connected client for every test of a file; its traffic is held to Discord's document at the end. */
import type { Client, Guild, GuildMember, GuildTextBasedChannel } from 'discord.js'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import { connect } from './client.ts'
import type { GuildHandle } from './control/guild.ts'
import { type Discord, openDiscord } from './index.ts'
import { openContract, undescribed } from './openapi.ts'
import type { LoggedRequest } from './rest/log.ts'
import type { GuildSpec } from './state/seed.ts'

const spec: GuildSpec = {
  name: 'Inn',
  owner: 'olga',
  channels: ['general', 'log', { name: 'help', type: 'forum', tags: ['solved'] }, { name: 'hall', type: 'voice' }],
  roles: [{ name: 'mod', permissions: ['KickMembers', 'BanMembers', 'ModerateMembers', 'ManageMessages'] }, 'guest'],
  members: [{ name: 'mona', roles: ['mod'] }, 'tom', { name: 'shy', dmsClosed: true }],
}

export class Stage {
  discord!: Discord
  client!: Client<true>

  /** As its people know it. */
  get inn(): GuildHandle {
    return this.discord.guild()
  }

  /** As the bot knows it. */
  get guild(): Guild {
    return this.client.guilds.cache.first()!
  }

  get general(): GuildTextBasedChannel {
    return this.client.channels.cache.get(this.inn.channelId('general')) as GuildTextBasedChannel
  }

  member(name: string): Promise<GuildMember> {
    return this.guild.members.fetch(this.discord.user(name).id)
  }
}

export function openStage(): Stage {
  const stage = new Stage()
  const traffic: LoggedRequest[] = []
  beforeEach(async () => {
    stage.discord = await openDiscord({ guilds: [spec] })
    stage.client = await connect(stage.discord)
  })
  afterEach(async () => {
    traffic.push(...stage.discord.requests)
    await stage.client.destroy()
    await stage.discord.close()
  })
  afterAll(() => {
    const found = openContract()?.check(traffic)
    if (!found) return
    expect(found.violations).toEqual([])
    expect(found.uncovered.filter((what) => !undescribed.includes(what))).toEqual([])
  })
  return stage
}

/** What a promise was refused with, as Discord's code; "allowed" when it was not. */
export async function refusal(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 'allowed',
    (error: { code?: unknown }) => error.code,
  )
}
