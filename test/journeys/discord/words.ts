/** What is said in the story, by language: by people, and by Innkeeper as far as the story looks for it. */

export interface Words {
  /** Of Discord's clients. */
  readonly client: string
  readonly rules: string
  readonly invited: string
  readonly private: string
  readonly topic: string
  readonly asked: string
  readonly answer: string
  /** Half questions: Innkeeper is not sure and offers what they may be. */
  readonly half: readonly string[]
  readonly none: string
  /** Told to staff. */
  readonly raid: string
  readonly raidOver: string
  readonly spam: readonly string[]
  readonly appeal: (number: string) => string
  readonly why: string
  readonly undo: string
  readonly insult: string
  readonly talk: readonly string[]
  readonly digest: string
  readonly prize: string
  readonly enter: string
  readonly drawn: string
}

export const zh: Words = {
  client: 'zh-CN',
  rules: '先当读者，再当作者',
  invited: '常提起你',
  private: '我是灯下读书会的掌柜',
  topic: 'which-book',
  asked: '参加要钱吗？',
  answer: '不收费',
  half: ['怎么换一本书看看呢', '可以带朋友来吗？', '书怎么弄'],
  none: '都不是',
  raid: '进入防突袭状态',
  raidOver: '的防突袭结束了',
  spam: [
    '加薇❤ abc12345 领福利，日赚五百，刷单兼职日结，博彩稳赚 https://discord.gg/fastmoney',
    '刷单兼职日结，加微信 wx_888999，博彩下注稳赚不赔 https://discord.gg/fastmoney',
  ],
  appeal: (number) => `/申诉 ${number} 我只是分享一个群，没有恶意`,
  why: '没有恶意',
  undo: '撤销处理',
  insult: '你这个人，滚你妈',
  talk: [
    '第三章读完了，结尾很意外，推荐大家慢慢读',
    '我更喜欢前一章里写菜园子的那几页',
    '周日我会早点上线，把笔记整理出来',
    '这本的装帧也很好看，摸着就舒服',
  ],
  digest: '上周小结',
  prize: '一枚手工书签',
  enter: '参加',
  drawn: '种子',
}
export const en: Words = {
  client: 'en-US',
  rules: 'Read first, write second',
  invited: 'brought you',
  private: 'I keep the door',
  topic: 'which-book',
  asked: 'Does it cost anything?',
  answer: 'is **free**',
  half: ['where can we get points for books?', 'can I bring a friend?', 'are the workshop tools for kids?'],
  none: 'None of these',
  raid: 'Raid mode is on',
  raidOver: 'is over',
  spam: [
    'FREE crypto airdrop!!! double your money, guaranteed profit, casino bonus https://bit.ly/3xFreeCoin join https://discord.gg/fastmoney',
    'Easy money from home, guaranteed profit, casino bonus, dm me on telegram t.me/fastmoney https://discord.gg/fastmoney',
  ],
  appeal: (number) => `/appeal ${number} I only shared a server, I meant no harm`,
  why: 'I meant no harm',
  undo: 'Undo it',
  insult: 'oh just kys already',
  talk: [
    'Finished chapter three, and the ending caught me by surprise',
    'I liked the pages about the kitchen garden even better',
    'On Sunday I shall come early and bring my notes with me',
    'The binding is lovely as well, it is a joy to hold',
  ],
  digest: 'Last week in',
  prize: 'a handmade bookmark',
  enter: 'Enter',
  drawn: 'Seed',
}
