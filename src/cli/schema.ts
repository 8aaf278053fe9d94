/** `innkeeper schema`: JSON Schemas, for editors and for programs at the stdio door. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { fail, printJson } from './report.ts'

export function addSchema(program: Command) {
  const schema = program
    .command('schema')
    .description('print the JSON Schema of the stdio lines or of the rulebook’s files')
  schema
    .command('stdio')
    .description('what goes over the stdio door, both ways')
    .action(() =>
      import('../../adapters/stdio/wire.ts').then(({ stdioSchema }) => printJson(stdioSchema())).catch(fail),
    )
  schema
    .command('rulebook')
    .description('each file of a rulebook')
    .option('--out <dir>', 'write one file per schema there, for editors')
    .action(({ out }: { out?: string }) => rulebook(out).catch(fail))
}

async function rulebook(out: string | undefined): Promise<void> {
  const [{ jsonSchemas }, { sections }] = await Promise.all([import('../rulebook/schema.ts'), import('../sections.ts')])
  const schemas = jsonSchemas(sections)
  if (out === undefined) return printJson(schemas)
  await mkdir(out, { recursive: true })
  for (const [file, schema] of Object.entries(schemas))
    await writeFile(join(out, `${file}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
}
