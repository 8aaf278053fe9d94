/** A process in which something throws where nobody can catch it; how it ends is the answer. Argument: whose error. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contain } from '../../../adapters/wechaty/containment.ts'

const [whose = 'theirs', how = 'throw'] = process.argv.slice(2)
const home = mkdtempSync(join(tmpdir(), 'innkeeper-held-'))
const folder = join(home, 'node_modules', whose === 'theirs' ? 'wechaty-puppet' : 'elsewhere')
mkdirSync(folder, { recursive: true })
const file = join(folder, 'late.mjs')
writeFileSync(
  file,
  how === 'throw'
    ? "setTimeout(() => { throw new Error('late') }, 5)"
    : "setTimeout(() => { Promise.reject(new Error('late')) }, 5)",
)
process.once('exit', () => rmSync(home, { recursive: true, force: true }))

const free = contain(() => process.stdout.write('held\n'))
await import(file)
setTimeout(() => {
  free()
  process.stdout.write('alive\n')
}, 100)
