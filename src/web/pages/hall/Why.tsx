/** What was decided about one event: who looked, what was found, what was done. For staff. */
import { useEffect, useState } from 'react'
import type { Post } from '../../../../adapters/web/wire.ts'
import type { LogEntry } from '../../../core/desk.ts'
import { named } from '../names.ts'
import { request } from '../request.ts'
import { clockTime, exactTime } from '../texts.ts'
import { plain } from './plain.ts'
import { isBot } from './timeline.ts'
import classes from './why.module.css'
import { say } from './words.ts'

/** A bot's post has its action's id, "<event>/<feature>.<key>": the reason is its event's. */
const eventOf = (post: Post) => (isBot(post) ? (/^(.*)\/[^/]+$/.exec(post.id)?.[1] ?? post.id) : post.id)

export function WhyPanel({ post }: { readonly post: Post }) {
  const [entry, setEntry] = useState<LogEntry | 'none'>()
  const id = eventOf(post)
  useEffect(() => {
    setEntry(undefined)
    request<LogEntry>(`/api/hall/why/${encodeURIComponent(id)}`).then(setEntry, () => setEntry('none'))
  }, [id])
  if (entry === undefined) return <p aria-busy="true">…</p>
  if (entry === 'none') return <p>{say('whyNone')}</p>
  return (
    <div className={classes.why}>
      <blockquote>
        <strong>{post.name || say('bot')}</strong> <time title={exactTime(post.at)}>{clockTime(post.at)}</time>
        <div>{plain(post.text).slice(0, 300)}</div>
      </blockquote>
      <h3>{say('whyLooked')}</h3>
      <Looked entry={entry} />
      <h3>{say('whyDid')}</h3>
      <Did entry={entry} />
    </div>
  )
}

function Looked({ entry }: { readonly entry: LogEntry }) {
  return (
    <dl>
      {Object.entries(entry.why).map(([feature, why]) => (
        <div key={feature} data-idle={why.decided === 'nothing'}>
          <dt>{named('feature', feature)}</dt>
          <dd>
            {why.decided === 'nothing' ? say('whyNothing') : named('decided', why.decided)}
            {why.score !== undefined && <b>{say('whyScore', { score: why.score.toFixed(2) })}</b>}
            {why.checks && (
              <ul>
                {why.checks.map((check) => (
                  <li key={named('check', check.name)}>
                    {named('check', check.name)}
                    {check.score !== undefined && ` ${check.score.toFixed(2)}`}
                    {check.found && <q>{check.found}</q>}
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Did({ entry }: { readonly entry: LogEntry }) {
  if (entry.actions.length === 0) return <p>{say('whyDidNothing')}</p>
  return (
    <ul className={classes.did}>
      {entry.actions.map((action) => (
        <li key={action.id}>
          <b>{named('action', action.type)}</b> · {named('feature', action.feature)} ·{' '}
          <span data-state={action.state}>{named('state', action.state)}</span>
          {action.detail && <div>{action.detail}</div>}
          <Sent action={action.action} />
        </li>
      ))}
    </ul>
  )
}

/** The words of it, as long as they are kept. */
function Sent({ action }: { readonly action: unknown }) {
  if (typeof action !== 'object' || action === null || !('text' in action)) return null
  return <q className={classes.sent}>{plain(String(action.text)).slice(0, 200)}</q>
}
