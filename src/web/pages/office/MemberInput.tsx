/** A member by name: suggestions as one types, and the account is what is sent. */
import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { MemberHit } from '../../office/wire.ts'
import { apiUrl, useLoaded } from './api.ts'
import { t } from './words.ts'

export function MemberInput(props: {
  readonly label: ReactNode
  readonly error: string | undefined
  readonly required: boolean
  readonly withAsterisk: boolean
  readonly group: string
  readonly value: string
  readonly change: (value: string) => void
}) {
  const { group, value, change, ...shared } = props
  const [find] = useDebouncedValue(value, 150)
  const { data } = useLoaded<{ members: readonly MemberHit[] }>(apiUrl('members', { group, find, limit: 8 }))
  const members = data?.members ?? []
  return (
    <Autocomplete
      {...shared}
      placeholder={t('palette.memberHint')}
      value={value}
      onChange={change}
      data={members.map((member) => member.user)}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const member = members.find((one) => one.user === option.value)
        return member ? `${member.name} · #${member.number}` : option.value
      }}
    />
  )
}
