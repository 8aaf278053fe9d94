/** The way around: a column on a desk, a bar at the thumb on a phone, where what does not fit is behind "more". */
import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Lantern } from '../Lantern.tsx'
import { alter, useAddress } from './address.ts'
import { useInn } from './context.ts'
import { Icon } from './icons.tsx'
import css from './nav.module.css'
import { Link } from './parts.tsx'
import { iconOf, type Page, pages, tablesOf } from './sections.ts'
import { t } from './words.ts'

interface NavProps {
  readonly page: string
  readonly waiting: number
  readonly openPalette: () => void
}
const atThumb: readonly Page[] = ['today', 'queue', 'schedule', 'log']

export function Nav({ page, waiting, openPalette }: NavProps) {
  const { panels } = useInn()
  const [more, { open, close }] = useDisclosure(false)
  const shown = pages.filter((one) => one !== 'other' || tablesOf('other', panels).length > 0)
  const rest = shown.filter((one) => !atThumb.includes(one))
  return (
    <>
      <nav className={css.column} aria-label={t('nav')}>
        <div className={css.inner}>
          <Sign />
          <button type="button" className={css.command} onClick={openPalette}>
            <Icon name="command" />
            <span>{t('palette.open')}</span>
            <kbd>Ctrl K</kbd>
          </button>
          <ul>
            {shown.map((one) => (
              <li key={one}>
                <Entry page={one} current={page === one} waiting={waiting} />
              </li>
            ))}
          </ul>
          <Self />
        </div>
      </nav>
      <nav className={css.bar} aria-label={t('nav')}>
        {atThumb.map((one) => (
          <Entry key={one} page={one} current={page === one} waiting={waiting} />
        ))}
        <button
          type="button"
          className={css.entry}
          aria-expanded={more}
          onClick={open}
          data-current={rest.some((one) => one === page) || undefined}
        >
          <Icon name="more" />
          <span>{t('nav.more')}</span>
        </button>
      </nav>
      <Drawer
        opened={more}
        onClose={close}
        position="bottom"
        size="auto"
        classNames={{ content: css.drawer }}
        title={t('nav.more')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <div className={css.sheet}>
          <Sign />
          {rest.map((one) => (
            <Entry key={one} page={one} current={page === one} waiting={waiting} onGo={close} />
          ))}
          <button
            type="button"
            className={css.entry}
            onClick={() => {
              close()
              openPalette()
            }}
          >
            <Icon name="command" />
            <span>{t('palette')}</span>
          </button>
          <Self />
        </div>
      </Drawer>
    </>
  )
}

function Entry(props: {
  readonly page: Page
  readonly current: boolean
  readonly waiting: number
  readonly onGo?: () => void
}) {
  const { page, waiting } = props
  const counted = page === 'queue' && waiting > 0
  return (
    <Link page={page} className={css.entry} current={props.current} {...(props.onGo && { onGo: props.onGo })}>
      <Icon name={iconOf(page)} />
      <span>{t(`nav.${page}`)}</span>
      {counted && (
        <b>
          {waiting}
          <span className="unseen">{t('waitingCount', { n: waiting })}</span>
        </b>
      )}
    </Link>
  )
}

/** The house's sign: the lantern, and the community one is looking after. */
function Sign() {
  const { communities } = useInn()
  const { params } = useAddress()
  const current = communities.find((one) => one.id === params.get('community')) ?? communities[0]
  return (
    <div className={css.sign}>
      <Lantern size={24} />
      {communities.length > 1 ? (
        <select
          aria-label={t('community')}
          value={current?.id}
          onChange={(change) => alter({ community: change.currentTarget.value })}
        >
          {communities.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <strong>{current?.name ?? t('office')}</strong>
      )}
    </div>
  )
}

function Self() {
  const { person } = useInn()
  return (
    <div className={css.self}>
      <span>{t('signedInAs', { name: person.name, role: t(`role.${person.role}`) })}</span>
      <a href="/">
        <Icon name="group" size={16} />
        {t('toHall')}
      </a>
    </div>
  )
}
