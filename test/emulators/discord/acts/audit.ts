/** The audit log: kept per guild, told by GUILD_AUDIT_LOG_ENTRY_CREATE. */
import type { APIAuditLogChange, APIAuditLogEntry, AuditLogEvent } from 'discord-api-types/v10'
import type { Guild } from '../state/records.ts'
import type { Actor, World } from '../state/world.ts'

export interface Entry {
  readonly target?: string | null
  readonly changes?: readonly { key: string; old_value?: unknown; new_value?: unknown }[]
  readonly options?: APIAuditLogEntry['options']
}

export function audit(world: World, guild: Guild, by: Actor, event: AuditLogEvent, entry: Entry = {}): void {
  const logged: APIAuditLogEntry = {
    id: world.id(),
    action_type: event,
    user_id: by.id,
    target_id: entry.target ?? null,
    ...(entry.changes && { changes: entry.changes as APIAuditLogChange[] }),
    ...(entry.options && { options: entry.options }),
    ...(by.reason && { reason: by.reason }),
  }
  guild.audit.push(logged)
  world.tell({ t: 'GUILD_AUDIT_LOG_ENTRY_CREATE', d: { ...logged, guild_id: guild.id }, guild })
}

/** What differs between two shapes, as audit log changes. */
export function changesOf(before: object, after: object): { key: string; old_value?: unknown; new_value?: unknown }[] {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key]))
    .map(([key, value]) => ({ key, old_value: old[key], new_value: value }))
}
