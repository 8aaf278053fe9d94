/** What the office's server says: refusals, and the headings of its CSV files. */
import { texts } from '../../core/texts.ts'

const zh = {
  'bad-request': '请求有误：{field} — {detail}。数据没有变动，请刷新页面后重试。',
  'not-signed-in': '登录已过期。请用邀请链接或店主密钥重新登录，刚才的内容不会丢。',
  'not-staff': '这里只对管理员开放。需要权限的话，请联系店主。',
  'cross-site': '这次操作不是从后台页面发出的，已拦下，数据没有变动。请从后台页面重试。',
  'no-community': '没有找到这个社群，它可能已经从规则手册里移除。',
  'no-group': '没有找到这个群，或者它不归你管理。请刷新页面后重试。',
  'no-panel': '没有找到这张表：对应的功能可能没有启用。',
  'no-event': '没有找到这条记录，它可能已经过了保留期。',
  failed: '后台出了点问题，数据没有变动。请稍后再试；若反复出现，请查看日志（编号 {id}）。',
  'csv.time': '时间',
  'csv.group': '群',
  'csv.type': '事件',
  'csv.member': '成员',
  'csv.feature': '功能',
  'csv.decided': '判定',
  'csv.score': '分数',
  'csv.checks': '依据',
  'csv.actions': '动作',
  'csv.id': '编号',
  'csv.job': '任务',
  'csv.key': '名称',
  'csv.state': '状态',
  'csv.note': '说明',
}
export type RefusalCode =
  | 'bad-request'
  | 'not-signed-in'
  | 'not-staff'
  | 'cross-site'
  | 'no-community'
  | 'no-group'
  | 'no-panel'
  | 'no-event'
  | 'failed'

export const officeTexts = texts(zh, {
  'bad-request': 'The request is not right: {field} — {detail}. Nothing was changed; reload the page and try again.',
  'not-signed-in':
    'Your session has ended. Sign in again with your invite link or the owner key; what you typed is still here.',
  'not-staff': 'This place is for moderators. Ask the owner if you need to be here.',
  'cross-site': 'This did not come from the office page, so it was stopped. Nothing was changed; try again from there.',
  'no-community': 'There is no such community. It may have been taken out of the rulebook.',
  'no-group': 'There is no such group, or it is not yours to run. Reload the page and try again.',
  'no-panel': 'There is no such table: its feature may be switched off.',
  'no-event': 'There is no such entry any more. It may be older than what is kept.',
  failed: 'Something went wrong on our side and nothing was changed. Try again; if it stays, look in the log for {id}.',
  'csv.time': 'Time',
  'csv.group': 'Group',
  'csv.type': 'Event',
  'csv.member': 'Member',
  'csv.feature': 'Feature',
  'csv.decided': 'Decided',
  'csv.score': 'Score',
  'csv.checks': 'Reasons',
  'csv.actions': 'Actions',
  'csv.id': 'Id',
  'csv.job': 'Job',
  'csv.key': 'Name',
  'csv.state': 'State',
  'csv.note': 'Note',
})
