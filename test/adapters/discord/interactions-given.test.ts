/** Interactions of servers that leave out what Discord never does. */
import { Client } from 'discord.js'
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { givenIn } from '../../../adapters/discord/interactions/given.ts'
import { mend } from '../../../adapters/discord/mend.ts'

const user = { id: '7', username: 'tom', discriminator: '0', global_name: null, avatar: null }
const lean = (more: object) =>
  ({
    id: '1573959435867389953',
    token: 't',
    type: 2,
    data: { name: 'faq', type: 1 },
    ...more,
  }) as object as APIInteraction

test('is read from what there is', () => {
  expect(givenIn(lean({ channel_id: '5', guild_id: '3', member: { user } }), '9')).toMatchObject({
    application: '9',
    event: 'discord:1573959435867389953',
    guild: '3',
    channel: '5',
    user: { id: '7' },
    roles: undefined,
    locale: undefined,
  })
  expect(givenIn(lean({ channel: { id: '5' }, user, locale: 'zh-TW' }), '9')).toMatchObject({
    guild: undefined,
    locale: 'zh',
  })
})
test.each([{ channel_id: '5' }, { user }, { channel_id: '5', user, token: '' }])('cannot be answered: %j', (more) => {
  expect(givenIn(lean(more), '9')).toBeUndefined()
})
test('is made whole before discord.js reads it', () => {
  const client = new Client({ intents: [] })
  mend(client)
  const interaction = { id: '1' }
  client.ws.emit(GatewayDispatchEvents.InteractionCreate, interaction)
  expect(interaction).toEqual({ id: '1', entitlements: [], authorizing_integration_owners: {} })
  const [said, silent] = [{ unavailable: true }, {}]
  for (const guild of [said, silent]) client.ws.emit(GatewayDispatchEvents.GuildCreate, guild)
  expect([said, silent]).toEqual([{ unavailable: true }, { unavailable: false }])
})
