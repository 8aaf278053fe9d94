/** A command's fields as a form, from the same declaration the chat reads it by. What is wrong is told at its field. */
import { Button, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FieldError } from '../../../core/adapter.ts'
import type { CommandCard } from '../../../core/command.ts'
import { Markdown } from '../Markdown.tsx'
import { giveOrder, newNonce, Trouble } from './api.ts'
import { nameOf, said, useInn } from './context.ts'
import type { Draft } from './drafts.ts'
import { MemberInput } from './MemberInput.tsx'
import css from './palette.module.css'
import { wordsOf } from './parts.tsx'
import { t } from './words.ts'

type Field = CommandCard['fields'][number]
type Value = string | number | boolean
interface FormProps {
  readonly card: CommandCard
  /** What is known already. */
  readonly draft: Draft | undefined
  readonly back: () => void
}
type Outcome = { readonly replies: readonly string[] } | { readonly errors: readonly FieldError[] }

export function CommandForm({ card, draft, back }: FormProps) {
  const { groups } = useInn()
  const begun = draft?.command === card.name ? draft : undefined
  const [group, setGroup] = useState(begun?.group ?? groups[0]?.id ?? '')
  const [values, setValues] = useState<Readonly<Record<string, Value>>>(begun?.values ?? {})
  const { submit, outcome, giving } = useSubmit(card, group, values)
  const errors = outcome && 'errors' in outcome ? outcome.errors : []
  const unplaced = errors.filter((error) => !card.fields.some((field) => field.name === error.field))
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <header>
        <h2>{nameOf(card)}</h2>
        <p>{said(card.about)}</p>
      </header>
      {groups.length > 1 && (
        <NativeSelect
          label={t('palette.group')}
          value={group}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(change) => setGroup(change.currentTarget.value)}
        />
      )}
      {card.fields.map((field, index) => (
        <FieldInput
          key={field.name}
          field={field}
          group={group}
          first={card.fields.findIndex((one) => begun?.values[one.name] === undefined) === index}
          value={values[field.name]}
          error={errors.find((error) => error.field === field.name)?.message}
          change={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
        />
      ))}
      {unplaced.map((error) => (
        <p key={error.code} className={css.error} role="alert">
          {error.message}
        </p>
      ))}
      {outcome && 'replies' in outcome && (
        <output className={css.reply}>{outcome.replies.join('\n') || t('palette.ok')}</output>
      )}
      <footer>
        <Button variant="subtle" color="gray" className={css.back} onClick={back}>
          {t('palette.back')}
        </Button>
        <Button type="submit" loading={giving}>
          {t('palette.give')}
        </Button>
      </footer>
    </form>
  )
}

function useSubmit(card: CommandCard, group: string, values: Readonly<Record<string, Value>>) {
  const [outcome, setOutcome] = useState<Outcome>()
  const [giving, setGiving] = useState(false)
  /** Kept until an answer comes: a second click or a retry after a lost connection is the same command. */
  const nonce = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another input is another command
  useEffect(() => {
    nonce.current = undefined
  }, [group, values])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (giving) return
    setGiving(true)
    nonce.current ??= newNonce()
    const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
    try {
      const answer = await giveOrder({ group, name: card.name, input, nonce: nonce.current })
      nonce.current = undefined
      setOutcome(answer.ok ? { replies: answer.replies } : { errors: answer.errors })
    } catch (error) {
      const { title, hint } = wordsOf(error instanceof Trouble ? error : new Trouble('failed'))
      setOutcome({ errors: [{ code: 'trouble', message: `${title} ${hint}` }] })
    }
    setGiving(false)
  }
  return { submit, outcome, giving }
}

/** What it is for, and the name by which the chat knows it. */
function FieldName({ field }: { readonly field: Field }) {
  return (
    <>
      {said(field.about)} <code className={css.name}>{field.name}</code>
      {!field.required && <span className={css.optional}> · {t('palette.optional')}</span>}
    </>
  )
}

/** Markdown as it will be read; nothing where it would look as typed. */
function Preview({ text }: { readonly text: string }) {
  if (!/[*_`#[\]>-]|\n/.test(text)) return null
  return (
    <figure className={css.preview}>
      <figcaption>{t('preview.title')}</figcaption>
      <Markdown text={text} />
    </figure>
  )
}

interface FieldProps {
  readonly field: Field
  readonly group: string
  readonly first: boolean
  readonly value: Value | undefined
  readonly error: string | undefined
  readonly change: (value: Value) => void
}
function FieldInput({ field, group, first, value, error, change }: FieldProps) {
  const shared = {
    label: <FieldName field={field} />,
    error,
    required: field.required,
    withAsterisk: false,
    'data-autofocus': first || undefined,
  }
  const text = String(value ?? '')
  if (field.ref === 'member') return <MemberInput {...shared} group={group} value={text} change={change} />
  if (field.kind === 'choice')
    return (
      <NativeSelect
        {...shared}
        value={text}
        data={[{ value: '', label: String(field.default ?? t('palette.choose')) }, ...(field.choices ?? [])]}
        onChange={(event) => change(event.currentTarget.value)}
      />
    )
  if (field.kind === 'bool')
    return (
      <Switch
        label={said(field.about)}
        checked={value === true}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    )
  if (field.kind === 'int' || field.kind === 'number')
    return (
      <NumberInput
        {...shared}
        value={typeof value === 'number' ? value : ''}
        allowDecimal={field.kind === 'number'}
        placeholder={field.default === undefined ? undefined : String(field.default)}
        onChange={change}
        hideControls
      />
    )
  if (field.ref === 'longtext' || (field.maxLength ?? 0) > 300)
    return (
      <>
        <Textarea {...shared} rows={4} value={text} onChange={(event) => change(event.currentTarget.value)} />
        {field.ref === 'longtext' && <Preview text={text} />}
      </>
    )
  const placeholder =
    field.ref === 'duration'
      ? t('palette.durationHint')
      : field.default === undefined
        ? undefined
        : String(field.default)
  return (
    <TextInput
      {...shared}
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
