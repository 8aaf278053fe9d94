/** What came of an interaction, as the user sees it. */
import type { APIMessage } from 'discord-api-types/v10'
import { limits } from '../limits.ts'
import type { Interaction, Reply } from '../state/interaction.ts'
import type { World } from '../state/world.ts'
import { until } from './until.ts'

/** A button or menu of an answer, wherever it stands in its rows. */
export interface Part {
  readonly type: number
  readonly custom_id?: string
  readonly label?: string
  readonly disabled?: boolean
  readonly options?: readonly { label: string; value: string }[]
}

export interface Answered {
  readonly content: string
  /** Only the user sees it. */
  readonly ephemeral: boolean
  readonly embeds: APIMessage['embeds']
  readonly parts: readonly Part[]
  readonly message: APIMessage | undefined
  readonly modal: Reply['modal']
  readonly choices: NonNullable<Reply['choices']>
}

export class InteractionHandle {
  readonly #world: World
  readonly #interaction: Interaction

  constructor(world: World, interaction: Interaction) {
    this.#world = world
    this.#interaction = interaction
  }

  get id(): string {
    return this.#interaction.id
  }

  /** How it was first acknowledged, if it was. */
  get acknowledged(): Interaction['acknowledged'] {
    return this.#interaction.acknowledged
  }

  /** All that was answered so far, in order. */
  get replies(): readonly Answered[] {
    return this.#interaction.replies.map(answeredOf)
  }

  /**
   * The answer itself: a message, a form, choices, or the message changed; behind a deferral, what replaced it.
   * @throws {Error} "The application did not respond" when nothing acknowledged it within 3 s, as Discord shows it
   */
  async answered(patienceMs = 10_000): Promise<Answered> {
    await this.#acknowledgedInTime()
    const found = await until(() => this.#interaction.replies.find(({ kind }) => kind !== 'deferred'), patienceMs)
    if (!found) throw new Error(`/${this.#interaction.name} was deferred and never answered`)
    return answeredOf(found)
  }

  /** Answer number `n` (from 1), deferrals not counted. */
  async reply(n: number, patienceMs = 10_000): Promise<Answered> {
    const at = () => this.#interaction.replies.filter(({ kind }) => kind !== 'deferred')[n - 1]
    const found = await until(at, patienceMs)
    if (!found) throw new Error(`/${this.#interaction.name} got no answer number ${n}`)
    return answeredOf(found)
  }

  async #acknowledgedInTime(): Promise<void> {
    const { at } = this.#interaction
    const left = Math.max(0, at + limits.interactionAnswerMs - this.#world.now())
    if (!(await until(() => this.#interaction.acknowledged, left)))
      throw new Error(`/${this.#interaction.name}: The application did not respond`)
  }
}

export function answeredOf(reply: Reply): Answered {
  const { message, modal, choices } = reply
  return {
    content: message?.content ?? '',
    ephemeral: reply.ephemeral,
    embeds: message?.embeds ?? [],
    parts: partsOf(message),
    message,
    modal,
    choices: choices ?? [],
  }
}

/** Buttons and menus of a message, rows left aside. */
export function partsOf(message: APIMessage | undefined): Part[] {
  const rows = (message?.components ?? []) as readonly { components?: readonly Part[] }[]
  return rows.flatMap((row) => row.components ?? [])
}
