/** Invite links of a group: make, copy, revoke. For staff. */
import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import type { Invite } from '../../../../adapters/web/wire.ts'
import { problemText } from '../problems.ts'
import { Refusal, request } from '../request.ts'
import { exactTime, locale } from '../texts.ts'
import classes from './invites.module.css'
import { say } from './words.ts'

const when = new Intl.DateTimeFormat(locale, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

export function Invites({ group, owner }: { readonly group: string; readonly owner: boolean }) {
  const { invites, load, fault, attempt } = useInvites(group)
  return (
    <>
      <p className={classes.quiet}>{say('inviteText')}</p>
      <NewInvite group={group} owner={owner} made={load} attempt={attempt} />
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      {invites?.length === 0 && <p className={classes.quiet}>{say('inviteNone')}</p>}
      <ul className={classes.list}>
        {invites?.map((invite) => (
          <InviteLine
            key={invite.token}
            invite={invite}
            revoke={() =>
              attempt(async () => {
                await request(`/api/hall/invites/${invite.token}`, { method: 'DELETE' })
                await load()
              })
            }
          />
        ))}
      </ul>
    </>
  )
}

function useInvites(group: string) {
  const [invites, setInvites] = useState<readonly Invite[]>()
  const [fault, setFault] = useState<string>()
  const load = useCallback(
    async () => setInvites(await request<Invite[]>(`/api/hall/invites?${new URLSearchParams({ group })}`)),
    [group],
  )
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setFault(undefined)
    await work().catch((error: unknown) => setFault(problemText(error instanceof Refusal ? error.code : 'failed')))
  }, [])
  useEffect(() => void attempt(load), [attempt, load])
  return { invites, load, fault, attempt }
}

interface NewInviteProps {
  readonly group: string
  readonly owner: boolean
  readonly made: () => Promise<void>
  readonly attempt: (work: () => Promise<void>) => Promise<void>
}
function NewInvite({ group, owner, made, attempt }: NewInviteProps) {
  const [hours, setHours] = useState('168')
  const [mostUses, setMostUses] = useState('0')
  const [role, setRole] = useState('member')
  const make = (event: FormEvent) => {
    event.preventDefault()
    return attempt(async () => {
      const body = { group, role, hours: Number(hours), mostUses: Number(mostUses) }
      await request('/api/hall/invites', { body })
      await made()
    })
  }
  return (
    <form className={classes.form} onSubmit={make}>
      <NativeSelect
        label={say('inviteHours')}
        value={hours}
        onChange={(event) => setHours(event.currentTarget.value)}
        data={[
          { value: '24', label: say('inviteDay') },
          { value: '168', label: say('inviteWeek') },
          { value: '720', label: say('inviteMonth') },
        ]}
      />
      <NativeSelect
        label={say('inviteUses')}
        value={mostUses}
        onChange={(event) => setMostUses(event.currentTarget.value)}
        data={[{ value: '0', label: say('inviteUnlimited') }, '1', '10', '100']}
      />
      {owner && (
        <NativeSelect
          label={say('inviteRole')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={[
            { value: 'member', label: say('inviteMember') },
            { value: 'moderator', label: say('moderator') },
          ]}
        />
      )}
      <Button type="submit">{say('inviteMake')}</Button>
    </form>
  )
}

function InviteLine({ invite, revoke }: { readonly invite: Invite; readonly revoke: () => void }) {
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}/join/${invite.token}`
  const words = {
    open: say('inviteOpen', { until: when.format(invite.expiresAt) }),
    expired: say('inviteExpired'),
    revoked: say('inviteRevoked'),
    used: say('inviteUsed'),
  }
  const copy = () => navigator.clipboard?.writeText(address).then(() => setCopied(true))
  return (
    <li data-open={invite.state === 'open'}>
      {invite.state === 'open' && (
        <input
          className={classes.address}
          readOnly
          value={address}
          aria-label={say('invite')}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <div className={classes.facts}>
        <span title={exactTime(invite.expiresAt)}>{words[invite.state]}</span>
        <span>{say('inviteUsedTimes', { n: invite.uses })}</span>
        {invite.role !== 'member' && <span>{say(invite.role)}</span>}
        {invite.state === 'open' && (
          <>
            <Button size="compact-sm" variant="light" onClick={copy}>
              {say(copied ? 'inviteCopied' : 'inviteCopy')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={revoke}>
              {say('inviteRevoke')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
