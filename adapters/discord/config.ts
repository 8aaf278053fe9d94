/** `discord.yaml`: which channel is for what, who is staff there, and what of Discord's own means is used. */
import { z } from 'zod'
import type { AnySection, Rejection } from '../../src/core/feature.ts'
import { inBoth } from '../../src/core/texts.ts'
import { text } from '../../src/core/words.ts'
import { bare } from './naming.ts'
import { setupTexts } from './setup.texts.ts'

const named = text(100).refine((raw) => bare(raw) !== '', 'is blank')
const channel = (what: string) => named.optional().describe(`${what}. The channel’s name, or its id in quotes`)
const role = named.describe('The role’s name, or its id in quotes')

const channels = z
  .strictObject({
    default: channel('Where everything goes that has no channel of its own; the server’s system channel if left out'),
    rules: channel('Where the rules are posted and pinned'),
    welcome: channel('Where newcomers are greeted'),
    gate: channel('Where newcomers are asked to show that they are people'),
    faq: channel('Where what was learnt or left unanswered is told'),
    schedule: channel('Where scheduled posts go'),
    activity: channel('Where digests and boards go'),
    perks: channel('Where giveaways and votes go'),
    moderation: channel('The staff room: cases are decided here. Without one, each of the staff is asked in private'),
    alerts: channel('Where AutoMod reports what it held back; the staff room if left out'),
  })
  .prefault({})

const automod = z
  .strictObject({
    words: z.boolean().default(true).describe('Listed words'),
    mentions: z.boolean().default(true).describe('Too many mentions in one message'),
    invites: z.boolean().default(true).describe('Invitations to other servers'),
    links: z.boolean().default(true).describe('Links, where the rulebook forbids all of them'),
    answer: text(150)
      .default('')
      .describe('What Discord tells the author of a message it held back; Discord’s own words if empty'),
    exemptRoles: z.array(role).max(20).default([]).describe('Roles that AutoMod leaves alone; staff are exempt anyway'),
    exemptChannels: z.array(named).max(50).default([]).describe('Channels that AutoMod leaves alone'),
  })
  .prefault({})
  .describe('What `mirror` in moderation.yaml may put into AutoMod')

export const config = z.strictObject({
  channels,
  roles: z
    .strictObject({
      owner: z.array(role).max(20).default([]).describe('Roles whose members are owners here'),
      moderator: z.array(role).max(20).default([]).describe('Roles whose members are moderators here'),
      byPermission: z
        .boolean()
        .default(true)
        .describe('Beside them: Administrators are owners; who may ban, kick or time out members is a moderator'),
    })
    .prefault({}),
  bots: z
    .enum(['ignore', 'see'])
    .default('ignore')
    .describe(
      'Messages of other bots and webhooks; ignore: as if they were not; see: features are told, and never answer them',
    ),
  automod,
  invites: z
    .boolean()
    .default(true)
    .describe('Find out by whose invitation each newcomer came; needs Manage Server and Manage Channels'),
  intents: z
    .strictObject({
      content: z
        .boolean()
        .default(true)
        .describe('Read what is written; false: only commands, mentions of the bot and private messages'),
      members: z.boolean().default(true).describe('Hear of joins, leaves and changes of members'),
    })
    .prefault({})
    .describe('The privileged intents that are asked for; each has its switch in the Developer Portal'),
  commands: z
    .enum(['global', 'guild'])
    .default('global')
    .describe('guild: slash commands are registered in each server by itself, for development'),
  shards: z
    .union([z.literal('auto'), z.int().min(1).max(1000)])
    .default('auto')
    .describe('Connections to Discord in this process; auto: as many as Discord recommends'),
})
export type DiscordConfig = z.output<typeof config>
export type ChannelUse = keyof DiscordConfig['channels']

/** A role cannot make its members both. */
export function check({ roles }: DiscordConfig): readonly Rejection[] {
  const owners = new Set(roles.owner.map(bare))
  return roles.moderator.flatMap((name, index) =>
    owners.has(bare(name))
      ? [
          {
            path: ['roles', 'moderator', index],
            message: inBoth(setupTexts, 'wrong.twice', { name }),
            remedy: inBoth(setupTexts, 'mend.twice'),
          },
        ]
      : [],
  )
}

/** Read by the rulebook as `discord.yaml`. */
export const section = { name: 'discord', config, check } satisfies AnySection
