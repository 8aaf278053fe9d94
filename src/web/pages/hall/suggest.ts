/** What the composer offers while one types: commands after a slash, people after an at sign. Pure. */
import type { Person } from '../../../../adapters/web/wire.ts'
import type { CommandCard } from '../../../core/command.ts'
import { inLocale } from '../texts.ts'

export type Offer =
  | { readonly type: 'command'; readonly id: string; readonly card: CommandCard }
  | { readonly type: 'person'; readonly id: string; readonly person: Person; readonly from: number }
const most = 8

/** For a text and the caret in it. */
export function offers(
  text: string,
  caret: number,
  commands: readonly CommandCard[],
  people: readonly Person[],
): Offer[] {
  const before = text.slice(0, caret)
  const command = /^[/／](\S*)$/u.exec(before)
  if (command && caret === text.length) return matchingCommands(command[1] ?? '', commands)
  const person = /(?:^|[\s，。、！？])@([^\s@]{0,32})$/u.exec(before)
  return person ? matchingPeople(person[1] ?? '', people, caret - (person[1] ?? '').length) : []
}

/** By name or alias first, then by what it is about. */
function matchingCommands(typed: string, commands: readonly CommandCard[]): Offer[] {
  const wanted = typed.toLowerCase()
  const rank = (card: CommandCard) => {
    if ([card.name, ...card.aliases].some((word) => word.toLowerCase().startsWith(wanted))) return 0
    return inLocale(card.about).toLowerCase().includes(wanted) ? 1 : 2
  }
  return commands
    .map((card) => ({ card, rank: rank(card) }))
    .filter((one) => one.rank < 2)
    .sort((one, other) => one.rank - other.rank || one.card.name.localeCompare(other.card.name))
    .map(({ card }) => ({ type: 'command', id: `offer-${card.name}`, card }))
}

function matchingPeople(typed: string, people: readonly Person[], from: number): Offer[] {
  const wanted = typed.toLowerCase()
  return people
    .filter((person) => person.name.toLowerCase().includes(wanted))
    .sort((one, other) => at(one, wanted) - at(other, wanted))
    .slice(0, most)
    .map((person) => ({ type: 'person', id: `offer-${person.user.replace(/\W/g, '-')}`, person, from }))
}
const at = (person: Person, wanted: string) => person.name.toLowerCase().indexOf(wanted)

/** As many as the server takes. */
const mostMentions = 50
/** The accounts whose names are mentioned in a text. */
export const mentioned = (text: string, people: readonly Person[]): string[] =>
  people
    .filter((person) => text.includes(`@${person.name}`))
    .map((person) => person.user)
    .slice(0, mostMentions)
