/** Empty tables. */
import { pair } from './pair.ts'

export const blanks = pair(
  {
    'blank.faq.unanswered': '没有积压的问题',
    'blank.faq.unanswered.hint':
      '有人提问而没人答上时会记在这里，问的人越多越靠前。回复那条问题并发 /teach，掌柜就学会了。',
    'blank.faq.entries': '掌柜还不会回答问题',
    'blank.faq.entries.hint': '在规则书的 faq.yaml 里写下常见问题，或在群里用 /teach 教一条。',
    'blank.faq.wordings': '还没有教过别的问法',
    'blank.faq.wordings.hint': '在上面试一个问题，点“就是这条”，它就多认一种问法；成员选过两次的推荐也会自己记下来。',
    'blank.faq.tuning': '没有要改进的',
    'blank.faq.tuning.hint': '两条问答抢同一个问题、或者一条从没用上时，会列在这里。',
    'blank.rules.unacknowledged': '大家都看过群规了',
    'blank.rules.unacknowledged.hint': '新成员入群后、点“我已阅读”之前，会列在这里。',
    'blank.perks.redemptions': '还没有人兑换',
    'blank.perks.redemptions.hint': '成员用 /redeem 兑换后会排在这里，等你发放。可兑换的福利写在 perks.yaml 里。',
    'blank.perks.giveaways': '还没有抽奖',
    'blank.perks.giveaways.hint': '用 /giveaway 发起一次。开奖前先公布承诺，开奖后公布种子，谁都能验。',
    'blank.welcome.newcomers': '还没有新成员',
    'blank.welcome.newcomers.hint': '把邀请链接发出去；谁来了、谁带来的、欢迎了没有，都会记在这里。',
    'blank.schedule.posts': '还没有定时内容',
    'blank.schedule.posts.hint': '在规则书的 schedule.yaml 里写上时间和内容，保存后立刻生效。',
    'blank.moderation.errors': '还没有可统计的处理',
    'blank.moderation.errors.hint': '掌柜自行处理过之后，每条规则和每项检查被撤销的比例会列在这里。',
    'blank.moderation.guard': '这一阵没有管理员动过手',
    'blank.moderation.guard.hint': '管理员一小时内移出、禁言、删除的次数会列在这里；超过上限会暂停权限。',
    'blank.moderation.cases': '还没有案件',
    'blank.moderation.cases.hint': '可疑消息、成员举报和 /warn 等命令都会立案，处理过程在这里可查、可撤销。',
  },
  {
    'blank.faq.unanswered': 'Every question has its answer',
    'blank.faq.unanswered.hint':
      'A question that nobody answers is kept here, those asked most on top. Reply to one with /teach and Innkeeper knows it.',
    'blank.faq.entries': 'Innkeeper has no answers yet',
    'blank.faq.entries.hint':
      'Write common questions into faq.yaml of the rulebook, or teach one in the group with /teach.',
    'blank.faq.wordings': 'No other wordings yet',
    'blank.faq.wordings.hint':
      'Try a question above and choose “Same as this”: it is another way to ask from then on. What two members choose is learned by itself.',
    'blank.faq.tuning': 'Nothing to improve',
    'blank.faq.tuning.hint': 'Two entries that are asked by the same words, and entries nobody uses, are listed here.',
    'blank.rules.unacknowledged': 'Everybody has read the rules',
    'blank.rules.unacknowledged.hint': 'Whoever has joined and not yet agreed to the house rules is listed here.',
    'blank.perks.redemptions': 'Nothing has been redeemed',
    'blank.perks.redemptions.hint':
      'What members redeem with /redeem waits here to be handed over. The catalogue is in perks.yaml.',
    'blank.perks.giveaways': 'No giveaways yet',
    'blank.perks.giveaways.hint':
      'Start one with /giveaway. A commitment is published first and its seed afterwards, so that anyone can check the draw.',
    'blank.welcome.newcomers': 'Nobody new yet',
    'blank.welcome.newcomers.hint':
      'Share an invite link: who comes, who brought them and how they were greeted is kept here.',
    'blank.schedule.posts': 'No posts are planned',
    'blank.schedule.posts.hint':
      'Write a time and a text into schedule.yaml of the rulebook; it counts as soon as you save.',
    'blank.moderation.errors': 'Nothing to count yet',
    'blank.moderation.errors.hint':
      'Once Innkeeper has acted by itself, the share of what was undone stands here, for each rule and each check.',
    'blank.moderation.guard': 'No moderator has done anything lately',
    'blank.moderation.guard.hint':
      'What each moderator removed, muted and deleted within the hour; beyond the limit their rights are paused.',
    'blank.moderation.cases': 'No cases yet',
    'blank.moderation.cases.hint':
      'Suspicious messages, reports and commands such as /warn open a case; what was done can be looked up here, and undone.',
  },
)
