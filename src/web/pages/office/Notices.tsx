/** What the owner should know before anything else. */
import type { Notice } from '../../../core/desk.ts'
import type { Today } from '../../office/wire.ts'
import { useInn } from './context.ts'
import { Icon } from './icons.tsx'
import { Logins } from './Logins.tsx'
import css from './notices.module.css'
import { ago, useNow } from './times.ts'
import { When } from './When.tsx'
import { t } from './words.ts'

export function Notices(props: { readonly notices: readonly Notice[]; readonly platforms: Today['platforms'] }) {
  const { zone, groups, person } = useInn()
  const now = useNow()
  const waiting = person.role === 'owner' && props.platforms.some(({ health }) => health.login)
  const troubled = props.platforms.filter(({ health }) => health.state !== 'up' && !(waiting && health.login))
  const watching = groups.filter((group) => group.observe)
  if (!waiting && props.notices.length + troubled.length + watching.length === 0) return null
  return (
    <ul className={css.notices} aria-label={t('notices')}>
      {waiting && <Logins />}
      {troubled.map(({ name, health }) => (
        <li key={name} data-bad={health.state === 'down' || undefined}>
          <Icon name="warn" />
          <div>
            <strong>
              {health.state === 'down'
                ? t('platform.down', { name, time: ago(health.since, now) })
                : t('platform.starting', { name })}
            </strong>
            <p>
              {t('platform.downHint')} {health.detail}
            </p>
          </div>
        </li>
      ))}
      {watching.length > 0 && (
        <li>
          <Icon name="eye" />
          <div>
            <strong>{t('observe')}</strong>
            <p>{t('observe.where', { groups: watching.map((group) => group.name).join(t('comma')) })}</p>
          </div>
        </li>
      )}
      {props.notices.map((notice) => (
        <li key={`${notice.kind} ${notice.at} ${notice.text}`}>
          <Icon name="warn" />
          <div>
            <strong>{t(`notice.${notice.kind}`)}</strong>{' '}
            <span>
              <When at={notice.at} zone={zone()} />
            </span>
            <p>{notice.text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
