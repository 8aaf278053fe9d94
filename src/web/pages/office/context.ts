/** What every part of the office may look up without asking the server again. */
import { createContext, use } from 'react'
import type { CommandCard } from '../../../core/command.ts'
import type { Group } from '../../../core/people.ts'
import type { Localised } from '../../../core/words.ts'
import type { Start } from '../../office/wire.ts'
import { locale } from '../texts.ts'

export const StartContext = createContext<Start | undefined>(undefined)

export interface Inn extends Start {
  readonly group: (id: string) => Group | undefined
  /** A group's zone; the first group's where there is none. */
  readonly zone: (id?: string) => string
  readonly hasCommand: (name: string) => boolean
}
export function useInn(): Inn {
  const start = use(StartContext)
  if (!start) throw new Error('used outside the office')
  const group = (id: string) => start.groups.find((one) => one.id === id)
  return {
    ...start,
    group,
    zone: (id) => (id === undefined ? undefined : group(id)?.timezone) ?? start.groups[0]?.timezone ?? 'UTC',
    hasCommand: (name) => start.commands.some((card) => card.name === name),
  }
}

/** A feature's text in the reader's language, or in the other where it has only one. */
export const said = (both: Localised): string => both[locale] ?? both.en ?? both.zh ?? ''

/** As one would type it: "/mute", in Chinese with its Chinese word first. */
export const nameOf = (card: CommandCard): string => {
  const alias = card.aliases[0]
  return locale === 'zh' && alias ? `${alias} /${card.name}` : `/${card.name}`
}
