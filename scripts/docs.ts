/** `npm run docs`: prints the tables of docs/ from the code. `test/docs.test.ts` fails where they differ. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pages } from './docs/pages.ts'

for (const [file, text] of Object.entries(await pages())) {
  await writeFile(join(import.meta.dirname, '..', file), text)
  console.log(file)
}
