/** The code to be scanned: drawn here, and for the owner's eyes only. */
import { expect, test } from 'vitest'
import type { Login, Today } from '../../../src/web/office/wire.ts'
import { noon } from './desk.ts'
import { moderator, officeOf } from './office.ts'

const code = 'http://weixin.qq.com/x/secret'
const health = {
  web: { state: 'up', since: noon },
  wechat: { state: 'down', since: noon, login: { step: 'scan', code } },
} as const
const owner = { ...moderator, role: 'owner' } as const

test('an owner gets it drawn', async () => {
  const office = officeOf({ health }, owner)
  const { status, body, headers } = await office.get('logins')
  const { logins } = body as { logins: Login[] }
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  expect(logins).toMatchObject([{ platform: 'wechat', step: 'scan', drawn: { size: 29 } }])
  // Each of the three corners has the seven dark modules of its upper edge.
  const { path = '' } = logins[0]?.drawn ?? {}
  for (const column of [0, 6, 22, 28]) expect(path).toContain(`M${column} 0h1v1h-1z`)
  expect(path).not.toContain('M7 0h1v1h-1z')
  expect(JSON.stringify(body)).not.toContain('secret')
  await office.close()
})
test('each step is told, without a code where there is none', async () => {
  const office = officeOf({ health: { wechat: { state: 'down', since: noon, login: { step: 'confirm' } } } }, owner)
  expect((await office.get('logins')).body).toEqual({ logins: [{ platform: 'wechat', step: 'confirm', drawn: null }] })
  await office.close()
})
test('a moderator gets no code, by neither way', async () => {
  const office = officeOf({ health })
  expect((await office.get('logins')).status).toBe(403)
  const { platforms } = (await office.get('today')).body as Today
  expect(platforms.find(({ name }) => name === 'wechat')?.health.login).toEqual({ step: 'scan' })
  await office.close()
})
