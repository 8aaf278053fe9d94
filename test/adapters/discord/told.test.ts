/** What rules look at beside the text: roles by name, files by name. */
import { afterEach, expect, it } from 'vitest'
import { type OpenDoor, openDoor } from './door.ts'

let at: OpenDoor
afterEach(() => at?.close())

it('roles come by their names, and that none are left is told', async () => {
  at = await openDoor()
  const tea = at.guild()
  tea.grants('olive', 'tom', 'Regulars')
  expect(await at.told('member.update')).toMatchObject({ user: at.user('tom'), roles: ['Regulars'] })
  tea.says('tom', 'general', 'hello')
  expect(await at.told('message', { user: at.user('tom') })).toMatchObject({ roles: ['Regulars'] })
  tea.says('ann', 'general', 'hello')
  expect(await at.told('message', { user: at.user('ann') })).not.toHaveProperty('roles')
})
it('files come with their names', async () => {
  at = await openDoor()
  const tea = at.guild()
  tea.says('tom', 'general', 'look', {
    files: [{ name: 'setup.exe', type: 'application/x-msdownload', bytes: new Uint8Array(4) }],
  })
  expect(await at.told('message')).toMatchObject({ attachments: 1, files: ['setup.exe'] })
})
