/** A made-up month in two groups: joins, talk, questions, check-ins, commands, spam, leaves. The same for the same seed. */
const dayMs = 86_400_000
const start = Date.UTC(2026, 9, 5, 1)
const talk = [
  'good morning everyone',
  '早上好',
  'has anyone finished chapter three? I liked the ending a lot',
  '第三章读完了，结尾很意外，推荐大家慢慢读',
  'thanks, that helps!',
  'when is the next meetup?',
  '下次聚会什么时候？',
  '怎么兑换积分',
  'I think the translation is fine, but the notes are missing',
  '签到',
  '群规',
  '/me',
  '/checkin',
  '/top',
]
const spam = [
  '加薇❤ abc12345 领福利，日赚五百',
  'FREE crypto airdrop!!! https://bit.ly/3xFreeCoin join t.me/fastmoney now',
  '刷单兼职日结，加微信 wx_888999',
]

/** Linear congruential (Numerical Recipes, 1992): a story has to be the same on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function story(events: number, seed: number): string[] {
  const roll = dice(seed)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(roll() * some.length)] as T
  const lines: string[] = []
  let at = start
  let people = 0
  const say = (event: Record<string, unknown>) =>
    lines.push(JSON.stringify({ id: `e${lines.length}`, at, group: pick(['reading', 'workshop']), ...event }))
  for (let n = 0; n < events; n++) {
    at += Math.floor(roll() * ((28 * dayMs) / events) * 2)
    const user = `u${Math.floor(roll() * (people + 1))}`
    const chance = roll()
    if (chance < 0.15 || people < 3)
      say({
        type: 'member.join',
        user: `u${people++}`,
        name: `Guest ${people}`,
        ...(people === 1 && { role: 'owner' }),
      })
    else if (chance < 0.18) say({ type: 'member.leave', user })
    else if (chance < 0.23) say({ type: 'message', user: `s${Math.floor(roll() * 5)}`, text: pick(spam) })
    else if (chance < 0.27)
      say({ type: 'command', user: 'u0', role: 'owner', name: 'warn', input: { member: user, reason: 'too loud' } })
    else if (chance < 0.3) say({ type: 'reaction', user, message: `e${Math.floor(roll() * n)}`, emoji: '👍' })
    else if (chance < 0.33) say({ type: 'clock' })
    else say({ type: 'message', user, text: pick(talk) })
  }
  return lines.map((line) => (line.includes('"type":"clock"') ? line.replace(/"group":"\w+",/, '') : line))
}
