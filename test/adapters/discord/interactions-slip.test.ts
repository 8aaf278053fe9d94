/** One interaction, word by word: what was only to pass the time is written over, wherever it stands. */
import { REST, type ResponseLike } from 'discord.js'
import { MessageFlags } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { type PutOff, Slip, type Words } from '../../../adapters/discord/interactions/slip.ts'

const words = (content: string, hidden: boolean): Words => ({ body: { content }, hidden })

const answered = (body: object): ResponseLike => ({
  ...fine,
  json: async () => body,
  text: async () => JSON.stringify(body),
})
const fine = {
  headers: new Headers({ 'content-type': 'application/json' }),
  ok: true,
  status: 200,
  statusText: 'OK',
  body: null,
  bodyUsed: false,
  arrayBuffer: async () => new ArrayBuffer(0),
}

function opened(putOff: PutOff) {
  const asked: string[] = []
  const rest = new REST({
    makeRequest: async (url, { method, body }) => {
      const pathname = decodeURIComponent(new URL(url).pathname)
      const { content, type, flags } = JSON.parse(String(body ?? '{}'))
      const eyes = flags === MessageFlags.Ephemeral ? ['hidden'] : []
      asked.push([method, pathname.split('/').at(-1), content ?? type, ...eyes].join(' ').trim())
      return answered(pathname.endsWith('/callback') ? {} : { id: '77' })
    },
  })
  const given = {
    id: '5',
    token: 'token',
    application: '6',
    event: 'discord:5',
    at: 0,
    guild: '7',
    channel: '8',
    user: { id: '9', username: 'tom', global_name: null, discriminator: '0', avatar: null },
    nick: undefined,
    roles: undefined,
    locale: undefined,
  }
  const slip = new Slip({ rest, given, putOff, now: () => 0, failed: (error) => expect.unreachable(String(error)) })
  return { slip, asked }
}

test('in private: the answer that waits, twice a word to pass the time, then the answer', async () => {
  const { slip, asked } = opened('hidden')
  await slip.putOff()
  await slip.fill(words('soon', true))
  await slip.fill(words('done', true))
  await slip.say(words('here', true))
  await slip.say(words('more', true))
  expect(asked).toEqual([
    'POST callback 5',
    'PATCH @original soon',
    'PATCH 77 done',
    'PATCH 77 here',
    'POST token more hidden',
  ])
})

test('in the open: what waited is taken away, and a private answer is written over the private word', async () => {
  const { slip, asked } = opened('open')
  await slip.putOff()
  await slip.fill(words('done', true))
  await slip.say(words('wrong', true))
  expect(asked).toEqual(['POST callback 5', 'DELETE @original', 'POST token done hidden', 'PATCH 77 wrong'])
})

test('of a button nothing is said to pass the time', async () => {
  const { slip, asked } = opened('unseen')
  await slip.putOff()
  await slip.fill(words('done', true))
  expect(asked).toEqual(['POST callback 6'])
})
