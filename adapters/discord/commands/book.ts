/** All commands as Discord is told of them, within its numbers, and back from a name to the command it stands for. */
import type { CommandCard, Menu } from '../../../src/core/command.ts'
import { type CommandBody, type MenuBody, menuName, menuOf, type Scope, slashOf } from './card.ts'
import { limits } from './words.ts'

export interface Book {
  readonly bodies: readonly CommandBody[]
  /** Commands and menu entries there was no room or no name for. */
  readonly leftOut: readonly string[]
}

/** Members' commands come first where there are too many: they have no other way. */
export function bookOf(cards: readonly CommandCard[], scope: Scope): Book {
  const leftOut: string[] = []
  const slashes = cards.flatMap((card) => {
    const body = slashOf(card, scope)
    if (!body) leftOut.push(`/${card.name}`)
    return body ? [{ card, body }] : []
  })
  const byNeed = slashes.toSorted((a, b) => Number(a.card.role !== 'member') - Number(b.card.role !== 'member'))
  leftOut.push(...byNeed.slice(limits.slash).map(({ card }) => `/${card.name}`))
  const kept = new Set(byNeed.slice(0, limits.slash))
  const chosen: CommandBody[] = slashes.filter((one) => kept.has(one)).map(({ body }) => body)
  for (const menu of ['message', 'member'] as const) {
    const all = inMenu(cards, menu)
    chosen.push(...onceNamed(all.slice(0, limits.menus).map((card) => menuOf(card, menu, scope))))
    leftOut.push(...all.slice(limits.menus).map(menuName))
  }
  return { bodies: chosen, leftOut }
}

/** In no language are two called the same: the later one goes by its English name. */
function onceNamed(bodies: readonly MenuBody[]): MenuBody[] {
  const taken = new Set(bodies.map(({ name }) => name))
  return bodies.map(({ name_localizations, ...body }) => {
    const zh = name_localizations?.['zh-CN']
    if (!zh || taken.has(zh)) return body
    taken.add(zh)
    return { ...body, name_localizations }
  })
}

/** Commands of a menu; of two by one name the first. */
export function inMenu(cards: readonly CommandCard[], menu: Menu): CommandCard[] {
  const named = new Map<string, CommandCard>()
  for (const card of cards)
    if (card.menus?.includes(menu) && !named.has(menuName(card))) named.set(menuName(card), card)
  return [...named.values()]
}

export const slashNamed = (cards: readonly CommandCard[], name: string): CommandCard | undefined =>
  cards.find((card) => card.name.toLowerCase() === name)
export const menuNamed = (cards: readonly CommandCard[], menu: Menu, name: string): CommandCard | undefined =>
  inMenu(cards, menu).find((card) => menuName(card) === name)
