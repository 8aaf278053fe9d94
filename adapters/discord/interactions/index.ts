/** Slash commands, context menus, forms, buttons: how members talk to the bot beside messages. */
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { push } from '../commands/push.ts'
import type { Ground, MakeInteractions } from '../ground.ts'
import { components } from './asks.ts'
import { Live } from './live.ts'
import { Receiver } from './receive.ts'

export const interactions: MakeInteractions = (ground: Ground) => {
  const live = new Live(ground)
  const receiver = new Receiver(ground, live)
  ground.hear(GatewayDispatchEvents.InteractionCreate, (raw) => receiver.hear(raw))
  return {
    answer: (filed) => live.answer(filed),
    components: (ask, options, guild) => components(ground, ask, options, guild),
    register: () => push(ground),
    stop: () => receiver.close(),
  }
}
