/** The tables of docs/discord.md and docs/discord.zh-CN.md; what stands around them is written by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '../../adapters/discord/config.ts'
import {
  heardBy,
  hearings,
  listening,
  type Needs,
  nameOf,
  privileged,
  type Wanted,
  wantedRights,
  whyOf,
  withoutIntent,
} from '../../adapters/discord/permissions.ts'
import { type Locale, pick } from '../../src/core/words.ts'
import { features } from '../../src/features.ts'
import { between } from './between.ts'
import { code, table } from './table.ts'

const section = config.parse({})
const needs: Needs = features.map(({ name, needs: actions }) => ({ feature: name, actions }))
const heads = {
  en: {
    permissions: ['Permission', 'Why', 'For'],
    features: ['Feature', 'Permissions'],
    intents: ['Intent', 'To hear', 'Privileged: without it'],
    listening: 'hearing what happens',
  },
  zh: {
    permissions: ['权限', '为什么', '给谁用'],
    features: ['功能', '权限'],
    intents: ['意图（Intent）', '听见什么', '特权意图：没有它会怎样'],
    listening: '听见发生的事',
  },
} as const satisfies Record<Locale, object>

/** The page as it lies, with its tables printed anew. */
export function discordPage(file: string, locale: Locale): string {
  const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
  const tables = { permissions: permissions(locale), features: byFeature(locale), intents: intents(locale) }
  return Object.entries(tables).reduce((page, [name, rows]) => between(page, name, rows), text)
}
function permissions(locale: Locale): string {
  const said = (feature: string) => (feature === listening ? heads[locale].listening : feature)
  const row = ({ permission, whys, features: these }: Wanted) => [
    pick(nameOf(permission), locale),
    whys.map((why) => pick(whyOf(why), locale)).join(locale === 'zh' ? '；' : '; '),
    these.map(said).join(locale === 'zh' ? '、' : ', '),
  ]
  return table(heads[locale].permissions, wantedRights(needs, [section]).map(row))
}
function byFeature(locale: Locale): string {
  const rows = needs.map(({ feature, actions }) => {
    const own = wantedRights([{ feature, actions }], [section]).filter((one) => one.features.includes(feature))
    return [feature, own.map(({ permission }) => nameOf(permission).en ?? permission).join(', ')]
  })
  return table(heads[locale].features, rows)
}
function intents(locale: Locale): string {
  const row = ({ intent }: (typeof hearings)[number]) => {
    const special = privileged.find((one) => one === intent)
    return [code(intent), pick(heardBy(intent), locale), special ? pick(withoutIntent(special), locale) : '']
  }
  return table(heads[locale].intents, hearings.map(row))
}
