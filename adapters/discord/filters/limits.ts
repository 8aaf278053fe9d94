/** What AutoMod bears: https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object */
export const limits = {
  keywordRules: 6,
  keywords: 1000,
  keyword: 60,
  regexes: 10,
  regex: 260,
  allowed: 100,
  allow: 60,
  mentions: 50,
  answer: 150,
  exemptRoles: 20,
  exemptChannels: 50,
} as const
