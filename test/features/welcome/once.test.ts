/** No sequence of events makes a second welcome for one join. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import welcome from '../../../src/features/welcome/index.ts'
import { openInn } from '../../kit/inn.ts'

const user = fc.constantFrom('ann', 'bo', 'cy')
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('join' as const), user }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('says' as const), user }) },
  // The platform delivers an earlier event again, under its own id or under another.
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const), nth: fc.nat(20), sameId: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('passes' as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 9 }) }) },
)
const setting = fc.record({
  windowSeconds: fc.constantFrom(0, 20, 60),
  rejoin: fc.constantFrom('again' as const, 'never' as const, { afterDays: 3 }),
})

test('as many welcomes as real joins at most, whatever is delivered twice', { timeout: 120_000 }, async () => {
  let welcomed = 0
  await fc.assert(
    fc.asyncProperty(setting, fc.array(step, { minLength: 5, maxLength: 30 }), async (settings, steps) => {
      const inn = await openInn({
        features: [welcome],
        languages: ['en'],
        sections: {
          welcome: {
            text: { en: '+{name}+' },
            merged: { en: '+{names}+' },
            buttons: false,
            mention: false,
            perHour: 1000,
            ...settings,
          },
        },
      })
      /** Joins that are joins: the member was not there before. */
      const real: Record<string, number> = { ann: 0, bo: 0, cy: 0 }
      const present = new Set<string>()
      const delivered: Record<string, unknown>[] = []
      const joins = (who: string) => {
        if (!present.has(who)) real[who] = (real[who] ?? 0) + 1
        present.add(who)
      }
      const tell = async (event: Record<string, unknown>, isNew: boolean) => {
        const who = String(event.name)
        if (isNew && event.type === 'member.join') joins(who)
        if (isNew && event.type === 'member.leave') present.delete(who)
        if (isNew && event.type === 'message' && !present.has(who)) present.add(who)
        await inn.happens(event)
      }
      for (const [n, one] of steps.entries()) {
        if (one.do === 'passes') await inn.passes(one.seconds * 1000)
        else if (one.do === 'days') await inn.passes(`${one.days}d`)
        else if (one.do === 'again') {
          const earlier = delivered[one.nth % Math.max(1, delivered.length)]
          if (!earlier) continue
          const { at: _at, ...event } = earlier
          await tell(one.sameId ? event : { ...event, id: `again:${n}` }, !one.sameId)
        } else {
          const type = { join: 'member.join', leave: 'member.leave', says: 'message' }[one.do]
          const event = {
            type,
            id: `step:${n}`,
            user: `test:${one.user}`,
            name: one.user,
            ...(one.do === 'says' && { text: 'hi' }),
          }
          delivered.push(event)
          await tell(event, true)
        }
      }
      await inn.passes('2m')
      const texts = inn.sent()
      for (const [who, count] of Object.entries(real)) {
        const times = texts.filter((text) =>
          text
            .slice(1, -1)
            .split(/, | and /)
            .includes(who),
        ).length
        welcomed += times
        // A member seen speaking before the first join the bot saw has one join more than the model counts.
        expect(times).toBeLessThanOrEqual(count + (spokeFirst(delivered, who) ? 1 : 0))
        if (settings.rejoin === 'never') expect(times).toBeLessThanOrEqual(1)
      }
      expect(inn.log.errors).toEqual([])
      await inn.close()
    }),
    { numRuns: 60 },
  )
  expect(welcomed).toBeGreaterThan(60)
})

const spokeFirst = (delivered: readonly Record<string, unknown>[], who: string) =>
  delivered.find((event) => event.name === who && event.type !== 'member.leave')?.type === 'message'
