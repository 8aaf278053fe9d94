/** Platforms that wait for their code to be scanned: each step as it happens. */
import type { Login } from '../../office/wire.ts'
import { apiUrl, useLoaded } from './api.ts'
import { Icon } from './icons.tsx'
import css from './logins.module.css'
import { t } from './words.ts'

const everyMs = 2500

export function Logins() {
  const { data } = useLoaded<{ readonly logins: readonly Login[] }>(apiUrl('logins'), everyMs)
  return data?.logins.map((login) => <Waiting key={login.platform} login={login} />)
}

function Waiting({ login: { platform, step, drawn } }: { readonly login: Login }) {
  return (
    <li className={css.login}>
      <Icon name="warn" />
      <div role="status">
        <strong>{t(`login.${step}`, { name: platform })}</strong>
        {step === 'scan' && <p>{t('login.scanHint')}</p>}
      </div>
      {drawn && (
        <svg
          className={css.code}
          viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`}
          role="img"
          aria-label={t('login.code')}
        >
          <rect x={-4} y={-4} width={drawn.size + 8} height={drawn.size + 8} fill="#fff" />
          <path d={drawn.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
      )}
    </li>
  )
}
