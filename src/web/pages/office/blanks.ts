/** What an empty table says: how its first row comes about. */
import type { PanelName } from '../../office/wire.ts'
import { t } from './words.ts'

const known = [
  'faq.unanswered',
  'faq.entries',
  'faq.wordings',
  'faq.tuning',
  'rules.unacknowledged',
  'perks.redemptions',
  'perks.giveaways',
  'welcome.newcomers',
  'schedule.posts',
  'moderation.cases',
  'moderation.errors',
  'moderation.guard',
] as const

export function blankOf({ feature, name }: PanelName): { readonly title: string; readonly hint: string } {
  const table = known.find((one) => one === `${feature}.${name}`)
  if (!table) return { title: t('table.empty'), hint: t('table.emptyHint') }
  return { title: t(`blank.${table}`), hint: t(`blank.${table}.hint`) }
}
