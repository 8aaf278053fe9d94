/**
 * Import this before anything of wechaty's: it logs to the console unless told otherwise when it is loaded, and keeps
 * what it learns of contacts and rooms below the home folder. Here it is silent, and at home in a folder that goes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

process.env.WECHATY_LOG = 'silent'
/** Stands for the home folder of whoever runs wechaty, here and in processes started from here. */
export const home = mkdtempSync(join(tmpdir(), 'innkeeper-wechat-'))
process.env.HOME = home
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))
