/** Outside the door: the home page, the owner's key, an invite. */
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import type { Invitation, Me } from '../../../../adapters/web/wire.ts'
import { Lantern } from '../Lantern.tsx'
import { problemText } from '../problems.ts'
import { Refusal, request } from '../request.ts'
import { locale } from '../texts.ts'
import { groupPath } from './App.tsx'
import classes from './gate.module.css'
import { say } from './words.ts'

function Gate({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${say('bot')}`
  }, [title])
  return (
    <main className={classes.gate}>
      <div className={classes.card}>
        <Lantern size={56} />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}

export function Home({ out }: { readonly out: 'left' | 'kicked' | 'banned' | undefined }) {
  const told = { left: say('outLeft'), kicked: say('outKicked'), banned: say('outBanned') }
  return (
    <Gate title={say('homeTitle')}>
      {out && <p role="status">{told[out]}</p>}
      <p>{say('homeText')}</p>
      <p className={classes.quiet}>{say('homeOwner')}</p>
    </Gate>
  )
}

/** A form's one request: what it waits for, and what went wrong. */
function useAttempt(work: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Refusal>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFault(undefined)
    try {
      await work()
    } catch (error) {
      setFault(error instanceof Refusal ? error : new Refusal('failed'))
      setBusy(false)
    }
  }
  return { busy, fault, submit }
}
const faultAt = (fault: Refusal | undefined, mine: (code: string) => boolean) =>
  fault && mine(fault.code) ? problemText(fault.code, fault.detail) : undefined
const aboutName = (code: string) => code.startsWith('name_')

export function Enter({ secret }: { readonly secret: string }) {
  const [key, setKey] = useState(secret)
  const [name, setName] = useState('')
  const { busy, fault, submit } = useAttempt(async () => {
    await request('/api/hall/enter', { body: { key: key.trim(), name, locale } })
    location.assign('/')
  })
  return (
    <Gate title={say('enterTitle')}>
      <p>{say('enterText')}</p>
      <form onSubmit={submit}>
        <TextInput
          label={say('enterKey')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={faultAt(fault, (code) => !aboutName(code))}
          required
          autoComplete="off"
          spellCheck={false}
        />
        <NameField value={name} change={setName} label={say('enterName')} fault={fault} focused={secret !== ''} />
        <Button type="submit" loading={busy} fullWidth size="md">
          {say('enterDo')}
        </Button>
      </form>
    </Gate>
  )
}

export function Join({ token }: { readonly token: string }) {
  const { invitation, me, fault: closed } = useInvitation(token)
  const [name, setName] = useState('')
  const { busy, fault, submit } = useAttempt(async () => {
    const joined = await request<{ group: string }>('/api/hall/join', {
      body: { token, name: me?.name ?? name, locale },
    })
    location.assign(groupPath(joined.group))
  })
  if (closed)
    return (
      <Gate title={say('homeTitle')}>
        <p role="alert">{problemText(closed.code)}</p>
      </Gate>
    )
  if (!invitation) return <main className={classes.gate} aria-busy="true" />
  const other = faultAt(fault, (code) => !aboutName(code))
  return (
    <Gate title={say('joinTitle', { name: invitation.name })}>
      <p>{me ? say('joinAs', { name: me.name }) : say('joinText', { people: invitation.people })}</p>
      <form onSubmit={submit}>
        {!me && <NameField value={name} change={setName} label={say('joinName')} fault={fault} focused />}
        {other && (
          <p role="alert" className={classes.fault}>
            {other}
          </p>
        )}
        <Button type="submit" loading={busy} fullWidth size="md">
          {say('joinDo')}
        </Button>
      </form>
    </Gate>
  )
}

interface NameFieldProps {
  readonly value: string
  readonly change: (name: string) => void
  readonly label: string
  readonly fault: Refusal | undefined
  readonly focused: boolean
}
const NameField = ({ value, change, label, fault, focused }: NameFieldProps) => (
  <TextInput
    label={label}
    description={say('joinNameHint')}
    value={value}
    onChange={(event) => change(event.currentTarget.value)}
    error={faultAt(fault, aboutName)}
    maxLength={32}
    inputWrapperOrder={['label', 'input', 'error', 'description']}
    required
    autoFocus={focused}
    autoComplete="nickname"
  />
)

/** What the invite is for, and who is signed in already, if anybody. */
function useInvitation(token: string) {
  const [invitation, setInvitation] = useState<Invitation>()
  const [me, setMe] = useState<Me>()
  const [fault, setFault] = useState<Refusal>()
  useEffect(() => {
    const refused = (error: unknown) => setFault(error instanceof Refusal ? error : new Refusal('failed'))
    request<{ readonly me: Me | null }>('/api/hall/me')
      .then((answer) => {
        setMe(answer.me ?? undefined)
        return request<Invitation>(`/api/hall/invites/${encodeURIComponent(token)}`).then(setInvitation)
      })
      .catch(refused)
  }, [token])
  return { invitation, me, fault }
}
