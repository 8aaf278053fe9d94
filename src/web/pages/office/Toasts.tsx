/** What became of an act, with the way back beside it. Read out by screen readers; gone by itself unless it went wrong. */
import { Button, CloseButton } from '@mantine/core'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from './icons.tsx'
import css from './toasts.module.css'
import { t } from './words.ts'

export interface Toast {
  readonly tone: 'good' | 'bad'
  readonly text: string
  /** Takes the act back. */
  readonly undo?: () => Promise<void>
}
type Told = Toast & { readonly id: number }
const TellContext = createContext<(toast: Toast) => void>(() => undefined)
export const useTell = () => use(TellContext)

/** Milliseconds; a way back is offered for longer. */
const shown = { plain: 6000, undo: 12_000 }

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Told[]>([])
  const last = useRef(0)
  const tell = useCallback((toast: Toast) => {
    last.current += 1
    const told = { ...toast, id: last.current }
    setToasts((old) => [...old.slice(-2), told])
  }, [])
  const drop = useCallback((id: number) => setToasts((old) => old.filter((one) => one.id !== id)), [])
  const list = useMemo(() => toasts.map((toast) => <One key={toast.id} toast={toast} drop={drop} />), [toasts, drop])
  return (
    <TellContext value={tell}>
      {children}
      <section className={css.toasts} aria-live="polite" aria-label={t('notices')}>
        {list}
      </section>
    </TellContext>
  )
}

function One({ toast, drop }: { readonly toast: Told; readonly drop: (id: number) => void }) {
  const [held, setHeld] = useState(false)
  const [undoing, setUndoing] = useState(false)
  const { id, tone, undo } = toast
  useEffect(() => {
    if (held || undoing || tone === 'bad') return
    const timer = setTimeout(() => drop(id), undo ? shown.undo : shown.plain)
    return () => clearTimeout(timer)
  }, [held, undoing, tone, undo, id, drop])
  const takeBack = async () => {
    setUndoing(true)
    await undo?.()
    drop(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the toast while one is reading it
    <div
      className={css.toast}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone === 'good' ? 'done' : 'warn'} />
      <p>{toast.text}</p>
      {undo && (
        <Button size="xs" variant="default" loading={undoing} onClick={takeBack}>
          {t('undo')}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t('close')} onClick={() => drop(id)} />
    </div>
  )
}
