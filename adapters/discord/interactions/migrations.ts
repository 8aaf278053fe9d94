/** What the commands and the buttons of the Discord door remember: ids of guilds and of asks, nobody’s name. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Database } from '../../../src/core/tables.ts'

export type InteractionTables = {
  /** What was registered where: `global`, or a guild's id. */
  discord_commands: { scope: string; hash: string; at: number }
  /** Asks and options whose ids together are too long for a custom id, by what stands there instead. */
  discord_asks: { tag: string; ask: string; option: string; at: number }
}
export const tablesIn = (db: Database): Kysely<InteractionTables> => db.withTables<InteractionTables>()

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-discord-interactions': {
    async up(db) {
      await db.schema
        .createTable('discord_commands')
        .addColumn('scope', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('discord_asks')
        .addColumn('tag', 'text', (column) => column.primaryKey())
        .addColumn('ask', 'text', (column) => column.notNull())
        .addColumn('option', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
}

/** Rows of no use once the engine's own of that age have gone: nobody presses the button of a question forgotten. */
export const sweeps = [{ table: 'discord_asks', column: 'at' }] as const
