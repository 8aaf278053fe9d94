/** Every command and every page by its name: Ctrl-K, a few letters, Enter. */
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { CommandCard } from '../../../core/command.ts'
import { go } from './address.ts'
import { CommandForm } from './CommandForm.tsx'
import { nameOf, said, useInn } from './context.ts'
import type { Draft } from './drafts.ts'
import { Icon, type IconName } from './icons.tsx'
import css from './palette.module.css'
import { iconOf, pages, tablesOf } from './sections.ts'
import { t } from './words.ts'

interface Choice {
  readonly key: string
  readonly icon: IconName
  readonly title: string
  readonly about: string
  readonly heading: string
  readonly choose: () => void
}

export default function Palette({ close, draft }: { readonly close: () => void; readonly draft?: Draft | undefined }) {
  const { commands } = useInn()
  const [card, setCard] = useState(commands.find((one) => one.name === draft?.command))
  return (
    <Modal
      opened
      onClose={close}
      size={560}
      padding={0}
      withCloseButton={false}
      title={undefined}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('palette') } }}
    >
      {card ? (
        <CommandForm card={card} draft={draft} back={() => setCard(undefined)} />
      ) : (
        <Finder close={close} chooseCommand={setCard} />
      )}
    </Modal>
  )
}

function useChoices(close: () => void, chooseCommand: (card: CommandCard) => void): readonly Choice[] {
  const { commands, panels } = useInn()
  const shown = pages.filter((page) => page !== 'other' || tablesOf('other', panels).length > 0)
  return [
    ...shown.map((page) => ({
      key: page,
      icon: iconOf(page),
      title: t(`nav.${page}`),
      about: '',
      heading: t('palette.pages'),
      choose: () => {
        close()
        go(page)
      },
    })),
    ...commands.map((card) => ({
      key: `/${card.name}`,
      icon: 'command' as const,
      title: nameOf(card),
      about: said(card.about),
      heading: t('palette.commands'),
      choose: () => chooseCommand(card),
    })),
  ]
}
function Finder(props: { readonly close: () => void; readonly chooseCommand: (card: CommandCard) => void }) {
  const [find, setFind] = useState('')
  const [at, setAt] = useState(0)
  const choices = useChoices(props.close, props.chooseCommand)
  const words = find.toLowerCase().split(/\s+/)
  const found = choices
    .filter((one) => words.every((word) => `${one.title} ${one.about}`.toLowerCase().includes(word)))
    .toSorted((a, b) => Number(named(b, words)) - Number(named(a, words)))
  const index = Math.min(at, found.length - 1)
  const press = (key: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key.key]
    if (by !== undefined) setAt((index + by + found.length) % found.length)
    else if (key.key === 'Enter') found[index]?.choose()
    else return
    key.preventDefault()
  }
  return (
    <>
      <div className={css.finder}>
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was asked for to type into
          autoFocus
          role="combobox"
          aria-label={t('palette')}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found[index] && `palette-${found[index].key}`}
          placeholder={t('palette.find')}
          value={find}
          onChange={(change) => {
            setFind(change.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      {found.length === 0 && <p className={css.none}>{t('palette.none', { find })}</p>}
      <Choices found={found} index={index} />
    </>
  )
}

/** Whether the words are in its name, rather than in what is said about it. */
const named = (one: Choice, words: readonly string[]) => words.every((word) => one.title.toLowerCase().includes(word))

function Choices({ found, index }: { readonly found: readonly Choice[]; readonly index: number }) {
  const byHeading = Map.groupBy(found, (one) => one.heading)
  return (
    <div id="palette-list" role="listbox" aria-label={t('palette')} className={css.list} tabIndex={-1}>
      {[...byHeading].map(([heading, those]) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is not part of a list to choose from
        <div key={heading} role="group" aria-label={heading}>
          <div className={css.heading} aria-hidden="true">
            {heading}
          </div>
          {those.map((one) => (
            <Option key={one.key} choice={one} current={found[index] === one} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Option({ choice, current }: { readonly choice: Choice; readonly current: boolean }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and names the current option
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter work in the field above
    <div
      id={`palette-${choice.key}`}
      role="option"
      aria-selected={current}
      className={css.option}
      ref={(node) => {
        if (current) node?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={choice.choose}
    >
      <Icon name={choice.icon} />
      <span className={css.title}>{choice.title}</span>
      <span className={css.about}>{choice.about}</span>
    </div>
  )
}
