/** A case's number is its own: whatever opens cases together, in one verdict or in one batch. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Verdict } from '../../../../src/core/feature.ts'
import { both } from '../../../../src/features/moderation/both.ts'
import { newCase, saveNew } from '../../../../src/features/moderation/cases.ts'
import moderation from '../../../../src/features/moderation/index.ts'
import { moderation as kit, type ModerationCtx } from '../../../../src/features/moderation/kit.ts'
import type { Store } from '../../../../src/features/moderation/store.ts'
import { type Inn, openInn } from '../../../kit/inn.ts'
import { advert } from '../house.ts'

let inn: Inn
afterEach(() => inn.close())
const numbers = async () => {
  const rows = await inn.rows('moderation_cases')
  return rows.map(({ number, name }) => `${number} ${name}`).sort()
}

/** A part of a verdict that opens a case on whoever writes. */
async function part(ctx: ModerationCtx & { readonly member: Parameters<typeof newCase>[1]['member'] }, rule: string) {
  const row = await newCase(ctx, {
    member: ctx.member,
    origin: 'auto',
    rule: `rule:${rule}`,
    score: 1,
    findings: [],
    evidence: '',
    messages: [],
  })
  return { save: (store: Store) => saveNew(store, row) } satisfies Verdict<Store>
}

describe('numbers of cases', () => {
  test.each([
    ['in the order they were opened', (one: Verdict<Store>, two: Verdict<Store>) => both(one, two)],
    ['the other way round', (one: Verdict<Store>, two: Verdict<Store>) => both(two, one)],
  ])('two parts of one verdict, saved %s', async (_name, joined) => {
    const twice = {
      ...moderation,
      on: {
        message: kit.on('message', async (ctx) => joined(await part(ctx, 'first'), await part(ctx, 'second'))),
      },
    }
    inn = await openInn({ features: [twice] })
    await inn.says('tom', 'hello')
    await inn.says('ann', 'hello')
    expect(await numbers()).toEqual(['1 tom', '2 tom', '3 ann', '4 ann'])
    expect(await inn.rows('moderation_counters')).toMatchObject([{ cases: 4 }])
  })

  test('a part that is thrown away leaves no hole', async () => {
    const dropped = {
      ...moderation,
      on: {
        message: kit.on('message', async (ctx) => {
          const verdict = await part(ctx, 'kept')
          return ctx.event.text === 'kept' ? verdict : undefined
        }),
      },
    }
    inn = await openInn({ features: [dropped] })
    for (const text of ['kept', 'dropped', 'kept']) await inn.says('tom', text)
    expect(await numbers()).toEqual(['1 tom', '2 tom'])
  })

  test('adverts and commands of one batch, with a raid that mutes everybody who comes', async () => {
    inn = await openInn({
      features: [moderation],
      languages: ['en'],
      sections: { moderation: { raid: { locked: { joins: 8 } } } },
    })
    await inn.says('mod', 'good morning')
    for (const user of ['ann', 'bob']) await inn.join(user)
    const at = inn.now + 60_000
    const by = (user: string) => ({ at, group: 'test:main', user: `test:${user}`, name: user })
    const batch = [
      ...[1, 2, 3].map((n) => ({ ...by(`s${n}`), type: 'message', id: `say${n}`, text: advert.en }) as const),
      ...[...'abcdefghijkl'].map((n) => ({ ...by(`raider-${n}`), type: 'member.join', id: `join${n}` }) as const),
      ...['ann', 'bob'].map(
        (who) =>
          ({
            ...by('mod'),
            type: 'command',
            id: `warn-${who}`,
            name: 'warn',
            input: { member: `test:${who}` },
          }) as const,
      ),
    ]
    await Promise.all(batch.map((event) => inn.engine.emit(event)))
    await inn.engine.idle()
    await inn.passes('1m')
    const rows = await inn.rows('moderation_cases')
    expect(rows).toHaveLength(3 + 12 + 2)
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    expect(rows.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(rows.map((_, n) => n + 1))
    expect(inn.log.errors).toEqual([])
  })
})
