/** `innkeeper check`: is the rulebook whole? */
import { type Command, Option } from 'commander'
import { formatProblems } from '../rulebook/format.ts'
import { readRulebooks } from '../rulebook/read.ts'
import { sections } from '../sections.ts'
import { jsonOption } from './places.ts'
import { exit, fail, print, printJson } from './report.ts'

export const addCheck = (program: Command) =>
  program
    .command('check')
    .description('check a rulebook: every mistake with its place and remedy')
    .argument('[dir]', 'the rulebook', 'rules/demo')
    .addOption(new Option('--lang <lang>', 'language of the messages').choices(['en', 'zh']).default('en'))
    .addOption(jsonOption())
    .action((dir: string, options: { lang: 'en' | 'zh'; json?: boolean }) => run(dir, options).catch(fail))

async function run(dir: string, { lang, json }: { lang: 'en' | 'zh'; json?: boolean }): Promise<void> {
  const { rulebooks, problems } = await readRulebooks(dir, sections, lang)
  const communities = rulebooks.map(({ id, name, hash }) => ({ id, name, hash }))
  if (json) printJson({ ok: problems.length === 0, communities, problems })
  else if (problems.length) print(formatProblems(problems, lang))
  else
    print(
      communities
        .map(({ id, name }) => (lang === 'zh' ? `✓ ${name}（${id}）没有问题` : `✓ ${name} (${id}) is in order`))
        .join('\n'),
    )
  process.exitCode = problems.length ? exit.faults : exit.ok
}
