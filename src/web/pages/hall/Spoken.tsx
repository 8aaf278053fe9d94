/** What a person wrote: plain, with its links and the names it mentions. */
import { Fragment } from 'react'
import type { Person } from '../../../../adapters/web/wire.ts'
import classes from './stream.module.css'

interface SpokenProps {
  readonly text: string
  readonly people: ReadonlyMap<string, Person>
  readonly me: string
}
const links = /https?:\/\/[^\s<>"'，。；！？、）】》]+[^\s<>"'，。；！？、）】》.,;:!?)\]]/g

export function Spoken({ text, people, me }: SpokenProps) {
  const parts = split(text, links)
  return (
    <div className={classes.text}>
      {parts.map((part) =>
        part.hit ? (
          <a key={part.at} href={part.text} target="_blank" rel="noopener noreferrer nofollow ugc">
            {part.text}
          </a>
        ) : (
          <Fragment key={part.at}>{named(part.text, people, me)}</Fragment>
        ),
      )}
    </div>
  )
}

function named(text: string, people: ReadonlyMap<string, Person>, me: string) {
  if (!text.includes('@')) return text
  const everybody = [...people.values()]
  const known = everybody.map((person) => person.name).filter((name) => text.includes(`@${name}`))
  if (known.length === 0) return text
  const longestFirst = known.sort((one, other) => other.length - one.length).map((name) => escaped(name))
  return split(text, new RegExp(`@(?:${longestFirst.join('|')})`, 'gu')).map((part) => {
    if (!part.hit) return <Fragment key={part.at}>{part.text}</Fragment>
    const person = everybody.find((one) => part.text === `@${one.name}`)
    return (
      <span key={part.at} className={classes.mention} data-me={person?.user === me}>
        {part.text}
      </span>
    )
  })
}

/** The text in parts, alternately between hits and hits. */
function split(text: string, pattern: RegExp): { readonly at: number; readonly text: string; readonly hit: boolean }[] {
  const parts = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push({ at: end, text: text.slice(end, match.index), hit: false })
    parts.push({ at: match.index, text: match[0], hit: true })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end), hit: false })
  return parts
}
const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
