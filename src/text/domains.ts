/** What makes a word with dots a web address, and whose invitations lead out of the group. */

/** Endings that are taken for a web address without `https://` before it. */
const endings = new Set(
  (
    'com net org info biz xyz top club site online shop store vip win bid loan work live fun icu app dev page link click ' +
    'website space tech cloud pro life world today news blog art games game gift money cash finance bet casino poker sex ' +
    'porn cam date gdn men party racing review science stream trade webcam wang ren ltd group chat social media video ' +
    'moe one buzz rest bar cyou sbs cfd lol mom quest bond beauty hair skin makeup ' +
    'cn hk tw mo sg my jp kr in us uk eu de fr es it nl be at ch se no fi dk ru su ua kz by cz gr pt br mx ar cl co pe au ' +
    'nz ca za ng ke il ae sa tr ir pk bd lk th vn id ph cc tv me io ai gg gl ly to ws la im fm am vc link ga gq cf ml tk'
  ).split(' '),
)
/** Endings that are also those of files; taken for an address only with a path or `www.`. */
const fileLike = new Set('sh md rs pl py so ps ms pm st zip mov cat'.split(' '))

export const isEnding = (label: string, sure: boolean): boolean =>
  endings.has(label) || (sure && (fileLike.has(label) || /^(?:xn--)?[a-z][a-z0-9-]+$/.test(label)))

export type InvitePlatform =
  | 'discord'
  | 'telegram'
  | 'whatsapp'
  | 'wechat'
  | 'qq'
  | 'line'
  | 'signal'
  | 'viber'
  | 'skype'
  | 'slack'
  | 'kook'
  | 'messenger'

interface InviteForm {
  readonly platform: InvitePlatform
  readonly host: RegExp
  /** The code of the invitation, in the path. */
  readonly path: RegExp
}
const forms: readonly InviteForm[] = [
  { platform: 'discord', host: /^(?:discord\.gg|dsc\.gg|discord\.(?:me|io|li))$/, path: /^\/(?:invite\/)?([\w-]+)/ },
  { platform: 'discord', host: /^(?:(?:ptb|canary)\.)?discord(?:app)?\.com$/, path: /^\/invite\/([\w-]+)/ },
  { platform: 'telegram', host: /^(?:t\.me|telegram\.(?:me|dog))$/, path: /^\/(?:joinchat\/|s\/)?(\+?[\w-]+)/ },
  { platform: 'whatsapp', host: /^chat\.whatsapp\.com$/, path: /^\/(?:invite\/)?(\w+)/ },
  { platform: 'whatsapp', host: /^(?:wa\.me|api\.whatsapp\.com)$/, path: /^\/([\w?=+]+)/ },
  {
    platform: 'wechat',
    host: /^(?:u\.wechat\.com|weixin\.qq\.com|work\.weixin\.qq\.com)$/,
    path: /^\/((?:[a-z]\/|ca\/)?[\w-]+)/,
  },
  { platform: 'qq', host: /^(?:jq|qm|qun)\.qq\.com$/, path: /^\/?(.*)/ },
  { platform: 'line', host: /^(?:line\.me|lin\.ee)$/, path: /^\/((?:r\/|ti\/|g\/)*[\w@~-]+)/ },
  { platform: 'signal', host: /^signal\.(?:group|me)$/, path: /^\/#?(.+)/ },
  { platform: 'viber', host: /^invite\.viber\.com$/, path: /^\/(.*)/ },
  { platform: 'skype', host: /^join\.skype\.com$/, path: /^\/(.+)/ },
  { platform: 'slack', host: /^join\.slack\.com$/, path: /^\/t\/(.+)/ },
  { platform: 'kook', host: /^(?:kook\.top|kaihei\.co|kook\.vip)$/, path: /^\/(\w+)/ },
  { platform: 'messenger', host: /^m\.me$/, path: /^\/(.+)/ },
]

/** The invitation an address is, if it is one. */
export function inviteOf(
  host: string,
  path: string,
): { readonly platform: InvitePlatform; readonly code: string } | undefined {
  for (const form of forms) {
    const code = form.host.test(host) ? form.path.exec(path)?.[1] : undefined
    if (code !== undefined) return { platform: form.platform, code }
  }
  return undefined
}
