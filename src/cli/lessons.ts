/** `innkeeper lessons`: what moderators have taught the spam detector, to look at, carry elsewhere or begin anew. */
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { InnkeeperError } from '../core/errors.ts'
import type { Database } from '../core/tables.ts'
import { migrationsOf } from '../main.ts'
import { openStore } from '../store/open.ts'
import { dbOption, jsonOption } from './places.ts'
import { fail, print, printJson } from './report.ts'

interface Options {
  db: string
  community: string
  json?: boolean
}

export function addLessons(program: Command) {
  const group = program
    .command('lessons')
    .description('what moderators taught the spam detector: numbers, no words; Innkeeper must be stopped')
  const add = (name: string, about: string, work: (db: Database, options: Options, file: string) => Promise<void>) => {
    const command = group.command(name).description(about)
    if (name === 'export' || name === 'import') command.argument('<file>')
    command
      .option('--community <name>', 'whose', 'default')
      .addOption(dbOption())
      .addOption(jsonOption())
      .action((...given: unknown[]) => {
        const [file, options] = typeof given[0] === 'string' ? [given[0], given[1]] : ['', given[0]]
        return within(options as Options, (db) => work(db, options as Options, file)).catch(fail)
      })
  }
  add('show', 'how many messages were taught', show)
  add('export', 'write them to a file', save)
  add('import', 'put those of a file in their place', load)
  add('reset', 'forget them, and the texts known by likeness', reset)
}

async function within(options: Options, work: (db: Database) => Promise<void>): Promise<void> {
  const store = await openStore(options.db, migrationsOf())
  try {
    await work(store.db)
  } finally {
    await store.close()
  }
}

const lessonsModule = () => import('../features/moderation/model/lessons-file.ts')
async function stateOf(db: Database, community: string): Promise<string> {
  const row = await db
    .selectFrom('moderation_lessons')
    .select('state')
    .where('community', '=', community)
    .executeTakeFirst()
  return String(row?.state ?? '')
}

async function show(db: Database, { community, json }: Options): Promise<void> {
  const { readLessons } = await lessonsModule()
  const { spam, ham } = readLessons(await stateOf(db, community), community)
  if (json) printJson({ community, spam, ham })
  else print(`${community}: ${spam} messages taught as spam, ${ham} as harmless`)
}

async function save(db: Database, { community, json }: Options, file: string): Promise<void> {
  const { readLessons } = await lessonsModule()
  const { noLessons, written } = await import('../features/moderation/model/lessons.ts')
  const state = (await stateOf(db, community)) || written(noLessons)
  await writeFile(file, `${state}\n`)
  const { spam, ham } = readLessons(state, file)
  if (json) printJson({ community, file, spam, ham })
  else print(`✓ ${spam + ham} lessons → ${file}`)
}

async function load(db: Database, { community, json }: Options, file: string): Promise<void> {
  if (!existsSync(file)) throw new InnkeeperError('cli/no-such-file', { place: file })
  const { readLessons } = await lessonsModule()
  const state = (await readFile(file, 'utf8')).trim()
  const { spam, ham } = readLessons(state, file)
  await db.deleteFrom('moderation_lessons').where('community', '=', community).execute()
  await db.insertInto('moderation_lessons').values({ community, state }).execute()
  if (json) printJson({ community, file, spam, ham })
  else print(`✓ ${file} → ${spam + ham} lessons`)
}

async function reset(db: Database, { community, json }: Options): Promise<void> {
  await db.deleteFrom('moderation_lessons').where('community', '=', community).execute()
  await db.deleteFrom('moderation_known').where('community', '=', community).execute()
  if (json) printJson({ community, spam: 0, ham: 0 })
  else print(`✓ ${community}: all lessons are forgotten`)
}
