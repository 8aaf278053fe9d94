/** People who come to a group, as they do: names of no likeness but that of people's names. */

export const people = [
  'Ana',
  'Bertrand',
  'Chiyo',
  '老周',
  'Dmitri',
  'Eun-ji',
  'Fatou',
  'Grzegorz',
  '小满',
  'Hiroko',
  'Ines',
  'João',
  '王小明',
  'Katarzyna',
  'Liam O.',
  '王小红',
  'Maryam',
  'Nguyễn Thu',
  '李伟',
  'Olu',
  'Priya S',
  '阿土伯',
  'Quentin',
  'Ravi',
  'Sofía',
  '张伟',
  'Tariq',
  'Uma',
  '陈静',
  'Vera',
  'Wanjiru',
  'Xóchitl',
  '月半小夜曲',
  'Yusuf',
  'Zoë',
  'Anna K',
  'Anne',
  '李娜',
  'bookworm42',
  'tea_time',
  'alex_w',
  'Alexandra',
  'user8841',
  '微信用户',
  'momo',
  'Sam',
  'Samuel',
  '不吃香菜',
  'K.',
  '今天也要加油',
] as const

/** As many of them within so long, most soon after the announcement; the same for the same seed. */
export function trickle(count: number, withinMs: number, seed: number): { name: string; after: number }[] {
  let state = (seed * 0x9e3779b9) >>> 0
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const times = Array.from({ length: count }, () => random() ** 1.5 * withinMs).sort((a, b) => a - b)
  const names = [...people].sort(() => random() - 0.5)
  return times.map((time, n) => ({ name: names[n] as string, after: Math.round(time - (times[n - 1] ?? 0)) }))
}
