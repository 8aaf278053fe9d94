/** The command line. Each command's code is loaded when it is called. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { Command } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { exit, fail } from './cli/report.ts'

/** What was compiled is kept from one start to the next: half of a start is compiling. Where it cannot be, nothing is lost. */
enableCompileCache(join(import.meta.dirname, '../.build/compiled'))

const groups = {
  start: () => import('./cli/start.ts').then((one) => one.addStart),
  check: () => import('./cli/check.ts').then((one) => one.addCheck),
  replay: () => import('./cli/replay.ts').then((one) => one.addReplay),
  eval: () => import('./cli/eval.ts').then((one) => one.addEval),
  faq: () => import('./cli/faq.ts').then((one) => one.addFaq),
  keep: () => import('./cli/keep.ts').then((one) => one.addKeep),
  bans: () => import('./cli/bans.ts').then((one) => one.addBans),
  lessons: () => import('./cli/lessons.ts').then((one) => one.addLessons),
  doctor: () => import('./cli/doctor.ts').then((one) => one.addDoctor),
  schema: () => import('./cli/schema.ts').then((one) => one.addSchema),
}
const homes: Readonly<Record<string, keyof typeof groups>> = {
  backup: 'keep',
  restore: 'keep',
  export: 'keep',
  forget: 'keep',
}

async function main(): Promise<void> {
  const program = new Command('innkeeper')
    .description('掌柜 Innkeeper runs chat groups for the people who own them.')
    .version(packageJson.version)
    .showHelpAfterError('(see `innkeeper help`)')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? exit.ok : exit.usage))
  const wanted = process.argv[2] ?? ''
  const one = homes[wanted] ?? (wanted in groups ? (wanted as keyof typeof groups) : undefined)
  const chosen = one ? [one] : (Object.keys(groups) as (keyof typeof groups)[])
  for (const group of chosen) (await groups[group]())(program)
  if (process.argv.length <= 2) program.help()
  await program.parseAsync()
  // Now and not at the end: a server may run for months and end by force.
  flushCompileCache()
}
main().catch(fail)
