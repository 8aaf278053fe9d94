/** One event in a line; opened, every feature that looked at it and every action that came of it. */
import { useState } from 'react'
import type { LogEntry, LoggedAction } from '../../../core/desk.ts'
import { isQuiet } from '../../office/verdicts.ts'
import { named } from '../names.ts'
import { useInn } from './context.ts'
import { Icon } from './icons.tsx'
import css from './log.module.css'
import { Badge, type Tone } from './parts.tsx'
import { clockIn, exactIn, score } from './times.ts'
import { Why } from './Why.tsx'
import { t } from './words.ts'

export function LogLine({ entry }: { readonly entry: LogEntry }) {
  const { group, groups, zone } = useInn()
  const [open, setOpen] = useState(false)
  const where = zone(entry.group)
  const loud = Object.entries(entry.why).filter(([, why]) => !isQuiet(why.decided))
  return (
    <li className={css.entry}>
      <button type="button" className={css.line} aria-expanded={open} onClick={() => setOpen(!open)}>
        <time className={css.clock} dateTime={new Date(entry.at).toISOString()} title={exactIn(entry.at, where)}>
          {clockIn(entry.at, where)}
        </time>
        <span className={css.who}>
          {entry.member?.name ?? group(entry.group)?.name ?? '–'} <span>{named('event', entry.type)}</span>
        </span>
        <span className={css.verdicts}>
          {loud.map(([feature, why]) => (
            <Badge key={feature} tone={toneOf(why.decided)}>
              {named('feature', feature)} · {named('decided', why.decided)}
              {why.score !== undefined && ` ${score(why.score)}`}
            </Badge>
          ))}
          {entry.actions.map((action) => (
            <Badge key={action.id} tone={stateTones[action.state]} title={named('state', action.state)}>
              → {named('action', action.type)}
            </Badge>
          ))}
        </span>
        <span className={css.where}>{groups.length > 1 && group(entry.group)?.name}</span>
        <span className={css.chevron}>
          <Icon name="chevron" size={16} />
        </span>
      </button>
      {open && <Details entry={entry} />}
    </li>
  )
}

const bad = /flag|spam|ban|kick|mute|delet|fail|refus|raid/
const toneOf = (decided: string): Tone => (bad.test(decided) ? 'bad' : 'accent')
const stateTones: Partial<Record<LoggedAction['state'], Tone>> = {
  done: 'good',
  failed: 'bad',
  observed: 'info',
  held: 'accent',
}

function Details({ entry }: { readonly entry: LogEntry }) {
  const looked = Object.entries(entry.why)
  const loud = looked.filter(([, why]) => why.decided !== 'nothing')
  const silent = looked.filter(([, why]) => why.decided === 'nothing')
  return (
    <div className={css.details}>
      <h3>{t('log.looked')}</h3>
      {looked.length === 0 && <p>{t('log.lookedNothing')}</p>}
      {loud.map(([feature, why]) => (
        <div key={feature} className={css.feature}>
          <p>
            <strong>{named('feature', feature)}</strong> {named('decided', why.decided)}
            {why.score !== undefined && ` · ${score(why.score)}`}
          </p>
          {why.checks && why.checks.length > 0 && <Why why={why} />}
        </div>
      ))}
      {silent.length > 0 && (
        <p className={css.dim}>
          {silent.map(([feature]) => named('feature', feature)).join(' · ')}: {t('log.nothingSaid')}
        </p>
      )}
      <h3>{t('log.sent')}</h3>
      {entry.actions.length === 0 && <p className={css.dim}>{t('log.sentNothing')}</p>}
      {entry.actions.map((action) => (
        <ActionLine key={action.id} action={action} />
      ))}
      <p className={css.dim}>{t('log.idOf', { id: entry.event })}</p>
    </div>
  )
}

function ActionLine({ action }: { readonly action: LoggedAction }) {
  const words = textOf(action.action)
  return (
    <div className={css.action}>
      <p>
        <strong>{named('action', action.type)}</strong> {named('feature', action.feature)}{' '}
        <Badge tone={stateTones[action.state]}>{named('state', action.state)}</Badge>
      </p>
      {words && <blockquote>{words}</blockquote>}
      {action.detail && <p className={css.dim}>{action.detail}</p>}
    </div>
  )
}
/** What an action says or why it is done. */
function textOf(action: unknown): string {
  if (typeof action !== 'object' || action === null) return ''
  if ('text' in action && typeof action.text === 'string') return action.text
  return 'reason' in action && typeof action.reason === 'string' ? action.reason : ''
}
