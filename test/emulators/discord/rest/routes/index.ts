/** Every route that the emulator answers. */
import type { Route } from '../call.ts'
import { automodRoutes } from './automod.ts'
import { channelRoutes } from './channels.ts'
import { commandRoutes } from './commands.ts'
import { eventRoutes } from './events.ts'
import { guildRoutes, inviteRoutes } from './guilds.ts'
import { interactionRoutes } from './interactions.ts'
import { banRoutes, memberRoutes } from './members.ts'
import { messageRoutes } from './messages.ts'
import { pinRoutes, reactionRoutes } from './pins.ts'
import { userRoutes } from './users.ts'

export const routes: readonly Route[] = [
  ...userRoutes,
  ...guildRoutes,
  ...inviteRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...pinRoutes,
  ...reactionRoutes,
  ...memberRoutes,
  ...banRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...automodRoutes,
  ...eventRoutes,
]
