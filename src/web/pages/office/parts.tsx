/** The small parts that every page of the office is put together from. */
import { Button, Skeleton } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { go, hrefOf, type Params } from './address.ts'
import type { Trouble } from './api.ts'
import { Icon } from './icons.tsx'
import css from './parts.module.css'
import { t } from './words.ts'

/** A page's heading, with what the page is for and its own actions. */
export function Head(props: { readonly title: string; readonly lead: ReactNode; readonly children?: ReactNode }) {
  return (
    <header className={css.head}>
      <div className={css.headText}>
        <h1>{props.title}</h1>
        <p>{props.lead}</p>
      </div>
      {props.children}
    </header>
  )
}

/** Nothing is here, and what to do so that something is. */
export function Blank(props: { readonly title: string; readonly hint: string; readonly tight?: boolean }) {
  return (
    <div className={css.blank} data-tight={props.tight || undefined}>
      <strong>{props.title}</strong>
      <span>{props.hint}</span>
    </div>
  )
}

const told = [
  'offline',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'wrong_origin',
  'too_fast',
  'bad_request',
] as const
/** What happened, what is safe, and what to do. */
export function wordsOf(trouble: Trouble): { readonly title: string; readonly hint: string } {
  const code = told.find((one) => one === trouble.code) ?? 'failed'
  return { title: t(`trouble.${code}`), hint: t(`trouble.${code}Hint`) }
}
export function TroubleBox({ trouble, again }: { readonly trouble: Trouble; readonly again: () => void }) {
  const { title, hint } = wordsOf(trouble)
  const signedOut = trouble.code === 'not_signed_in'
  return (
    <div className={css.trouble} role="alert">
      <Icon name="warn" />
      <div className={css.troubleText}>
        <strong>{title}</strong>
        <span>{hint}</span>
      </div>
      {signedOut ? (
        <Button component="a" href="/" size="xs" variant="default">
          {t('signIn')}
        </Button>
      ) : (
        <Button size="xs" variant="default" onClick={again}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

export type Tone = 'good' | 'bad' | 'info' | 'accent'
export function Badge({
  tone,
  title,
  children,
}: {
  readonly tone?: Tone | undefined
  readonly title?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <span className={css.badge} data-tone={tone} title={title}>
      {children}
    </span>
  )
}

/** The shape of what comes: a few lines or blocks of a height. */
export function Shapes({ rows, height }: { readonly rows: number; readonly height: number }) {
  return (
    <div role="status" aria-label={t('loading')} style={{ display: 'grid', gap: 12 }}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are all alike
        <Skeleton key={row} height={height} />
      ))}
    </div>
  )
}

/** A link within the office: an ordinary link for the browser, without loading the page anew. */
export function Link(props: {
  readonly page: string
  readonly params?: Params
  readonly className?: string | undefined
  readonly current?: boolean
  readonly label?: string
  readonly onGo?: () => void
  readonly children: ReactNode
}) {
  const { page, params } = props
  return (
    <a
      href={hrefOf(page, params)}
      className={props.className}
      aria-current={props.current ? 'page' : undefined}
      aria-label={props.label}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return
        click.preventDefault()
        go(page, params)
        props.onGo?.()
      }}
    >
      {props.children}
    </a>
  )
}

export function CsvLink({ href }: { readonly href: string }) {
  return (
    <a className={css.quiet} href={href} download>
      <Icon name="download" size={16} />
      {t('csv')}
    </a>
  )
}

/** Tables or lists beside each other, one shown; which one is in the address. */
export function Tabs(props: {
  readonly label: string
  readonly tabs: readonly { readonly key: string; readonly title: string; readonly params: Params }[]
  readonly page: string
  readonly current: string
}) {
  const row = useRef<HTMLElement>(null)
  const at = props.tabs.findIndex(({ key }) => key === props.current)
  // On a phone there are more than fit: the one that is looked at is in sight.
  useEffect(() => {
    const tab = row.current?.children[at]
    if (row.current && tab instanceof HTMLElement)
      row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2
  }, [at])
  return (
    <nav className={css.tabs} aria-label={props.label} ref={row}>
      {props.tabs.map((tab) => (
        <Link
          key={tab.key}
          page={props.page}
          params={tab.params}
          className={css.tab}
          current={tab.key === props.current}
        >
          {tab.title}
        </Link>
      ))}
    </nav>
  )
}
