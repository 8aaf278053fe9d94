/** The office as a whole: what is needed to draw anything, the way around, and the page one is on. */
import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { Today as Morning, Start } from '../../office/wire.ts'
import { useAddress } from './address.ts'
import { apiUrl, useLoaded } from './api.ts'
import { StartContext } from './context.ts'
import { type Draft, OpenPalette } from './drafts.ts'
import { Log } from './Log.tsx'
import { Nav } from './Nav.tsx'
import css from './office.module.css'
import { Blank, Shapes, TroubleBox } from './parts.tsx'
import { Queue } from './Queue.tsx'
import { Schedule } from './Schedule.tsx'
import { Section } from './Section.tsx'
import { isPage, type Page } from './sections.ts'
import { Toasts } from './Toasts.tsx'
import { Today } from './Today.tsx'
import { t } from './words.ts'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(loadPalette)
const fresh = { today: 5000, start: 60_000 }

export function Office() {
  const { page, params } = useAddress()
  const community = params.get('community') ?? ''
  const start = useLoaded<Start>(apiUrl('start'), fresh.start)
  const morning = useLoaded<Morning>(apiUrl('today'), fresh.today)
  const [palette, setPalette] = useState<{ readonly draft?: Draft | undefined }>()
  const open = useCallback((draft?: Draft) => setPalette({ draft }), [])
  useHotkeys([['mod+K', () => open()]], [])
  const waiting = morning.data?.waiting?.total ?? 0
  const title = `${waiting > 0 ? `(${waiting}) ` : ''}${isPage(page) ? t(`nav.${page}`) : t('office')}`
  // Fetched ahead, so that what is typed right after Ctrl-K is not lost.
  useEffect(() => void loadPalette(), [])
  const main = useRef<HTMLElement>(null)
  const before = useRef(page)
  // Whoever cannot see the page change is taken to what has changed.
  useEffect(() => {
    if (before.current !== page) main.current?.focus({ preventScroll: true })
    before.current = page
  }, [page])
  useEffect(() => {
    document.title = `${title} · Innkeeper 掌柜`
  }, [title])
  if (!start.data)
    return (
      <main className={css.opening}>
        {start.trouble ? <TroubleBox trouble={start.trouble} again={start.again} /> : <Shapes rows={4} height={96} />}
      </main>
    )
  return (
    <StartContext value={start.data}>
      <OpenPalette value={open}>
        <Toasts>
          <a className={css.skip} href="#content">
            {t('skip')}
          </a>
          <div className={css.frame}>
            <Nav page={page} waiting={waiting} openPalette={() => open()} />
            <main id="content" ref={main} tabIndex={-1} className={css.main} key={community}>
              {isPage(page) ? (
                <Shown page={page} morning={morning} />
              ) : (
                <Blank title={t('notHere')} hint={t('notHereHint')} />
              )}
            </main>
          </div>
          <Suspense>{palette && <Palette draft={palette.draft} close={() => setPalette(undefined)} />}</Suspense>
        </Toasts>
      </OpenPalette>
    </StartContext>
  )
}

function Shown({ page, morning }: { readonly page: Page; readonly morning: ReturnType<typeof useLoaded<Morning>> }) {
  switch (page) {
    case 'today':
      return <Today morning={morning} />
    case 'queue':
      return <Queue />
    case 'schedule':
      return <Schedule />
    case 'log':
      return <Log />
    default:
      return <Section key={page} page={page} />
  }
}
