/** The validator itself. That the emulator's traffic passes it is checked after every other test, in `stage.ts`. */
import { expect, test } from 'vitest'
import { openContract } from './openapi.ts'
import { routes } from './rest/routes/index.ts'
import { openStage } from './stage.ts'

const contract = openContract()
const stage = openStage()

test.skipIf(!contract)('the document knows every route of the emulator', () => {
  expect(routes.filter(({ method, path }) => !contract?.knows(method, path)).map(({ path }) => path)).toEqual([])
})

test.skipIf(!contract)('it finds what is wrong and lists what it cannot judge', async () => {
  await stage.general.send('x')
  const good = stage.discord.requestsTo('POST', '/messages')[0]!
  const bad = { ...good, body: { content: 5, colour: 'red' }, query: { force: '1' }, answer: { id: 'one' } }
  const found = contract!.check([bad, { ...good, route: '/nowhere' }])
  expect(found.violations).toHaveLength(2)
  const post = 'POST /channels/{channel_id}/messages'
  expect(found.uncovered).toEqual([`${post} body.colour`, `${post} query force`, 'POST /nowhere'])
})
