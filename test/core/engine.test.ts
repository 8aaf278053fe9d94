import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { kit } from '../../src/core/feature.ts'
import { createTable } from '../../src/core/schema.ts'
import { texts } from '../../src/core/texts.ts'
import { openInn } from '../kit/inn.ts'

type Count = { group_id: string; member_id: string; n: number }
const parrot = kit({
  name: 'parrot',
  config: z.strictObject({ loud: z.boolean().default(false) }),
  store: (tables) => ({
    counts: tables.records<Count, 'group_id' | 'member_id'>({
      table: 'parrot_counts',
      key: ['group_id', 'member_id'],
      empty: { n: 0 },
    }),
  }),
})
const feature = parrot.feature({
  texts: texts(
    { said: '{name}说了{n}次', 'say.about': '学舌', 'say.text': '内容', 'say.to': '谁' },
    { said: '{name} spoke {n} times', 'say.about': 'Repeat', 'say.text': 'What', 'say.to': 'Whom' },
  ),
  needs: ['send'],
  migrations: {
    '2026-parrot': {
      up: (db) =>
        createTable(db, 'parrot_counts', { group_id: 'text', member_id: 'text', n: 'bigint' }, [
          'group_id',
          'member_id',
        ]),
    },
  },
  personal: [{ table: 'parrot_counts', column: 'member_id', forget: 'delete' }],
  on: {
    message: async ({ event, group, member, store, t }) => {
      if (event.text === 'throw') throw new Error('a bug')
      const row = await store.counts.get({ group_id: group.id, member_id: member.id })
      return {
        actions: [{ type: 'send', group: group.ref, text: t('said', { name: member.name, n: row.n + 1 }) }],
        save: (to) => {
          to.counts.put({ ...row, n: row.n + 1 })
          if (event.text === 'save-throws') throw new Error('a bug in save')
        },
        why: { decided: 'parroted' },
      }
    },
    'member.join': async ({ event, member }) => ({
      later: [{ job: 'hello', key: member.id, at: event.at + 60_000, payload: { name: member.name } }],
    }),
  },
  commands: [
    parrot.command({
      name: 'say',
      aliases: ['学舌'],
      role: 'moderator',
      input: z.object({ to: z.string().meta({ ref: 'member' }).optional(), text: z.string().min(2).max(20) }),
      run: async (_ctx, input) => ({ reply: input.text }),
    }),
  ],
  jobs: [
    {
      name: 'hello',
      run: async ({ group, payload }) => ({
        actions: [{ type: 'send', group: group.ref, text: `hello ${payload.name}` }],
      }),
    },
  ],
})

describe('the engine', () => {
  it('turns an event into saved rows and delivered actions, once', async () => {
    const inn = await openInn({ features: [feature], languages: ['en'] })
    await inn.says('tom', 'hi', { id: 'same' })
    await inn.says('tom', 'hi', { id: 'same' })
    await inn.says('tom', 'again')
    expect(inn.sent()).toEqual(['tom spoke 1 times', 'tom spoke 2 times'])
    expect(await inn.rows('parrot_counts')).toMatchObject([{ n: 2 }])
    expect(await inn.why('same')).toEqual({ parrot: { decided: 'parroted' } })
    await inn.close()
  })
  it('says it in both languages where the group has both', async () => {
    const inn = await openInn({ features: [feature], languages: ['zh', 'en'] })
    await inn.says('tom', 'hi')
    expect(inn.sent()).toEqual(['tom说了1次\ntom spoke 1 times'])
    await inn.close()
  })
  it('lets one failing feature stop nobody, and pauses it when it keeps failing', async () => {
    const inn = await openInn({ features: [feature], languages: ['en'] })
    for (let n = 0; n < 5; n++) await inn.says('tom', 'throw')
    await inn.says('tom', 'now paused')
    expect(inn.sent()).toEqual([])
    expect(inn.engine.notices.all()[0]).toMatchObject({ kind: 'feature' })
    await inn.rules({ name: 'mended' })
    await inn.says('tom', 'back')
    expect(inn.sent()).toEqual(['tom spoke 1 times'])
    await inn.close()
  })
  it('rolls a failing save back whole and keeps the rest of the batch', async () => {
    const inn = await openInn({ features: [feature], languages: ['en'] })
    await inn.says('ann', 'first')
    await Promise.all([
      inn.engine.emit({ type: 'message', id: 'b1', at: inn.now, group: 'test:main', user: 'test:tom', text: 'one' }),
      inn.engine.emit({
        type: 'message',
        id: 'b2',
        at: inn.now,
        group: 'test:main',
        user: 'test:tom',
        text: 'save-throws',
      }),
      inn.engine.emit({ type: 'message', id: 'b3', at: inn.now, group: 'test:main', user: 'test:tom', text: 'two' }),
    ])
    await inn.engine.idle()
    expect(inn.sent()).toEqual(['ann spoke 1 times', 'tom spoke 1 times', 'tom spoke 2 times'])
    expect(await inn.why('b2')).toEqual({ parrot: { decided: 'failed' } })
    await inn.close()
  })
  it('runs one-off work when it is due, once, also after a restart', async () => {
    const place = `.artifacts/engine-${process.pid}.db`
    const inn = await openInn({ features: [feature], languages: ['en'], place })
    await inn.join('tom')
    const { now } = inn
    await inn.close()
    const again = await openInn({ features: [feature], languages: ['en'], place, start: now })
    await again.passes('2m')
    await again.passes('2m')
    expect(again.sent()).toEqual(['hello tom'])
    await again.close()
  })
  it('answers commands by field, by role, and in the language of the one who asks', async () => {
    const inn = await openInn({ features: [feature], languages: ['zh'] })
    expect(await inn.gives('tom', 'say', { text: 'hello' })).toMatchObject({
      ok: false,
      errors: [{ code: 'command/not-allowed' }],
    })
    expect(await inn.gives('mod', 'say', { text: 'x' }, { locale: 'en' })).toEqual({
      ok: false,
      errors: [{ field: 'text', code: 'command/invalid', message: '“text” is too short: 2 characters at least.' }],
    })
    expect(await inn.gives('mod', 'sya', {}, { locale: 'en' })).toMatchObject({
      errors: [{ message: 'There is no command “sya”. Did you mean /say?' }],
    })
    expect(await inn.gives('mod', '学舌', { to: '@nobody', text: 'hello' })).toMatchObject({
      errors: [{ field: 'to', code: 'command/no-such-member' }],
    })
    await inn.gives('mod', '学舌', { to: '@tom', text: 'hello' })
    await inn.says('mod', '/say @tom good evening')
    await inn.says('mod', '学舌 @tom 晚上 好')
    expect(inn.sent()).toEqual(['hello', 'good evening', '晚上 好'])
    await inn.close()
  })
})
