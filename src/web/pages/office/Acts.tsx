/** The buttons of a row: the first three beside each other, the rest in a menu. */
import { Button, Menu } from '@mantine/core'
import type { PanelRow } from '../../../core/feature.ts'
import css from './acts.module.css'
import { said } from './context.ts'
import type { useGive } from './give.ts'
import { Icon } from './icons.tsx'
import { t } from './words.ts'

const beside = 3

export function Acts(props: {
  readonly row: PanelRow
  readonly group: string
  readonly giving: ReturnType<typeof useGive>
  readonly small?: boolean
  /** Called once an act was carried out. */
  readonly onDone?: () => void
}) {
  const acts = props.row.acts ?? []
  const { give, giving } = props.giving
  const busy = giving?.startsWith(`${props.row.id}/`) ?? false
  const perform = async (index: number) => {
    const act = acts[index]
    if (!act) return
    const order = { label: said(act.label), command: act.command, input: act.input, group: props.group }
    if (await give(order, `${props.row.id}/${index}`)) props.onDone?.()
  }
  const size = props.small ? 'compact-sm' : 'sm'
  return (
    <div className={css.acts}>
      {acts.slice(0, beside).map((act, index) => (
        <Button
          key={said(act.label)}
          size={size}
          variant="default"
          className={[css.act, act.tone && css[act.tone]].filter(Boolean).join(' ')}
          disabled={busy && giving !== `${props.row.id}/${index}`}
          loading={giving === `${props.row.id}/${index}`}
          onClick={() => perform(index)}
        >
          {said(act.label)}
        </Button>
      ))}
      {acts.length > beside && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size={size}
              variant="subtle"
              color="gray"
              className={css.more}
              rightSection={<Icon name="more" size={16} />}
              disabled={busy}
            >
              {t('case.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.slice(beside).map((act, index) => (
              <Menu.Item
                key={said(act.label)}
                className={act.tone === 'danger' ? css.dangerItem : undefined}
                onClick={() => perform(index + beside)}
              >
                {said(act.label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
