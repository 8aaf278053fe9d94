/** Which tables belong to which entry of the navigation. A feature nobody thought of here goes under "other". */
import type { PanelName } from '../../office/wire.ts'
import type { IconName } from './icons.tsx'

export const pages = ['today', 'queue', 'people', 'faq', 'schedule', 'perks', 'rules', 'log', 'other'] as const
export type Page = (typeof pages)[number]
/** Pages made of tables alone. */
export type TablePage = 'people' | 'faq' | 'perks' | 'rules' | 'other'

const features: Partial<Record<Page, readonly string[]>> = {
  people: ['activity', 'welcome'],
  faq: ['faq'],
  perks: ['perks'],
  rules: ['rules'],
}
/** They have pages made for them. */
const own = ['moderation', 'schedule']
/** Tables that answer what is typed: part of a page of their own, not a list to look through. */
const answering = ['faq.try']

export const isPage = (name: string): name is Page => pages.some((page) => page === name)
export const iconOf = (page: Page): IconName => (page === 'other' ? 'more' : page)

/** The tables of a page that is made of tables alone. Those with most to say first. */
export function tablesOf(page: Page, all: readonly PanelName[]): PanelName[] {
  const panels = all.filter(({ feature, name }) => !answering.includes(`${feature}.${name}`))
  const wanted = features[page]
  if (wanted) return panels.filter((panel) => wanted.includes(panel.feature)).toSorted(byInterest)
  const known = [...Object.values(features).flat(), ...own]
  return page === 'other' ? panels.filter((panel) => !known.includes(panel.feature)) : []
}
const interesting = ['members', 'newcomers', 'unanswered', 'entries', 'wordings', 'tuning', 'report']
const rank = (panel: PanelName) => interesting.indexOf(panel.name) + 1 || interesting.length + 1
const byInterest = (a: PanelName, b: PanelName) => rank(a) - rank(b)
