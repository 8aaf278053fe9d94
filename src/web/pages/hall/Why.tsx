/** What was decided about one event: who looked, what was found, what was done. For staff. */
import { useEffect, useState } from 'react'
import type { Post } from '../../../../adapters/web/wire.ts'
import type { LogEntry } from '../../../core/desk.ts'
import { request } from '../request.ts'
import { clockTime, exactTime, wording } from '../texts.ts'
import { isBot } from './timeline.ts'
import classes from './why.module.css'
import { say } from './words.ts'

const state = wording(
  { waiting: '排队中', sending: '发送中', done: '已完成', failed: '失败', observed: '仅观察', held: '已拦下' },
  { waiting: 'waiting', sending: 'sending', done: 'done', failed: 'failed', observed: 'only observed', held: 'held' },
)

/** A bot's post has its action's id, "<event>/<feature>.<key>": the reason is its event's. */
export const eventOf = (post: Post) => (isBot(post) ? (/^(.*)\/[^/]+$/.exec(post.id)?.[1] ?? post.id) : post.id)

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
        <div>{post.text.slice(0, 300)}</div>
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
          <dt>{feature}</dt>
          <dd>
            {why.decided === 'nothing' ? say('whyNothing') : why.decided}
            {why.score !== undefined && <b>{say('whyScore', { score: why.score.toFixed(2) })}</b>}
            {why.checks && (
              <ul>
                {why.checks.map((check) => (
                  <li key={check.name}>
                    {check.name}
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
          <b>{action.type}</b> · {action.feature} · <span data-state={action.state}>{state(action.state)}</span>
          {action.detail && <div>{action.detail}</div>}
        </li>
      ))}
    </ul>
  )
}
