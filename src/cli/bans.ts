/** `innkeeper bans`: ban lists shared between communities: to give one out, to check one, to bring one here. */
import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { InnkeeperError } from '../core/errors.ts'
import { migrationsOf } from '../main.ts'
import { openStore } from '../store/open.ts'
import { dbOption, jsonOption } from './places.ts'
import { fail, print, printJson } from './report.ts'

interface Options {
  db: string
  community: string
  key: string
  out: string
  json?: boolean
}
const keyVariable = 'INNKEEPER_BANS_KEY'
const format = () => import('../features/moderation/shared/format.ts')
const fetching = () => import('../features/moderation/shared/fetching.ts')

export function addBans(program: Command) {
  const group = program
    .command('bans')
    .description('ban lists shared between communities by choice; see docs/moderation.md')
  group
    .command('key')
    .description(`a new pair of keys: the private one is for ${keyVariable}, the public one goes with the list`)
    .addOption(jsonOption())
    .action((options: Options) => makeKeys(options).catch(fail))
  group
    .command('export')
    .description(`write our bans for good to a file, signed with ${keyVariable}`)
    .argument('<file>')
    .option('--community <name>', 'whose', 'default')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => give(file, options).catch(fail))
  group
    .command('verify')
    .description('check every line of a list')
    .argument('<file>')
    .requiredOption('--key <public>', 'the public key of who gives it out')
    .addOption(jsonOption())
    .action((file: string, options: Options) => look(file, options).catch(fail))
  group
    .command('import')
    .description('bring a list from a file or an address into the rulebook, if every line is signed')
    .argument('<source>', 'a file, or https://…')
    .requiredOption('--key <public>', 'the public key of who gives it out')
    .requiredOption('--out <file>', 'where `sharedBans` names it: rules/mine/bans/friends.jsonl')
    .addOption(jsonOption())
    .action((source: string, options: Options) => bring(source, options).catch(fail))
}

async function makeKeys({ json }: Options): Promise<void> {
  const { newKeys } = await format()
  const { privateKey, publicKey } = newKeys()
  if (json) printJson({ privateKey, publicKey })
  else print(`${keyVariable}=${privateKey}\npublic: ${publicKey}`)
}

async function give(file: string, { db: place, community, json }: Options): Promise<void> {
  const key = await ourKey()
  const { giveOut } = await import('../features/moderation/shared/giving.ts')
  const { publicPart } = await format()
  const store = await openStore(place, migrationsOf())
  try {
    const { file: text, ...counts } = await giveOut(store.db, community, key)
    await writeFile(file, text)
    const { bans, lifted, withoutReason } = counts
    if (json) return printJson({ file, publicKey: publicPart(key), ...counts })
    print(`✓ ${bans} bans, ${lifted} lifted → ${file}\npublic key: ${publicPart(key)}`)
    if (withoutReason > 0) print(`${withoutReason} bans without a reason were left out`)
  } finally {
    await store.close()
  }
}
async function ourKey(): Promise<KeyObject> {
  const { privateKeyOf } = await format()
  const given = process.env[keyVariable]
  if (!given) throw new InnkeeperError('bans/no-key', { place: keyVariable })
  try {
    return privateKeyOf(given)
  } catch {
    throw new InnkeeperError('bans/no-key', { place: keyVariable, detail: 'It is no Ed25519 key.' }) // never the key itself
  }
}

async function look(file: string, { key, json }: Options): Promise<void> {
  const { checked } = await fetching()
  const { lines, standing } = await checked(await textOf(file), file, key)
  if (json) printJson({ file, lines, bans: standing.size })
  else print(`✓ ${file}: ${lines} lines, all signed; ${standing.size} accounts are banned`)
}
async function bring(source: string, { key, out, json }: Options): Promise<void> {
  const { checked, fetched } = await fetching()
  const text = /^https?:\/\//.test(source) ? await fetched(source) : await textOf(source)
  const { standing } = await checked(text, source, key)
  const before = existsSync(out) ? (await checked(await textOf(out), out, key)).standing : new Map<string, unknown>()
  const added = [...standing.keys()].filter((account) => !before.has(account)).length
  const gone = [...before.keys()].filter((account) => !standing.has(account)).length
  await writeFile(`${out}.new`, text)
  await rename(`${out}.new`, out) // never half a list, which the rulebook may be read from at any moment
  if (json) printJson({ source, out, bans: standing.size, added, gone })
  else print(`✓ ${out}: ${standing.size} accounts, +${added} −${gone}`)
}

async function textOf(file: string): Promise<string> {
  if (!existsSync(file)) throw new InnkeeperError('cli/no-such-file', { place: file })
  return readFile(file, 'utf8')
}
