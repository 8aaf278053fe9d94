/** Chinese talk that begins with the word of a command, and commands said without a slash: with every feature's own. */
import { describe, expect, it } from 'vitest'
import { Commands } from '../../src/core/engine/commands.ts'
import { features } from '../../src/features.ts'

const { lines } = new Commands(features)

describe('talk', () => {
  it.each([
    '抽奖 大家快来',
    '抽奖什么时候开始？',
    '抽奖 又没中',
    '签到了吗',
    '签到 送积分吗？',
    '打卡 第三天，继续加油',
    '打卡第 30 天',
    '积分 真难攒啊',
    '积分怎么算的',
    '积分 可以换什么？',
    '福利 来啦',
    '福利真不错',
    '兑换 的人好多呀',
    '兑换码发我一下',
    '群规 第三条是什么',
    '规则 太严了吧',
    '规则我看过了',
    '禁言 也太过分了吧',
    '禁言 小明算了',
    '警告 一次就够了',
    '封禁 那个发广告的',
    '举报 这种人有用吗',
    '举报了三次都没人理',
    '清理 一下群文件',
    '处理 得真快',
    '备注 改成真名',
    '撤销 不了怎么办',
    '统计 一下周末人数',
    '数据 好像不对',
    '排行 第一是谁',
    '日程 改到周六了',
    '定时 发布真方便',
    '奖励 小明一朵花',
    '发放 时间定了吗？',
    '常见问题 都写在公告里了。',
    '我的 也是这样',
    '移出 购物车了',
    '误判 了吧这是',
    '问',
    '问题不大',
    '问 一下，明天几点集合？',
    '问 大家一个问题',
    '问 你个事',
    '问 我的？',
    '问 老师要作业',
    '问 小明 要了吗？',
    '问 王医生 怎么说',
    '问 题不大',
    '问 了也没人回',
    '问 谁呢？',
    '问 心无愧！',
    '问 世间情为何物，直教人生死相许。',
    '问怎么退款',
    '教',
    '教 我 做饭',
    '教 我 怎么做饭？',
    '教 孩子 写作业',
    '教 孩子 怎么写作业？ 太累了',
    '教 英语 多少钱一节课。',
    '教 数学真难',
    '教 会了徒弟 饿死师傅',
    '教 怎么退款？',
    '教练 来了吗',
    '常见问题 都写在公告里了。',
    '撤下问答 了吗',
  ])('%s', (line) => expect(lines.parse(line)?.card.name).toBeUndefined())
})

describe('commands', () => {
  it.each([
    ['签到', 'checkin', {}],
    ['打卡', 'checkin', {}],
    ['群规', 'rules', {}],
    ['积分', 'points', {}],
    ['积分 @小明', 'points', { member: '@小明' }],
    ['福利', 'perks', {}],
    ['兑换 咖啡券', 'redeem', { perk: '咖啡券' }],
    ['抽奖', 'giveaway', {}],
    ['排行榜', 'top', {}],
    ['统计', 'stats', {}],
    ['日程', 'schedule', {}],
    ['禁言 @小明 10分钟 刷屏', 'mute', { member: '@小明', for: '10分钟', reason: '刷屏' }],
    ['举报 @小明 他一直发广告了', 'report', { member: '@小明', reason: '他一直发广告了' }],
    ['申诉 12 我没有发广告', 'appeal', { case: '12', reason: '我没有发广告' }],
    ['案件 #12', 'case', { case: '#12' }],
    ['同意群规', 'agree', {}],
    ['常见问题 停车', 'faq', { topic: '停车' }],
    ['清理 20', 'purge', { count: 20 }],
    ['问 停车', 'faq', { topic: '停车' }],
    ['问 怎么退款', 'faq', { topic: '怎么退款' }],
    ['问 停车场在几楼？', 'faq', { topic: '停车场在几楼？' }],
    ['问　how do I get a refund?', 'faq', { topic: 'how do I get a refund?' }],
    ['问 iOS 怎么安装？', 'faq', { topic: 'iOS 怎么安装？' }],
    ['群问答 停车', 'faq', { topic: '停车' }],
    ['群问答 停车场在几楼？', 'faq', { topic: '停车场在几楼？' }],
    ['教 停车场在几楼？ 地下二层', 'teach', { question: '停车场在几楼？', answer: '地下二层' }],
    ['教 问：停车场在几楼 答：地下 二层', 'teach', { question: '问：停车场在几楼', answer: '答：地下 二层' }],
    ['教 #a7f2', 'teach', { question: '#a7f2' }],
    ['教 #a7f2 地下二层', 'teach', { question: '#a7f2', answer: '地下二层' }],
    ['未答', 'unanswered', {}],
    ['问答报告', 'faq-report', {}],
    ['试问 怎么退款？', 'faq-try', { question: '怎么退款？' }],
  ])('%s', (line, name, input) => {
    const typed = lines.parse(line)
    expect([typed?.card.name, typed?.input]).toEqual([name, input])
  })
})

it('takes a word of one letter alone in a reply, where what is replied to stands for the rest', () => {
  expect(lines.parse('教', false, true)?.card.name).toBe('teach')
  expect(lines.parse('教', false, false)).toBeUndefined()
  expect(lines.parse('教你', false, true)).toBeUndefined()
  expect(lines.parse('问', false, true)).toBeUndefined()
})
