/** Everything that is heard of Discord beside interactions. */
import type { Ground } from '../ground.ts'
import { acquainting } from './acquaint.ts'
import { hearAudit } from './audit.ts'
import { hearAutoMod } from './automod.ts'
import { Farewells } from './farewells.ts'
import { hearGuilds } from './guilds.ts'
import { Invites } from './invites.ts'
import { hearMembers } from './members.ts'
import { hearMessages } from './messages.ts'
import { hearReactions } from './reactions.ts'
import { hearStaff } from './staff.ts'

/** Before the connection is opened. */
export function hearAll(ground: Ground) {
  const invites = new Invites(ground)
  const farewells = new Farewells(ground)
  const acquaint = acquainting(ground)
  const guilds = hearGuilds(ground, { here: (guild) => void invites.learn(guild) })
  const { joining } = hearMembers(ground, { invites, farewells, acquaint })
  hearMessages(ground, { joined: joining, acquaint })
  hearReactions(ground)
  hearAudit(ground, farewells)
  hearAutoMod(ground)
  const staff = hearStaff(ground)
  return {
    rulesChanged: () => {
      staff.again()
      guilds
        .again()
        .catch((error: unknown) => ground.log.error({ error }, 'the engine could not be told of the servers'))
    },
  }
}
