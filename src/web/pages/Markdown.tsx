/** The bot's words: Markdown without raw HTML, without pictures from elsewhere, with links that lead out safely. */
import Rendered, { sanitizer } from 'markdown-to-jsx/react'
import type { ComponentProps } from 'react'
import classes from './markdown.module.css'

const safe = /^(?:https?:|mailto:|\/(?!\/)|#)/i

function Link({ href, children, title }: ComponentProps<'a'>) {
  if (!href || !safe.test(href)) return <span>{children}</span>
  return (
    <a href={href} title={title} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  )
}
/** A picture would tell its server who reads; it is shown as a link. */
const Picture = ({ src, alt }: ComponentProps<'img'>) => (
  <Link href={typeof src === 'string' ? src : undefined}>{alt || src}</Link>
)

/** The box of a task list, as a sign: there is nothing to tick. */
const Task = ({ checked }: ComponentProps<'input'>) => <span>{checked ? '☑ ' : '☐ '}</span>

const options = {
  disableParsingRawHTML: true,
  disableFrontmatter: true,
  forceBlock: true,
  wrapper: 'div',
  sanitizer: (value: string) => (safe.test(value) ? sanitizer(value) : null),
  slugify: () => '',
  overrides: {
    a: Link,
    img: Picture,
    input: Task,
    // A post is not a page: its headings stand for emphasis and stay out of the document's outline.
    ...Object.fromEntries(
      ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [
        tag,
        { component: 'p', props: { className: classes.heading } },
      ]),
    ),
  },
} as const

/**
 * Chats end a line where its writer did, and a quote with its line; Markdown proper would run both on. Code is left as
 * it is.
 */
function asInChat(text: string): string {
  const lines: string[] = []
  let code = false
  let quoted = false
  for (const line of text.split('\n')) {
    const fence = /^\s*(?:```|~~~)/.test(line)
    const quote = /^\s*>/.test(line)
    if (quoted && !quote && !code) lines.push('')
    lines.push(code || fence || line.trim() === '' ? line : `${line}  `)
    if (fence) code = !code
    quoted = quote
  }
  return lines.join('\n').trimEnd()
}

export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={classes.words}>
      <Rendered options={options}>{asInChat(text)}</Rendered>
    </div>
  )
}
