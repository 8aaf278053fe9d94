/** What `innkeeper check` says of a wechat.yaml. */
import { texts } from '../../src/core/texts.ts'

export const setupTexts = texts(
  {
    'wrong.nameless': '群「{name}」既没有写群名，也没有写 id。',
    'mend.nameless': '加上 topic（微信里的群名，一字不差），或者 id。',
    'wrong.faceless': '「{name}」没有写怎么认人。',
    'mend.faceless': '加上 remark（机器人账号给 TA 的备注）、handle（微信号）或 id。群昵称谁都能改，不能用来认人。',
    'wrong.twice': '「{name}」出现了两次，不知道指哪个群。',
    'mend.twice': '每个群用不同的群名和暗号。',
    'wrong.backwards': '最短间隔比最长间隔还长。',
    'mend.backwards': '把 least 和 most 对调。',
  },
  {
    'wrong.nameless': 'The room "{name}" has neither a topic nor an id.',
    'mend.nameless': 'Add `topic` (its name in WeChat, letter by letter) or `id`.',
    'wrong.faceless': 'Nothing says how "{name}" is known.',
    'mend.faceless':
      'Add `remark` (what the bot’s account calls them), `handle` (their WeChat ID) or `id`. Anybody can change a nickname, so that is no proof.',
    'wrong.twice': '"{name}" stands here twice, so it is not clear which room is meant.',
    'mend.twice': 'Give every room its own topic and code words.',
    'wrong.backwards': 'The shortest pause is longer than the longest.',
    'mend.backwards': 'Swap `least` and `most`.',
  },
)
