/** Offers while an option is being filled in: within three seconds or not at all, and never an error. */
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandOptionChoice,
  InteractionResponseType,
  Routes,
} from 'discord-api-types/v10'
import type { CommandCard } from '../../../src/core/command.ts'
import { type Locale, pick } from '../../../src/core/words.ts'
import { slashNamed } from '../commands/book.ts'
import { type CardField, optionName } from '../commands/options.ts'
import { cut, limits } from '../commands/words.ts'
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import type { Given } from './given.ts'
import type { Meeting } from './meeting.ts'
import { withoutToken } from './refusals.ts'

type Raw = APIApplicationCommandAutocompleteInteraction
type Offer = APIApplicationCommandOptionChoice<string>
/** Leaves half a second for the way there and back. */
const withinMs = 2000

interface Parts {
  readonly ground: Ground
  readonly meeting: Meeting
}

export async function offer(parts: Parts, raw: Raw, given: Given, locale: Locale): Promise<void> {
  const { ground } = parts
  const late = Promise.withResolvers<readonly Offer[]>()
  const timer = setTimeout(() => late.resolve([]), withinMs)
  try {
    const found = await Promise.race([offersFor(parts, raw, given, locale), late.promise])
    await answer(ground, given, found)
  } catch (error) {
    ground.log.warn({ interaction: given.id, error: withoutToken(error, given.token) }, 'no offers could be made')
    await answer(ground, given, []).catch(() => undefined) // Discord shows that nothing was found
  } finally {
    clearTimeout(timer)
  }
}
const answer = ({ client }: Ground, { id, token }: Given, choices: readonly Offer[]) =>
  client.rest.post(Routes.interactionCallback(id, token), {
    body: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
    auth: false,
  })

async function offersFor({ ground, meeting }: Parts, raw: Raw, given: Given, locale: Locale) {
  const card = slashNamed(ground.door.commands, raw.data.name)
  const focused = (raw.data.options ?? []).find((option) => 'focused' in option && option.focused)
  const field = card?.fields.find((one) => optionName(one) === focused?.name)
  if (!card || !field || !given.guild || !focused || !('value' in focused)) return []
  const typed = String(focused.value ?? '')
  if (field.kind === 'choice') return choicesOf(field, typed, locale)
  await meeting.giver(given, given.guild)
  const found = await ground.door.suggest({ ...askedBy(given, given.guild), ...named(card, field), typed, locale })
  return found
    .filter(({ value }) => value.length > 0 && value.length <= limits.choice)
    .slice(0, limits.choices)
    .map(({ value, label }) => ({ value, name: cut(label, limits.choice) || value }))
}
const askedBy = ({ user }: Given, guild: string) => ({ group: mint(guild), user: mint(user.id) })
const named = (card: CommandCard, field: CardField) => ({ command: card.name, field: field.name })

/** Of a list longer than Discord shows. */
function choicesOf({ choices = [], labels = {} }: CardField, typed: string, locale: Locale): Offer[] {
  const wanted = typed.trim().toLowerCase()
  return choices
    .map((value) => ({ value, name: cut(labels[value] ? pick(labels[value], locale) : value, limits.choice) || value }))
    .filter(({ value, name }) => value.includes(wanted) || name.toLowerCase().includes(wanted))
    .slice(0, limits.choices)
}
