/** Activity in the office. */
import type { Panel, PanelCtx } from '../../core/feature.ts'
import { dayKey, dayNumberAt } from '../../time/days.ts'
import type { ActivityConfig } from './config.ts'
import { membersIn, numbersOf } from './reports.ts'
import { streakOn } from './tally.ts'
import { activityTexts } from './texts.ts'

type Ctx = PanelCtx<ActivityConfig>

/** Fourteen rows, oldest first, the last one today: this week and the one before it. */
export async function daysPanel({ db, groups, now }: Ctx): Promise<Panel> {
  const today = dayNumberAt(now, groups[0]?.timezone ?? 'UTC')
  const numbers = await numbersOf(
    db,
    groups.map((group) => group.id),
    { from: today - 13, to: today },
  )
  return {
    columns: [
      { key: 'day', label: { zh: '日期', en: 'Day' } },
      { key: 'messages', label: { zh: '消息', en: 'Messages' }, kind: 'number' },
      { key: 'active', label: { zh: '发言人数', en: 'People who wrote' }, kind: 'number' },
      { key: 'joins', label: { zh: '新来', en: 'Joined' }, kind: 'number' },
      { key: 'leaves', label: { zh: '离开', en: 'Left' }, kind: 'number' },
    ],
    rows: numbers.map(({ day, ...cells }) => ({ id: dayKey(day), cells: { ...cells, day: dayKey(day) } })),
  }
}

const mostRows = 2000
/** Those seen last first, group after group. */
export async function membersPanel({ db, groups, config, now, locale }: Ctx): Promise<Panel> {
  const rows: Panel['rows'][number][] = []
  for (const group of groups) {
    const today = dayNumberAt(now, group.timezone)
    for (const member of await membersIn(db, group.id, config.segments, { now, today }, mostRows - rows.length))
      rows.push({
        id: `${group.id}/${member.id}`,
        group: group.id,
        cells: {
          name: member.name,
          group: group.name,
          messages: member.messages,
          days: member.days,
          streak: streakOn({ streak: member.streak, last_day: member.lastDay }, today),
          score: member.points / 100,
          segment: activityTexts[locale][`segment.${member.segment}`] ?? member.segment,
          seen: member.lastAt || null,
        },
      })
  }
  return {
    columns: [
      { key: 'name', label: { zh: '名字', en: 'Name' } },
      { key: 'group', label: { zh: '群', en: 'Group' } },
      { key: 'messages', label: { zh: '消息', en: 'Messages' }, kind: 'number' },
      { key: 'days', label: { zh: '活跃天数', en: 'Days active' }, kind: 'number' },
      { key: 'streak', label: { zh: '连续天数', en: 'Streak' }, kind: 'number' },
      { key: 'score', label: { zh: '30 天贡献分', en: 'Points in 30 days' }, kind: 'number' },
      { key: 'segment', label: { zh: '类型', en: 'Kind' } },
      { key: 'seen', label: { zh: '最近发言', en: 'Last message' }, kind: 'time' },
    ],
    rows,
  }
}
