/** What the adapter says by itself: to the owner, and in the few places where WeChat needs words of its own. */
import { texts } from '../../src/core/texts.ts'

export const wechatTexts = texts(
  {
    'down.absent': '连不上微信服务',
    'down.token': '微信服务不认这个 token',
    'down.taken': '微信服务正在为另一个程序工作',
    'down.silent': '微信服务没有回应',
    'down.lost': '和微信服务的连接断了',
    'down.never': '微信服务既没有登录，也没有给二维码',
    'down.broken': '微信服务启动不了',

    'tell.scan': '请用机器人的微信扫码登录：二维码在后台页面和终端里。',
    'tell.out': '机器人的微信在手机上被退出了，请重新扫码登录：二维码在后台页面和终端里。',
    'tell.token': '微信服务不认 WECHATY_PUPPET_SERVICE_TOKEN，请检查后重启。',
    'tell.taken': '另一个程序正用着同一个微信 token，事件都到它那里去了。请先停掉它。',
    'tell.away': '还没有连上微信：{why}。会一直重试；`npx innkeeper doctor` 能看出哪里不对。',
    'tell.nothing': 'wechat.yaml 里一个群也没有，微信里什么都不会做。写上群名即可，不用重启。',
    'tell.busy': '微信提示操作过于频繁：{hours} 小时内不再发送任何消息。',
    'tell.missing': '没有找到「{topic}」这个群（{ref}）。机器人进群了吗？群名一字不差吗？',
    'tell.several': '有 {count} 个群都叫「{topic}」（{ref}），不知道是哪一个。请在 wechat.yaml 里写 id：{ids}',
    'tell.unserved': 'wechat.yaml 里的「{ref}」没有列在 community.yaml 的 groups 里，消息不会被处理。',
    'tell.double': '「{ref}」在两份 wechat.yaml 里都有，只用第一份。',
    'tell.late': '离线期间「{group}」新进 {count} 人，已过补欢迎的时间，没有逐一欢迎。',
    'tell.old': '登录时微信补发了 {count} 条旧消息，没有逐条处理。',
    'tell.matches': '有 {count} 个人或群认不准，请在后台或用「/match」确认。',
    'tell.left': '已退出不在名单上的群「{topic}」。',

    announce: '【公告】\n{text}',
    busy: '微信提示操作过于频繁',
    'denied.owner': '机器人不是群主或管理员。在微信群设置里把它设为管理员，或由群主操作。',
    'denied.friend': '机器人和 TA 还不是好友。请 TA 先加机器人。',
    'denied.blocked': '对方拒收了机器人的消息。',
    'denied.full': '群满员或对方设置了不能被拉进群，请手动邀请。',
    'denied.own': '微信只能撤回自己两分钟内的消息。',
    'gone.room': '机器人已经不在这个群里',
    'gone.person': '找不到这个人',
    'gone.request': '这个请求已经过期',
  },
  {
    'down.absent': 'the WeChat service does not answer',
    'down.token': 'the WeChat service refuses the token',
    'down.taken': 'the WeChat service is working for another program',
    'down.silent': 'the WeChat service gives no sign of life',
    'down.lost': 'the connection to the WeChat service broke',
    'down.never': 'the WeChat service neither logged in nor showed a code',
    'down.broken': 'the WeChat service cannot be started',

    'tell.scan': 'Log in by scanning the code with the bot’s WeChat: it is in the office and in the terminal.',
    'tell.out':
      'The bot’s WeChat was logged out on the phone. Scan the code again: it is in the office and in the terminal.',
    'tell.token': 'The WeChat service refuses WECHATY_PUPPET_SERVICE_TOKEN; check it and start again.',
    'tell.taken': 'Another program uses the same WeChat token and gets all the events. Stop it first.',
    'tell.away':
      'WeChat is not connected yet: {why}. It is tried again and again; `npx innkeeper doctor` shows what is wrong.',
    'tell.nothing':
      'There is no room in wechat.yaml, so that nothing is done on WeChat. Name your rooms; no restart is needed.',
    'tell.busy': 'WeChat says that we act too often: nothing more is sent for {hours} hours.',
    'tell.missing': 'There is no room called "{topic}" ({ref}). Is the bot in it? Is the name right to the letter?',
    'tell.several':
      '{count} rooms are called "{topic}" ({ref}), so it is not clear which. Put the id into wechat.yaml: {ids}',
    'tell.unserved': 'community.yaml does not list "{ref}", which wechat.yaml names: its messages are not handled.',
    'tell.double': '"{ref}" is in two files called wechat.yaml; only the first counts.',
    'tell.late': '{count} people joined "{group}" while we were away, too long ago to welcome each of them now.',
    'tell.old': 'WeChat delivered {count} old messages at login; they were not handled one by one.',
    'tell.matches': '{count} people or rooms are not known for sure; settle them in the office or with /match.',
    'tell.left': 'Left the room "{topic}", which is not listed.',

    announce: '【Announcement】\n{text}',
    busy: 'WeChat says that we act too often',
    'denied.owner':
      'The bot neither owns nor administers this room. Make it an administrator in the room’s settings, or do it yourself.',
    'denied.friend': 'The bot and this person are not friends. They have to add the bot first.',
    'denied.blocked': 'This person refuses the bot’s messages.',
    'denied.full': 'The room is full, or this person cannot be added by others; invite them by hand.',
    'denied.own': 'WeChat only takes back one’s own messages, within two minutes.',
    'gone.room': 'the bot is no longer in this room',
    'gone.person': 'no such person',
    'gone.request': 'this request has lapsed',
  },
)
