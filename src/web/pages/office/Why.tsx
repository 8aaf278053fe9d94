/** Reasons for a decision: every check with its score as a bar, and what it found. */
import type { Why as Reasons } from '../../../core/feature.ts'
import { named } from '../names.ts'
import { score } from './times.ts'
import css from './why.module.css'
import { t } from './words.ts'

export function Why({ why }: { readonly why: Reasons }) {
  const checks = why.checks ?? []
  if (checks.length === 0) return <p className={css.none}>{t('why.none')}</p>
  return (
    <ul className={css.checks}>
      {checks.map((check) => (
        <li key={`${check.name} ${check.found ?? ''}`}>
          <span className={css.name}>{named('check', check.name)}</span>
          {check.score !== undefined && (
            <>
              <span className={css.bar} aria-hidden="true">
                <span style={{ width: `${Math.min(1, Math.max(0, check.score)) * 100}%` }} />
              </span>
              <span className={css.score}>{score(check.score)}</span>
            </>
          )}
          {check.found && <span className={css.found}>{named('found', check.found)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The two or three weightiest checks in one line: "contact bait 0.50, new 0.20". */
export function inShort(why: Reasons): string {
  return (why.checks ?? [])
    .filter((check) => check.score !== 0)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .slice(0, 3)
    .map((check) => [named('check', check.name), check.score === undefined ? '' : score(check.score)].join(' ').trim())
    .join(', ')
}
