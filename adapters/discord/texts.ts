/** What staff and owners are told of Discord while Innkeeper runs; what is told while setting up is in `setup.texts`. */
import { fill, texts, type Vars } from '../../src/core/texts.ts'
import { type Locale, type Localised, locales } from '../../src/core/words.ts'

export const doorTexts = texts(
  {
    'denied.owner': '{name} 是服务器所有者，Discord 不允许任何人处罚所有者',
    'denied.self': '这是掌柜自己',
    'denied.admin': '{name} 有“管理员”权限，Discord 不允许禁言。请先收回带管理员权限的身份组',
    'denied.above': '{name} 的身份组“{theirs}”不低于掌柜的“{ours}”。请在 服务器设置 → 身份组 里把“{ours}”拖到它上面',
    'denied.permission': '掌柜缺少权限：{permissions}。请在 服务器设置 → 身份组 → {ours} 里打开',
    'denied.channel': '掌柜在 #{channel} 缺少权限：{permissions}。请在 编辑频道 → 权限 里给“{ours}”打开',
    'denied.role.none': '没有名为“{role}”的身份组。请先建好，或改正规则书里的名字',
    'denied.role.managed': '身份组“{role}”由别的应用管理，不能手动给人',
    'denied.role.above': '身份组“{role}”不低于掌柜的“{ours}”。请在 服务器设置 → 身份组 里把“{ours}”拖到它上面',
    'denied.dm': '对方没有开放私信',
    'denied.code': 'Discord 拒绝了：{message}（{code}）',
    'denied.access': 'Discord 拒绝了：掌柜在这里没有权限。请运行 innkeeper doctor，它会说明缺哪一项、在哪里打开',
    'denied.pins': '这个频道的标注已满，请先取消一些',
    'denied.channel.none': '服务器里没有掌柜能发言的文字频道。请在 discord.yaml 的 channels.default 里指定一个',
    'denied.events.full': '服务器的活动已满，请先清理旧活动',
    'intent.refused': 'Discord 没有给这项权限：{what}。\n怎么开：{how}。开好后掌柜会在十分钟内自己用上。',
    'token.refused':
      'Discord 不再接受令牌。请在 Developer Portal 的 Bot 页面点 Reset Token，改好 DISCORD_TOKEN 再重启。',
    start: 'Discord：{bot} 已上线，在 {servers} 个服务器里。把它加进别的服务器，打开这个链接：{link}',
    storm:
      '十分钟里 Discord 拒绝了 {count} 个请求，再多就会被封禁一小时，所以掌柜先停手，{minutes} 分钟后继续。最多的是：{most}',
    'gap.resumed': 'Discord 在 {from}–{to} 之间连不上。断线期间的消息已经补上，没有漏掉。',
    'gap.lost': 'Discord 在 {from}–{to} 之间连不上。这段时间里的消息、加入与离开，掌柜没有看到。',
    'gap.guild': 'Discord 上的“{guild}”在 {from}–{to} 之间不可用。这段时间里发生了什么，掌柜没有看到。',
    'channel.lost':
      'Discord 服务器“{guild}”里没有“{channel}”这个频道，{feature} 的内容改发到默认频道。请改正 discord.yaml。',
  },
  {
    'denied.owner': '{name} owns the server: Discord lets nobody act on its owner',
    'denied.self': 'this is Innkeeper itself',
    'denied.admin':
      '{name} has Administrator, and Discord does not let such members be timed out. Take that role away first',
    'denied.above':
      'the role “{theirs}” of {name} is not below Innkeeper’s “{ours}”. In Server Settings → Roles, drag “{ours}” above it',
    'denied.permission': 'Innkeeper lacks: {permissions}. Switch it on in Server Settings → Roles → {ours}',
    'denied.channel':
      'In #{channel} Innkeeper lacks: {permissions}. Switch it on for “{ours}” in Edit Channel → Permissions',
    'denied.role.none': 'there is no role called “{role}”. Make it, or mend its name in the rulebook',
    'denied.role.managed': 'the role “{role}” is managed by another app and cannot be given by hand',
    'denied.role.above':
      'the role “{role}” is not below Innkeeper’s “{ours}”. In Server Settings → Roles, drag “{ours}” above it',
    'denied.dm': 'they do not take private messages',
    'denied.code': 'Discord refused: {message} ({code})',
    'denied.access':
      'Discord refused: Innkeeper lacks a permission here. Run innkeeper doctor: it names what is missing and where to switch it on',
    'denied.pins': 'this channel has no room for another pin; unpin some first',
    'denied.channel.none':
      'there is no text channel in which Innkeeper may write. Name one in discord.yaml, channels.default',
    'denied.events.full': 'the server has no room for another event; clear away old ones first',
    'intent.refused':
      'Discord did not grant an intent: {what}.\nTo switch it on: {how}. Innkeeper notices within ten minutes.',
    'token.refused':
      'Discord no longer accepts the token. In the Developer Portal, on the Bot page, click Reset Token, set DISCORD_TOKEN to it and start again.',
    start: 'Discord: {bot} is here; servers: {servers}. To add it to a server, open this link: {link}',
    storm:
      'Discord refused {count} requests within ten minutes; many more, and it would shut Innkeeper out for an hour. So Innkeeper rests and goes on in {minutes} minutes. Most of them: {most}',
    'gap.resumed':
      'Discord was out of reach {from}–{to}. What was said meanwhile has been delivered since; nothing is lost.',
    'gap.lost': 'Discord was out of reach {from}–{to}. Messages, joins and leaves of that time were not seen.',
    'gap.guild': '“{guild}” on Discord was unavailable {from}–{to}. What happened there meanwhile was not seen.',
    'channel.lost':
      'The Discord server “{guild}” has no channel “{channel}”; what {feature} posts goes to the default channel. Mend discord.yaml.',
  },
)
export type DoorText = keyof (typeof doorTexts)['zh']

/** In every language of a list, each once, one after the other: staff of one group may read different ones. */
export const saidIn = (languages: readonly Locale[], key: DoorText, vars: Vars | ((locale: Locale) => Vars) = {}) =>
  (languages.length > 0 ? languages : locales).map((locale) => said(locale, key, vars)).join(' · ')
export const said = (locale: Locale, key: DoorText, vars: Vars | ((locale: Locale) => Vars) = {}): string =>
  fill(doorTexts[locale][key] ?? key, typeof vars === 'function' ? vars(locale) : vars)
export const saidInBoth = (key: DoorText, vars: Vars | ((locale: Locale) => Vars) = {}): Localised => ({
  zh: said('zh', key, vars),
  en: said('en', key, vars),
})
