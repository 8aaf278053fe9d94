/**
 * A hundred rooms for a week, on a clock of its own: the whole adapter, the real engine, every feature. A day of it
 * with little chatter in `npm test`; the week with 300 messages a day in each room with INNKEEPER_NIGHTLY=1.
 */
import '../../emulators/wechat/quiet.ts'
import { expect, it } from 'vitest'
import { listeners, settledHeap, timers } from './residue.ts'
import { type Plan, Season } from './season.ts'
import { reportOf, waitsOf } from './season-report.ts'

const nightly = process.env.INNKEEPER_NIGHTLY === '1'
const day: Plan = { rooms: 100, days: 1, messagesADay: 5, restingDays: [], leapSeconds: 60 }
const week: Plan = { rooms: 100, days: 7, messagesADay: 300, restingDays: [3], leapSeconds: 10 }
const mb = (bytes: number) => Math.round(bytes / 2 ** 17) / 8

async function lives(plan: Plan) {
  const began = performance.now()
  const season = new Season(plan)
  const inn = await season.opens()
  const held: { heap: number; rss: number; listeners: unknown; timers: number }[] = []
  await season.live(() => {
    held.push({ heap: settledHeap(), rss: process.memoryUsage().rss, listeners: listeners(), timers: timers() })
  })
  const report = reportOf(season)
  const first = held[0]
  const last = held.at(-1)
  if (!first || !last) throw new Error('no day was lived')
  process.stdout.write(
    `${JSON.stringify({
      plan,
      seconds: Math.round((performance.now() - began) / 1000),
      written: season.spoken,
      takenUp: season.heard,
      sent: season.world.sent().length,
      pace: report.pace,
      posts: report.posts,
      commands: waitsOf(
        report.waits.filter(({ resting }) => !resting),
        'commands',
      ),
      questions: waitsOf(
        report.waits.filter(({ resting }) => !resting),
        'questions',
      ),
      welcomes: waitsOf(
        report.waits.filter(({ resting }) => !resting),
        'joins',
      ),
      unanswered: report.waits.filter(({ ms }) => ms === undefined).length,
      askedOfStaff: report.asksToStaff,
      heapMb: held.map(({ heap }) => mb(heap)),
      rssMb: held.map(({ rss }) => mb(rss)),
      timers: held.map((one) => one.timers),
    })}\n`,
  )
  return { season, inn, report, first, last }
}

it.each(nightly ? [week] : [day])(
  '$rooms rooms, $days days, $messagesADay messages a day in each',
  async (plan) => {
    const { season, inn, report, first, last } = await lives(plan)
    expect(season.heard).toBe(season.spoken)
    expect(report.pace.aMinute).toBeLessThanOrEqual(12)
    expect(report.pace.aDay).toBeLessThanOrEqual(300)
    expect(report.pace.gapMs).toBeGreaterThanOrEqual(1500)
    expect(report.doubled).toEqual([])
    expect(report.whileResting).toBe(0)
    for (const { asked, ms, resting } of report.waits)
      if (!resting) expect({ asked: asked.kind, ms }).toMatchObject({ ms: expect.any(Number) })
    expect(inn.log.errors).toEqual([])
    expect(last.listeners).toEqual(first.listeners)
    expect(last.timers).toBeLessThanOrEqual(first.timers + 2)
    expect(mb(last.heap - first.heap)).toBeLessThan(20)
    await inn.close()
  },
  30 * 60_000,
)
