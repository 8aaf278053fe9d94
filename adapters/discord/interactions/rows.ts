/** The options of a question as buttons, up to ten in rows of five; as a menu where there are more. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { Option } from '../../../src/core/action.ts'
import { locales } from '../../../src/core/words.ts'
import { cut } from '../commands/words.ts'
import { buttonId, menuId, optionValue, taggedMenuId, tagId, tagOf, tagValue } from './customId.ts'
import { say } from './texts.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>
/** What has to be kept for the rows to be understood. */
export interface Kept {
  readonly tag: string
  readonly ask: string
  readonly option: string
}
const inRow = 5
const mostButtons = 10
const mostOptions = 25
const labelLength = 80
const menuLabelLength = 100

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const

/** `guild`: where the question is asked in private, the guild it is about. */
export function rowsOf(ask: string, options: readonly Option[], guild?: string): { rows: Row[]; kept: Kept[] } {
  const kept: Kept[] = []
  const keep = (option: string) => {
    const tag = tagOf(ask, option)
    kept.push({ tag, ask, option })
    return tag
  }
  const once = [...new Map(options.map((option) => [option.id, option])).values()].slice(0, mostOptions)
  if (once.length > mostButtons) return { rows: [menu(ask, once, guild, keep)], kept }
  const buttons = once.map((option) => button(ask, option, guild, keep))
  const rows = Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, n) =>
    row(buttons.slice(n * inRow, (n + 1) * inRow)),
  )
  return { rows, kept }
}
const row = (components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components })

type Keep = (option: string) => string
const button = (
  ask: string,
  { id, label, style }: Option,
  guild: string | undefined,
  keep: Keep,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: styles[style ?? 'secondary'],
  label: cut(label, labelLength) || id.slice(0, labelLength),
  custom_id: buttonId(ask, id, guild) ?? tagId(keep(id), guild),
})

function menu(ask: string, options: readonly Option[], guild: string | undefined, keep: Keep): Row {
  const whole = menuId(ask, guild)
  const worth = (option: string) => (whole === undefined ? undefined : optionValue(option)) ?? tagValue(keep(option))
  return row([
    {
      type: ComponentType.StringSelect,
      custom_id: whole ?? taggedMenuId(tagOf(ask, ''), guild),
      placeholder: locales.map((locale) => say(locale, 'choose')).join(' · '),
      options: options.map(
        ({ id, label }): APISelectMenuOption => ({
          label: cut(label, menuLabelLength) || id.slice(0, menuLabelLength),
          value: worth(id),
        }),
      ),
    },
  ])
}
