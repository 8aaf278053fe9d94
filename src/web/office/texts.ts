/** The headings of the office's CSV files. */
import { texts } from '../../core/texts.ts'

export const csvTexts = texts(
  {
    time: '时间',
    group: '群',
    type: '事件',
    member: '成员',
    feature: '功能',
    decided: '判定',
    score: '分数',
    checks: '依据',
    actions: '动作',
    id: '编号',
    job: '任务',
    key: '名称',
    state: '状态',
    note: '说明',
  },
  {
    time: 'Time',
    group: 'Group',
    type: 'Event',
    member: 'Member',
    feature: 'Feature',
    decided: 'Decided',
    score: 'Score',
    checks: 'Reasons',
    actions: 'Actions',
    id: 'Id',
    job: 'Job',
    key: 'Name',
    state: 'State',
    note: 'Note',
  },
)
