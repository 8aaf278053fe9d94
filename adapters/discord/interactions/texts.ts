/** What the Discord door itself says to somebody who used a command, a form or a button. */
import { fill, texts, type Vars } from '../../../src/core/texts.ts'
import type { Locale } from '../../../src/core/words.ts'

const interactionTexts = texts(
  {
    done: '好了。',
    slow: '掌柜这会儿有点忙，办好了会在这里答复你。',
    closing: '掌柜正在重启。过一会儿还没有收到答复的话，请再试一次。',
    failed: '掌柜这边出了点问题，没有办成。请过一会儿再试。',
    unlisted: '掌柜的规则书里还没有这个服务器，请联系服主。',
    unknown: '这条命令已经变了，Discord 正在更新列表。请按 Ctrl+R（手机请重开应用）后再试。',
    stale: '这个按钮已经失效了。',
    elsewhere: '请在服务器里使用。',
    error: '⚠️ {message}',
    'error.field': '⚠️ **{field}**：{message}',
    kept: '你刚才写的在这里，可以复制后再试：',
    choose: '请选择',
  },
  {
    done: 'Done.',
    slow: 'This takes longer than usual. The answer will come here.',
    closing: 'I am restarting. If no answer comes in a little while, please try again.',
    failed: 'Something went wrong on my side and it was not done. Please try again in a little while.',
    unlisted: 'The rulebook does not list this server yet. Please tell its owner.',
    unknown:
      'This command has changed and Discord is still updating its list. Press Ctrl+R (on a phone: reopen the app) and try again.',
    stale: 'This button no longer works.',
    elsewhere: 'Please use this in a server.',
    error: '⚠️ {message}',
    'error.field': '⚠️ **{field}**: {message}',
    kept: 'What you wrote is here, to copy and try again:',
    choose: 'Choose',
  },
)
export type InteractionText = keyof (typeof interactionTexts)['zh'] & string

export const say = (locale: Locale, key: InteractionText, vars?: Vars): string =>
  fill(interactionTexts[locale][key] ?? key, vars)
