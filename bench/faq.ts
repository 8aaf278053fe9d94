/**
 * 5,000 questions with three ways to ask each: how long the desk takes to load, to learn one more, and to be asked. CPU
 * time beside wall-clock: it is what a busy machine leaves comparable.
 */

import { config } from '../src/features/faq/config.ts'
import { FaqDesk } from '../src/features/faq/desk.ts'
import { writtenEntry } from '../src/features/faq/entry.ts'

const count = 5000
const asked = 500
const things =
  '押金 发票 停车 雨伞 早餐 宠物 打印 签证 电梯 充电 门票 会员 课程 书单 材料 回放 名额 座位 证书 快递'.split(' ')
const acts = '退款 预约 修改 取消 领取 转让 延期 查询 兑换 投诉'.split(' ')
const english =
  'deposit invoice parking umbrella breakfast pet printing visa lift charging ticket member course list kit replay place seat certificate parcel'.split(
    ' ',
  )

function entries() {
  return Array.from({ length: count }, (_, n) => {
    const [thing, act] = [things[n % 20], acts[Math.floor(n / 20) % 10]]
    const where = `${Math.floor(n / 200)}号楼`
    return {
      id: `q${n}`,
      question: { zh: `${where}的${thing}怎么${act}？`, en: `How do I change the ${english[n % 20]} of house ${n}?` },
      alternatives: [`${thing}${act}在${where}哪里办`, `请问${where}能${act}${thing}吗`],
      answer: { zh: '看这里。', en: 'See here.' },
    }
  })
}
const since = (start: number) => Number((performance.now() - start).toFixed(1))

/** Numbers in large arrays stand outside the heap: they count, too. In bytes. */
function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

export async function faqDesk() {
  globalThis.gc?.()
  const before = memory()
  const raw = entries()
  let start = performance.now()
  const parsed = config.parse({ entries: raw })
  const checkedMs = since(start)
  start = performance.now()
  const cpu = process.cpuUsage()
  const desk = new FaqDesk(parsed.entries.map((entry) => writtenEntry(entry)))
  const loadedMs = since(start)
  const { user, system } = process.cpuUsage(cpu)
  globalThis.gc?.()
  const heapMb = Math.round((memory() - before) / 1_048_576)
  const lesson = {
    id: 't1',
    community: 'c',
    entry: 'q7',
    question: '七号那件事咋办',
    answer: '',
    by_id: 'm',
    by_name: 'm',
    at: 1,
  }
  start = performance.now()
  desk.learn([lesson], '1')
  const learnedMs = since(start)
  start = performance.now()
  for (let n = 0; n < asked; n++) desk.ask(`${n % 25}号楼的${things[n % 20]}要怎么${acts[n % 10]}呢？`, 'balanced')
  const askedUs = Math.round(((performance.now() - start) * 1000) / asked)
  return [
    {
      entries: count,
      checkedMs,
      loadedMs,
      loadedCpuMs: Math.round((user + system) / 1000),
      learnedMs,
      askedUs,
      heapMb,
    },
  ]
}
