/** One act on many rows at once: those that all of the picked ones have. */
import { Button, Checkbox } from '@mantine/core'
import type { PanelRow } from '../../../core/feature.ts'
import css from './case.module.css'
import { said, useInn } from './context.ts'
import type { Act, useGive } from './give.ts'
import { t } from './words.ts'

type RowAct = NonNullable<PanelRow['acts']>[number]
const named = (act: RowAct) => `${act.command} ${said(act.label)}`

/** The acts that every one of these rows has, in the order of the first. */
export function shared(rows: readonly PanelRow[]): readonly RowAct[] {
  const [first, ...rest] = rows
  return (first?.acts ?? []).filter((act) =>
    rest.every((row) => row.acts?.some((other) => named(other) === named(act))),
  )
}

export function Picked(props: {
  readonly rows: readonly PanelRow[]
  readonly picked: ReadonlySet<string>
  readonly pick: (ids: readonly string[]) => void
  readonly giving: ReturnType<typeof useGive>
  readonly onDone: (ids: readonly string[]) => void
}) {
  const { groups } = useInn()
  const chosen = props.rows.filter((row) => props.picked.has(row.id))
  const perform = async (act: RowAct) => {
    const orders = chosen.map((row): [string, Act] => {
      const own = row.acts?.find((other) => named(other) === named(act)) ?? act
      const group = row.group ?? groups[0]?.id ?? ''
      return [row.id, { label: said(own.label), command: own.command, input: own.input, group }]
    })
    props.onDone(await props.giving.giveAll(orders))
  }
  const all = chosen.length === props.rows.length
  return (
    <div className={css.picked}>
      <Checkbox
        checked={all}
        indeterminate={chosen.length > 0 && !all}
        label={chosen.length > 0 ? t('queue.picked', { n: String(chosen.length) }) : t('queue.pickAll')}
        onChange={() => props.pick(all ? [] : props.rows.map((row) => row.id))}
      />
      {chosen.length > 0 &&
        shared(chosen).map((act) => (
          <Button
            key={named(act)}
            size="compact-sm"
            variant="default"
            loading={props.giving.giving === 'picked'}
            onClick={() => perform(act)}
          >
            {said(act.label)}
          </Button>
        ))}
    </div>
  )
}
