import { texts } from '../../core/texts.ts'

export const welcomeTexts = texts(
  {
    'rules.hint': '发送「群规」可以看群规',
    'names.and': '、',
    'names.last': ' 和 ',
    'names.more': '{names} 等 {count} 位朋友',
    'state.waiting': '等待中',
    'state.welcomed': '已欢迎',
    'state.merged': '合并欢迎',
    'state.raid': '未发：短时间内入群太多',
    'state.cap': '未发：超过每小时上限',
    'state.known': '未发：老成员',
    'state.left': '未发：已离开',
    'state.off': '未发：功能关闭',
    'state.trouble': '未发：进群后被处理',
    'panel.newcomers': '新成员',
    'request.ask': '{name} 想进「{group}」，留言：{text}\n要让 TA 进来吗？',
    'request.yes': '通过',
    'request.no': '拒绝',
    'request.admitted': '已放行：{name}。',
    'request.refused': '已拒绝：{name}。',
    'error.staff-only': '只有管理员能决定谁进群。',
    'error.decided': '这个申请已经有人处理了。',
  },
  {
    'rules.hint': 'send /rules to read the house rules',
    'names.and': ', ',
    'names.last': ' and ',
    'names.more': '{names} and others, {count} in all',
    'state.waiting': 'waiting',
    'state.welcomed': 'welcomed',
    'state.merged': 'welcomed with others',
    'state.raid': 'silent: too many joins at once',
    'state.cap': 'silent: over the hourly cap',
    'state.known': 'silent: known already',
    'state.left': 'silent: left again',
    'state.off': 'silent: switched off',
    'state.trouble': 'silent: dealt with by moderation',
    'panel.newcomers': 'Newcomers',
    'request.ask': '{name} would like to come into “{group}” and writes: {text}\nLet them in?',
    'request.yes': 'Let in',
    'request.no': 'Refuse',
    'request.admitted': '{name} is let in.',
    'request.refused': '{name} is refused.',
    'error.staff-only': 'Only staff decide who comes in.',
    'error.decided': 'Somebody has decided this already.',
  },
)

export const defaultWelcome = {
  zh: '欢迎 {name} 来到{group}！你是第 {number} 位成员。先说说你是怎么找到这里的吧？{rules}。',
  en: 'Welcome to {group}, {name}! You are member no. {number}. How did you find us? And {rules}.',
}
export const defaultMerged = {
  zh: '欢迎 {names} 一起来到{group}！先互相打个招呼吧。{rules}。',
  en: 'Welcome to {group}, {names}! Say hello to each other, and {rules}.',
}
