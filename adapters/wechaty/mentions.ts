/** Mentions as WeChat writes them: "@name" and then U+2005 from a phone, a space from a computer. */

export interface Called {
  readonly user: string
  /** What they may be called by: nickname, and the name they carry in the room. */
  readonly names: readonly string[]
}
export interface Mentions {
  /** Ours, of those who were mentioned. */
  readonly users: readonly string[]
  readonly bot: boolean
  /** The text with every mention as "@name " without blanks in the name, as commands read it. */
  readonly text: string
}
/** What may follow a mention: WeChat's own space, any blank, punctuation, the end. */
const after = /^(?:[\u2005\s\u3000]|[，。！？、,.!?:：；;]|$)/u
const gap = /^[\u2005 \u3000]+/u

/**
 * `listed` are those whom the puppet names; by the text alone others are found, where exactly one fits. The longest
 * name counts: "@小明同学" is not 小明. `own` are the bot's names.
 */
export function mentionsIn(
  text: string,
  people: readonly Called[],
  own: readonly string[],
  listed: { readonly users: readonly string[]; readonly bot: boolean },
): Mentions {
  const users = new Set(listed.users)
  let bot = listed.bot
  let read = ''
  let rest = text
  for (let at = next(rest); at >= 0; at = next(rest)) {
    const spoken = rest.slice(at + 1)
    const name = longest(spoken, people, own)
    read += rest.slice(0, at)
    if (name === undefined) {
      read += '@'
      rest = spoken
      continue
    }
    if (own.includes(name)) bot = true
    else {
      const called = people.filter(({ names }) => names.includes(name))
      const meant = called.filter(({ user }) => listed.users.includes(user))
      const [only] = meant.length > 0 ? meant : called
      if (only && (meant.length > 0 || called.length === 1)) users.add(only.user)
    }
    rest = spoken.slice(name.length).replace(gap, ' ')
    read += `@${name.replace(/\s+/gu, '')}`
  }
  return { users: [...users], bot, text: (read + rest).replaceAll('\u2005', ' ') }
}
const next = (text: string) => text.search(/[@＠]/u)

function longest(spoken: string, people: readonly Called[], own: readonly string[]): string | undefined {
  let found: string | undefined
  for (const name of [...own, ...people.flatMap(({ names }) => names)])
    if (name && name.length > (found?.length ?? 0) && spoken.startsWith(name) && after.test(spoken.slice(name.length)))
      found = name
  return found
}
/** Whether anything in the text looks like a mention made by tapping a name. */
export const hasTapped = (text: string): boolean => /[@＠][^@＠\u2005\n]{1,40}\u2005/u.test(text)
