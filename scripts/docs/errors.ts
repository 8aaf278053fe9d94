/** docs/errors.md: every coded error, from the catalogues. */
import { Problem, problemCodes } from '../../adapters/web/problem.ts'
import { exit } from '../../src/cli/report.ts'
import { catalogue } from '../../src/core/errors.ts'
import { features } from '../../src/features.ts'
import { faultCodes, told } from '../../src/replay/faults.ts'
import { rulebookTexts } from '../../src/rulebook/texts.ts'
import { code, page, table } from './table.ts'

export const errorsPage = (): string =>
  page(
    'Errors',
    'What Innkeeper says when something is wrong, and what to do. Codes stay the same from version to version; the words may get better. `{…}` is filled in.',
    '## In the terminal, in the log, at the doors',
    exits,
    table(
      ['Code', 'What is wrong', 'What to do'],
      Object.entries(catalogue).map(([name, { about, remedy }]) => [code(name), about, remedy]),
    ),
    '## In a rulebook (`innkeeper check`)',
    'Each with file, line and column.',
    table(['Code', 'What is wrong', 'What to do', '哪里不对', '怎么改'], rulebookRows()),
    '## In an exported chat (`innkeeper replay`)',
    table(['Code', 'What is wrong', 'What to do', '哪里不对', '怎么办'], faultRows()),
    '## In the pages',
    'Answered as `{"code": …, "detail": …}`; the pages have words for each in both languages.',
    table(
      ['Code', 'HTTP status'],
      problemCodes.map((name) => [code(name), String(new Problem(name).statusCode)]),
    ),
    '## From features',
    'A command or button that cannot be carried out is answered at the field, in the language of the one who gave it. Codes begin with the feature’s name.',
    table(['Feature', 'Message', '中文'], featureRows()),
  )

const exits = `The command line ends with ${exit.ok} when all is well, ${exit.faults} when what was checked has faults, ${exit.usage} when the call is wrong, ${exit.bug} for a bug, ${exit.busy} when trying again later may help, ${exit.setup} when the rulebook or the set-up is wrong.`

function rulebookRows(): string[][] {
  const { zh, en } = rulebookTexts as Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>
  const codes = Object.keys(en).filter((key) => `${key}.remedy` in en)
  return codes.map((key) => [
    code(key),
    ...[en, zh].flatMap((texts) => [texts[key] ?? '', texts[`${key}.remedy`] ?? '']),
  ])
}

function faultRows(): string[][] {
  return faultCodes.map((name) => [
    code(name),
    ...(['en', 'zh'] as const).flatMap((locale) => Object.values(told(name, {}, locale))),
  ])
}

const featureRows = (): string[][] =>
  features.flatMap(({ name, texts }) =>
    Object.keys(texts.en)
      .filter((key) => key.startsWith('error.'))
      .map((key) => [name, texts.en[key] ?? '', texts.zh[key] ?? '']),
  )
