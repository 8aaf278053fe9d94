/** A command's fields as a small form, made from its card. Errors stand at their fields. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Person } from '../../../../adapters/web/wire.ts'
import type { FieldError } from '../../../core/adapter.ts'
import type { CommandCard } from '../../../core/command.ts'
import { inLocale } from '../texts.ts'
import classes from './composer.module.css'
import { fieldText, inputOf } from './fields.ts'
import { say } from './words.ts'

/** A command being filled in. */
export interface Filling {
  readonly card: CommandCard
  readonly input: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldError[]
}
interface CommandFormProps {
  readonly filling: Filling
  readonly people: readonly Person[]
  readonly give: (filling: Filling) => Promise<void>
  readonly close: () => void
}
export function CommandForm({ filling, people, give, close }: CommandFormProps) {
  const { card, errors } = filling
  const [values, setValues] = useState(() => startOf(filling, people))
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useFocus(form, errors)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await give({ card, input: inputOf(card, values, people), errors: [] })
    setBusy(false)
  }
  const known = new Set(card.fields.map((field) => field.name))
  const general = errors.filter((error) => !error.field || !known.has(error.field))
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      aria-label={`/${card.name}`}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={classes.formHead}>
        <strong>/{card.name}</strong>
        {card.aliases[0] && <span className={classes.alias}>{card.aliases[0]}</span>}
        <span className={classes.about}>{inLocale(card.about)}</span>
      </div>
      <div className={classes.fields}>
        {card.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            change={(value) => setValues({ ...values, [field.name]: value })}
            error={errors.find((error) => error.field === field.name)?.message}
            people={people}
          />
        ))}
      </div>
      {general.length > 0 && (
        <p className={classes.fault} role="alert">
          {general.map((error) => error.message).join(' ')}
        </p>
      )}
      <div className={classes.formFoot}>
        {card.private && <span className={classes.hint}>{say('commandPrivate')}</span>}
        <Button variant="subtle" color="gray" onClick={close}>
          {say('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {say('commandRun')}
        </Button>
      </div>
    </form>
  )
}

const startOf = ({ card, input }: Filling, people: readonly Person[]) =>
  Object.fromEntries(card.fields.map((field) => [field.name, fieldText(field, input[field.name], people)]))

/** The first field that is wrong, or the first of all. */
function useFocus(form: { readonly current: HTMLFormElement | null }, errors: readonly FieldError[]) {
  useEffect(() => {
    const name = errors.find((error) => error.field)?.field
    const wrong = name && form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)
    const target = wrong || form.current?.querySelector<HTMLElement>('input, select, textarea')
    target?.focus()
  }, [form, errors])
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'error', 'description']

interface FieldInputProps {
  readonly field: CommandCard['fields'][number]
  readonly value: string
  readonly change: (value: string) => void
  readonly error: string | undefined
  readonly people: readonly Person[]
}
function FieldInput({ field, value, change, error, people }: FieldInputProps) {
  const shared = {
    name: field.name,
    label: inLocale(field.about),
    description: field.required ? undefined : say('optional'),
    required: field.required,
    value,
    error,
    autoComplete: 'off',
    inputWrapperOrder: order,
  }
  const set = (event: { readonly currentTarget: { readonly value: string } }) => change(event.currentTarget.value)
  if (field.kind === 'choice' || field.kind === 'bool')
    return <NativeSelect {...shared} onChange={set} data={choices(field)} />
  if (field.ref === 'longtext') return <Textarea {...shared} onChange={set} rows={3} maxLength={field.maxLength} />
  if (field.ref !== 'member')
    return <TextInput {...shared} onChange={set} inputMode={field.kind === 'text' ? 'text' : 'decimal'} />
  return (
    <>
      <TextInput {...shared} onChange={set} list={`people-${field.name}`} />
      <datalist id={`people-${field.name}`}>
        {people.map((person) => (
          <option key={person.user} value={person.name} />
        ))}
      </datalist>
    </>
  )
}

function choices(field: FieldInputProps['field']) {
  const blank = { value: '', label: say('choose') }
  if (field.kind === 'bool') return [blank, { value: 'true', label: say('yes') }, { value: 'false', label: say('no') }]
  return [blank, ...(field.choices ?? [])]
}
