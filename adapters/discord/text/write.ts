/** From our Markdown to Discord's. */
import type { APIAllowedMentions } from 'discord-api-types/v10'
import { bareId } from '../ids.ts'

export interface Mention {
  readonly user: string
  readonly name: string
}
export interface Written {
  readonly text: string
  /** Accounts that are really called; goes into `allowed_mentions`. */
  readonly called: readonly string[]
}

const code = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)/
/** Nobody but these is called, whatever the text says. */
export const allowed = (called: readonly string[] = []): APIAllowedMentions => ({
  parse: [],
  users: [...called].slice(0, 100),
  replied_user: false,
})

/** What Discord does not know (images, rules, small headings) becomes what it knows; code is left as it is. */
export function write(text: string, mentions: readonly Mention[] = []): Written {
  const called = new Set<string>()
  const parts = text.split(code).map((part, n) => (n % 2 === 1 ? part : call(disarm(restyle(part)), mentions, called)))
  return { text: parts.join(''), called: [...called] }
}

const restyle = (text: string) =>
  text
    .replace(/!\[([^\]\n]*)\]\(([^)\s]+)\)/g, (_whole, alt: string, url: string) => (alt ? `[${alt}](${url})` : url))
    .replace(/^#{4,6}\s+(.+)$/gm, '**$1**')
    .replace(/^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '')

/** `allowed_mentions` keeps these from calling anybody; this keeps them from looking as if they did. */
const disarm = (text: string) => text.replace(/@(everyone|here)\b/gi, '@\u200b$1').replace(/<@&(\d+)>/g, '<@\u200b&$1>')

/** The longest name first, so that "@Tom Smith" is not "@Tom". */
function call(text: string, mentions: readonly Mention[], called: Set<string>): string {
  const byLength = [...mentions].sort((a, b) => b.name.length - a.name.length)
  let rest = text
  for (const { user, name } of byLength) {
    const id = bareId(user)
    if (!id || !name || !rest.includes(`@${name}`)) continue
    rest = rest.replaceAll(`@${name}`, `<@${id}>`)
    called.add(id)
  }
  return rest
}
