/** `innkeeper backup`, `restore`, `export`, `forget`: the owner's data, and each member's. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { adapterPersonal } from '../../adapters/index.ts'
import { InnkeeperError } from '../core/errors.ts'
import type { Database } from '../core/tables.ts'
import { features } from '../features.ts'
import { migrationsOf } from '../main.ts'
import { backup, type Counts, restore } from '../store/backup.ts'
import type { Store } from '../store/driver.ts'
import { openStore } from '../store/open.ts'
import { exportPerson, findPerson, forgetPerson, type PersonalTables } from '../store/personal.ts'
import { dbOption, jsonOption } from './places.ts'
import { fail, print, printJson, progress } from './report.ts'

interface Options {
  db: string
  json?: boolean
  member?: string
  list?: boolean
  rulebook?: string
}
export const personalTables: PersonalTables = {
  byMember: features.flatMap((feature) => feature.personal),
  byUser: adapterPersonal,
}

export function addKeep(program: Command) {
  program
    .command('backup')
    .description('copy the database to a file, while it is in use')
    .argument('<file>', 'a new file')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => copy(file, options, 'backup').catch(fail))
  program
    .command('restore')
    .description('make a database of a backup, proving every row')
    .argument('<file>', 'a file that `innkeeper backup` wrote')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => copy(file, options, 'restore').catch(fail))
  program
    .command('export')
    .description(
      'write out all that is kept of one member, or what was made in chat as rulebook files; Innkeeper must be stopped',
    )
    .option('--member <who>', 'id, account or name')
    .option('--list', 'the members, with their ids')
    .option('--rulebook <dir>', 'write entries taught in chat there, as rulebook files')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((options: Options) => withStore(options, (store) => exporting(store, options)).catch(fail))
  program
    .command('forget')
    .description('forget one member in every table; Innkeeper must be stopped')
    .argument('<who>', 'id, account or name')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((who: string, options: Options) =>
      withStore(options, (store) => forgetting(store, who, options)).catch(fail),
    )
}

async function copy(file: string, { db, json }: Options, what: 'backup' | 'restore'): Promise<void> {
  const bar = progress(what)
  const counts: Counts = await (what === 'backup'
    ? backup(db, file, migrationsOf(), bar.at)
    : restore(file, db, migrationsOf(), bar.at)
  ).finally(bar.end)
  const rows = Object.values(counts).reduce((sum, n) => sum + n, 0)
  if (json) printJson({ file, rows, tables: counts })
  else
    print(
      `✓ ${rows} rows in ${Object.keys(counts).length} tables: ${what === 'backup' ? `${db} → ${file}` : `${file} → ${db}`}`,
    )
}

async function withStore(options: Options, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(options.db, migrationsOf())
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

async function exporting({ db }: Store, options: Options): Promise<void> {
  if (options.list) return list(db, options)
  if (options.rulebook !== undefined) return made(db, options.rulebook, options)
  if (options.member === undefined)
    throw new InnkeeperError('cli/usage', { detail: 'Give --member, --list or --rulebook.' })
  const who = await findPerson(db, options.member)
  printJson({ member: who, tables: await exportPerson(db, who, personalTables) })
}
async function list(db: Database, { json }: Options): Promise<void> {
  const members = await db
    .selectFrom('members')
    .select(['id', 'community', 'number', 'name', 'since'])
    .orderBy('community')
    .orderBy('number')
    .execute()
  if (json) printJson(members)
  else
    print(
      members.map((row) => `${row.id}  ${row.community}  #${row.number}  ${row.name}`).join('\n') || 'no members yet',
    )
}
async function made(db: Database, dir: string, { json }: Options): Promise<void> {
  const communities = await db.selectFrom('groups').select('community').distinct().execute()
  const written: string[] = []
  for (const { community } of communities)
    for (const feature of features) {
      const section = await feature.made?.(db, String(community))
      if (!section || Object.keys(section).length === 0) continue
      const file = join(dir, String(community), `${feature.name}.yaml`)
      await mkdir(join(dir, String(community)), { recursive: true })
      await writeFile(file, `# Made in chat or in the office; merge into your rulebook.\n${stringify(section)}`)
      written.push(file)
    }
  if (json) printJson({ written })
  else print(written.length ? written.join('\n') : 'nothing was made in chat yet')
}

async function forgetting(store: Store, wanted: string, { json }: Options): Promise<void> {
  const who = await findPerson(store.db, wanted)
  const rows = await forgetPerson(store, who, personalTables)
  if (json) printJson({ member: who.id, rows })
  else
    print(
      `✓ ${who.name} (${who.id}) is forgotten: ${Object.entries(rows)
        .map(([table, n]) => `${table} ${n}`)
        .join(', ')}`,
    )
}
