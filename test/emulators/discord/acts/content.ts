/** What a message may hold: lengths, embeds, components. Refusals are 50035 with the path of each fault. */
import { ComponentType, MessageFlags } from 'discord-api-types/v10'
import { Form } from '../errors.ts'
import { limits } from '../limits.ts'

export interface EmbedBody {
  type?: string
  title?: string
  description?: string
  url?: string
  fields?: { name: string; value: string; inline?: boolean }[]
  footer?: { text: string }
  author?: { name: string }
  image?: { url: string }
}

export interface ComponentBody {
  type: ComponentType
  id?: number
  custom_id?: string
  label?: string
  style?: number
  url?: string
  disabled?: boolean
  min_values?: number
  max_values?: number
  placeholder?: string
  options?: { label: string; value: string; description?: string; default?: boolean }[]
  components?: ComponentBody[]
  component?: ComponentBody
}

export interface ContentBody {
  content?: string | null
  embeds?: EmbedBody[] | null
  components?: ComponentBody[] | null
  flags?: number | null
}

export function checkContent(body: ContentBody, form = new Form()): void {
  form.length('content', body.content, limits.content)
  checkEmbeds(form, body.embeds ?? [])
  const modern = Boolean((body.flags ?? 0) & MessageFlags.IsComponentsV2)
  if (!modern) checkRows(form, body.components ?? [])
  form.done()
}

function checkEmbeds(form: Form, embeds: EmbedBody[]): void {
  if (embeds.length > limits.embeds) form.wrong('embeds', 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.')
  embeds.forEach((embed, i) => {
    checkEmbed(form, embed, `embeds.${i}`)
  })
  if (embeds.reduce((sum, embed) => sum + embedSize(embed), 0) > limits.embedsTotal)
    form.wrong('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')
}

function checkEmbed(form: Form, embed: EmbedBody, path: string): void {
  form.length(`${path}.title`, embed.title, limits.embedTitle)
  form.length(`${path}.description`, embed.description, limits.embedDescription)
  form.length(`${path}.footer.text`, embed.footer?.text, limits.embedFooter)
  const fields = embed.fields ?? []
  if (fields.length > limits.embedFields)
    form.wrong(`${path}.fields`, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.')
  fields.forEach((field, i) => {
    form.required(`${path}.fields.${i}.name`, field.name)
    form.required(`${path}.fields.${i}.value`, field.value)
    form.length(`${path}.fields.${i}.name`, field.name, limits.embedFieldName)
    form.length(`${path}.fields.${i}.value`, field.value, limits.embedFieldValue)
  })
}

function embedSize(embed: EmbedBody): number {
  const fields = (embed.fields ?? []).map((field) => field.name + field.value)
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields]
  return texts.reduce((sum, text) => sum + [...(text ?? '')].length, 0)
}

function checkRows(form: Form, rows: ComponentBody[]): void {
  if (rows.length > limits.actionRows)
    form.wrong('components', 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 5 in length.')
  const seen = new Set<string>()
  rows.forEach((row, i) => {
    const inside = row.components ?? []
    const path = `components.${i}.components`
    if (row.type !== ComponentType.ActionRow) form.wrong(`components.${i}.type`, 'UNION_TYPE_CHOICES', 'Not a row')
    if (inside.length === 0 || inside.length > limits.buttonsPerRow)
      form.wrong(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')
    inside.forEach((part, j) => {
      checkPart(form, part, `${path}.${j}`, seen)
    })
  })
}

function checkPart(form: Form, part: ComponentBody, path: string, seen: Set<string>): void {
  const linked = part.url !== undefined
  if (!linked) form.required(`${path}.custom_id`, part.custom_id)
  form.length(`${path}.custom_id`, part.custom_id, limits.customId)
  if (part.custom_id && seen.has(part.custom_id))
    form.wrong(`${path}.custom_id`, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
  if (part.custom_id) seen.add(part.custom_id)
  if (part.type === ComponentType.Button) form.length(`${path}.label`, part.label, limits.buttonLabel)
  if (part.type !== ComponentType.StringSelect) return
  const options = part.options ?? []
  if (options.length === 0 || options.length > limits.selectOptions)
    form.wrong(`${path}.options`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 25 in length.')
  options.forEach((option, i) => {
    form.length(`${path}.options.${i}.label`, option.label, 100, 1)
    form.length(`${path}.options.${i}.value`, option.value, 100, 1)
    form.length(`${path}.options.${i}.description`, option.description, 100)
  })
}

/** Embeds as Discord gives them back. */
export function embedsOut(embeds: EmbedBody[]): object[] {
  return embeds.map((embed) => ({
    ...embed,
    type: embed.type ?? 'rich',
    ...(embed.fields && { fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })) }),
  }))
}

/** Components as Discord gives them back: every one numbered. */
export function componentsOut(components: ComponentBody[]): object[] {
  let next = 1
  const numbered = (part: ComponentBody): object => ({
    ...part,
    id: part.id ?? next++,
    ...(part.type === ComponentType.StringSelect && {
      min_values: part.min_values ?? 1,
      max_values: part.max_values ?? 1,
    }),
    ...(part.components && { components: part.components.map(numbered) }),
  })
  return components.map(numbered)
}
