/** Op 8, request guild members: answered in chunks of a thousand. */
import { GatewayIntentBits } from 'discord-api-types/v10'
import type { Guild, Member } from '../state/records.ts'
import type { World } from '../state/world.ts'

export interface ChunkRequest {
  guild_id: string
  query?: string
  limit?: number
  user_ids?: string | string[]
  nonce?: string
}

const size = 1000

/** All members need the members intent; up to 100 by name or id do not. */
export function memberChunks(world: World, request: ChunkRequest, intents: number): object[] {
  const guild = world.guilds.get(request.guild_id)
  if (!guild?.members.has(world.bot.id)) return []
  const { found, missing } = wanted(guild, request, Boolean(intents & GatewayIntentBits.GuildMembers))
  const count = Math.max(1, Math.ceil(found.length / size))
  return Array.from({ length: count }, (_, index) => ({
    guild_id: guild.id,
    members: found.slice(index * size, (index + 1) * size),
    chunk_index: index,
    chunk_count: count,
    ...(missing.length > 0 && { not_found: missing }),
    ...(request.nonce && { nonce: request.nonce }),
  }))
}

function wanted(guild: Guild, request: ChunkRequest, mayListAll: boolean): { found: Member[]; missing: string[] } {
  const ids = request.user_ids === undefined ? undefined : [request.user_ids].flat().slice(0, 100)
  if (ids) {
    const found = ids.map((id) => guild.members.get(id)).filter((member) => member !== undefined)
    return { found, missing: ids.filter((id) => !guild.members.has(id)) }
  }
  const start = request.query?.toLowerCase() ?? ''
  if (!start && !mayListAll) return { found: [], missing: [] }
  const named = [...guild.members.values()].filter((member) =>
    (member.nick ?? member.user.username).toLowerCase().startsWith(start),
  )
  return { found: named.slice(0, request.limit || (start ? 100 : named.length)), missing: [] }
}
