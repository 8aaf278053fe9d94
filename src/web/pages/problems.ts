/** What went wrong, what is safe and what to do, for every code the server can answer with. */
import { problemCodes } from '../../../adapters/web/problem.ts'
import { wording } from './texts.ts'

const say = wording(
  {
    bad_request: '这里填得不太对，请检查后再试。',
    not_signed_in: '登录已失效，请重新打开邀请链接。',
    not_allowed: '你没有这个权限。',
    not_found: '内容已经不在了。',
    wrong_origin: '请求来源不对，请直接打开本站页面再试。',
    too_fast: '太快了，稍等几秒再试。',
    too_long: '内容太长了，最多 4000 字。',
    key_wrong: '钥匙不对，或者已经用过了。请在服务器上重新生成一把。',
    invite_wrong: '这个邀请链接已失效。请找群里的人要一个新的。',
    name_taken: '这个名字已经有人用了，换一个吧。',
    name_bad: '名字要有文字，最多 32 个字。',
    banned: '你已被移出这个群，不能再加入。',
    muted: '你被禁言了，{until} 之后可以发言。',
    failed: '服务器出了点问题，没有任何内容丢失，请稍后再试。',
    offline: '连不上服务器，请检查网络后再试。',
  },
  {
    bad_request: 'Something here is not filled in right. Check it and try again.',
    not_signed_in: 'You are no longer signed in. Open your invite link again.',
    not_allowed: 'You may not do this.',
    not_found: 'It is no longer there.',
    wrong_origin: 'The request came from another site. Open this page directly and try again.',
    too_fast: 'That was quick. Wait a few seconds and try again.',
    too_long: 'That is too long: 4000 characters at most.',
    key_wrong: 'This key is wrong or was used already. Make a new one on the server.',
    invite_wrong: 'This invite no longer works. Ask somebody in the group for a new one.',
    name_taken: 'Somebody here has this name already. Choose another.',
    name_bad: 'A name needs letters, and 32 characters at most.',
    banned: 'You were removed from this group and cannot join again.',
    muted: 'You are muted and can write again after {until}.',
    failed: 'The server had a problem. Nothing is lost; try again in a moment.',
    offline: 'The server cannot be reached. Check your connection and try again.',
  },
)
type Known = Parameters<typeof say>[0]
const known = new Set<string>([...problemCodes, 'offline'])
const isKnown = (code: string): code is Known => known.has(code)

/** `detail` is what the server added: for `muted`, until when. */
export function problemText(code: string, detail?: string): string {
  const until =
    code === 'muted' && detail ? new Date(Number(detail)).toLocaleTimeString([], { timeStyle: 'short' }) : ''
  return say(isKnown(code) ? code : 'failed', { until })
}
