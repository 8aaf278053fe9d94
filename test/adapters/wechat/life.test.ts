/** What the adapter costs and holds: nothing before its start, nothing more after a hundred connections. */
import '../../emulators/wechat/quiet.ts'
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { privateFolder } from '../../../adapters/wechaty/folder.ts'
import { openLine } from '../../../adapters/wechaty/line.ts'
import { load } from '../../../adapters/wechaty/loading.ts'
import { live } from '../../../adapters/wechaty/patience.ts'
import { Supervisor } from '../../../adapters/wechaty/supervisor.ts'
import { lineTo, SimulatedPuppet } from '../../emulators/wechat/puppet.ts'
import { World } from '../../emulators/wechat/world.ts'
import { Logbook } from '../../kit/inn.ts'
import { hasty } from './hasty.ts'
import { listeners, settledHeap, timers } from './residue.ts'

const adapter = join(import.meta.dirname, '../../../adapters/wechaty')

it('loads nothing of wechaty’s before it starts', () => {
  const files = globSync('*.ts', { cwd: adapter })
  const early = files.flatMap((file) =>
    [
      ...readFileSync(join(adapter, file), 'utf8').matchAll(
        /^(?:import|export) (?!type )(?:[^\n]* from )?'(wechaty[^']*|file-box|qrcode)'/gmu,
      ),
    ].map(([line]) => `${file}: ${line}`),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(early).toEqual([])
})

it('keeps the login where nobody else may look', () => {
  const home = mkdtempSync(join(tmpdir(), 'innkeeper-folder-'))
  const folder = privateFolder(join(home, 'wechat'))
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  rmSync(home, { recursive: true })
})

it('leaves nothing behind of a hundred connections', async () => {
  const world = new World()
  world.room('灯下读书会', { members: [world.person('小明')] })
  const home = mkdtempSync(join(tmpdir(), 'innkeeper-life-'))
  const log = new Logbook()
  const library = await load({}, log)
  let hangUp: () => void = () => undefined
  let logins = Promise.withResolvers<void>()
  const nothing = () => undefined
  const supervisor: Supervisor = new Supervisor({
    log,
    now: Date.now,
    patience: { ...live, ...hasty, pauseMs: 1, longestPauseMs: 1 },
    open: (ended) => {
      hangUp = ended
      const puppet = () => new SimulatedPuppet(lineTo(world))
      return openLine({
        library,
        wish: { name: 'test', token: undefined, endpoint: undefined },
        memory: join(home, 'm'),
        ended,
        puppet,
      })
    },
    hearing: {
      login: () => {
        supervisor.entered()
        logins.resolve()
      },
      logout: nothing,
      scan: nothing,
      message: nothing,
      friendship: nothing,
      invited: nothing,
      joined: nothing,
      left: nothing,
      retitled: nothing,
    },
  })
  const again = async (times: number) => {
    for (let n = 0; n < times; n++) {
      await logins.promise
      logins = Promise.withResolvers()
      hangUp()
    }
    await logins.promise
  }
  supervisor.start()
  await again(20)
  const before = { heap: settledHeap(), listeners: listeners(), timers: timers() }
  await again(100)
  const after = { heap: settledHeap(), listeners: listeners(), timers: timers() }
  expect(after.listeners).toEqual(before.listeners)
  expect(after.timers).toBeLessThanOrEqual(before.timers + 2)
  expect((after.heap - before.heap) / 2 ** 20).toBeLessThan(6)
  await supervisor.stop()
  expect(supervisor.health().state).toBe('down')
  rmSync(home, { recursive: true, force: true })
})

describe('an error that nobody caught', () => {
  const run = async (whose: string, how: string) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'held.ts'), whose, how], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    const code = await new Promise((resolve) => child.once('exit', resolve))
    return { said: said.trim().split('\n').filter(Boolean), code }
  }
  it.each(['throw', 'reject'])('of wechaty’s does not end the process (%s)', async (how) => {
    expect(await run('theirs', how)).toEqual({ said: ['held', 'alive'], code: 0 })
  })
  it.each(['throw', 'reject'])('of anybody else’s does, as ever (%s)', async (how) => {
    const { said, code } = await run('ours', how)
    expect(said).toEqual([])
    expect(code).not.toBe(0)
  })
})
