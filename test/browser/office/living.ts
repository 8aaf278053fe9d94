/** Two weeks of a reading circle: regulars, newcomers, questions nobody answers, and two who sell something. */
import { day, type House } from './house.ts'

const regulars = ['林溪', 'Tom', '阿哲', 'Priya', '小满', 'Noah']
const lines = [
  '第三章读完了，结尾那一段比我想的安静',
  'I keep going back to the letter in chapter two',
  '有人对照过两个译本吗？',
  'The translation by Yang reads better aloud',
  '今晚大概能读到一百二十页',
  'Same here, page ninety and slowing down on purpose',
  '这本适合慢慢读，不着急',
]

export async function live(house: House, now: number) {
  const start = now - 14 * day
  for (const [index, name] of regulars.entries())
    await house.happens({ type: 'member.join', user: `web:u${index}`, name, at: start + index * 60_000 })
  for (let past = 13; past >= 0; past--) await oneDay(house, now - past * day, past)
  await house.until(now)
  await trouble(house)
}

async function oneDay(house: House, end: number, past: number) {
  const said = past === 0 ? 5 : 4 + ((past * 7) % 11) + (past < 7 ? 4 : 0)
  for (let index = 0; index < said; index++) {
    const who = (index + past) % regulars.length
    const at = end - (said - index) * 20 * 60_000
    const text = `${lines[(index + past) % lines.length]} ${index + past}`
    await house.happens({ type: 'message', user: `web:u${who}`, name: regulars[who], text, at })
  }
  if (past % 3 === 0)
    await house.happens({ type: 'member.join', user: `web:n${past}`, name: `书友${past}`, at: end - 10 * 60_000 })
  if (past === 5) await house.happens({ type: 'member.leave', user: 'web:n12', name: '书友12', at: end - 60_000 })
}

const asked = [
  '怎么退押金？',
  '怎么退押金',
  '请问怎么退押金？',
  'Is there parking near the bookshop?',
  '可以带孩子一起来吗？',
]
async function trouble(house: House) {
  for (const [index, text] of asked.entries())
    await house.happens({ type: 'message', user: `web:u${index}`, name: regulars[index], text })
  const sellers = [
    ['web:s1', '小号_88', '想看书的朋友可以加薇 vx8823991，我这里有多的'],
    [
      'web:s2',
      'Free Gift',
      'FREE gift cards!!! join https://t.me/joinchat/AAAA now, dm me on whatsapp +44 7700 900123',
    ],
  ] as const
  for (const [user, name, text] of sellers) {
    await house.happens({ type: 'member.join', user, name })
    await house.happens({ type: 'message', user, name, text })
    await house.happens({ type: 'message', user, name, text: `${text}!` })
  }
}
