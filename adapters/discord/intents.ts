/** The intents we go with: those that are wanted, less those that Discord refused. */

import type { REST } from 'discord.js'
import { type APIApplication, ApplicationFlags, Routes } from 'discord-api-types/v10'
import type { Log } from '../../src/core/feature.ts'
import type { DiscordConfig } from './config.ts'
import type { Notices } from './notices.ts'
import { intentBits, type Privileged, portalSwitch, privileged, wantedIntents, withoutIntent } from './permissions.ts'
import { saidInBoth } from './texts.ts'

interface Parts {
  readonly log: Log
  readonly notices: Notices
  /** Every section in force, at least one. */
  readonly sections: () => readonly DiscordConfig[]
}

export class Intents {
  readonly #parts: Parts
  #refused: readonly Privileged[] = []
  constructor(parts: Parts) {
    this.#parts = parts
  }

  get bits(): number {
    return intentBits(this.#wanted().filter((intent) => !this.#refused.some((refused) => refused === intent)))
  }
  /** Whether Discord refused any. */
  get degraded(): boolean {
    return this.#refused.length > 0
  }
  has(intent: Privileged): boolean {
    return this.#wanted().includes(intent) && !this.#refused.includes(intent)
  }

  /** Goes without those that the application does not have; the gateway does not say which it refused. */
  async degrade(rest: REST): Promise<void> {
    const wanted = privileged.filter((intent) => this.#wanted().includes(intent))
    const granted = await this.#granted(rest)
    const refused = wanted.filter((intent) => !granted?.has(intent))
    this.#refused = refused.length > 0 ? refused : wanted
    for (const intent of this.#refused) this.#tell(intent)
  }
  /** True where one that was refused has been granted since. */
  async lookAgain(rest: REST): Promise<boolean> {
    const granted = await this.#granted(rest)
    const since = this.#refused.filter((intent) => granted?.has(intent))
    for (const intent of since) this.#parts.notices.over(`intent ${intent}`)
    this.#refused = this.#refused.filter((intent) => !since.includes(intent))
    return since.length > 0
  }

  #wanted() {
    return wantedIntents(this.#parts.sections())
  }
  #tell(intent: Privileged): void {
    this.#parts.log.warn({ intent }, 'Discord did not grant an intent')
    const [what, how] = [withoutIntent(intent), portalSwitch(intent)]
    const text = saidInBoth('intent.refused', (locale) => ({ what: what[locale] ?? '', how: how[locale] ?? '' }))
    this.#parts.notices.tell(`intent ${intent}`, text)
  }
  /** What the application's flags say; undefined where the server does not tell. */
  async #granted(rest: REST): Promise<ReadonlySet<Privileged> | undefined> {
    try {
      const { flags } = (await rest.get(Routes.currentApplication())) as APIApplication
      return flags === undefined ? undefined : new Set(privileged.filter((intent) => flags & flagsOf[intent]))
    } catch (error) {
      this.#parts.log.warn({ error }, 'what intents the application has could not be asked')
      return undefined
    }
  }
}

const flagsOf: Readonly<Record<Privileged, number>> = {
  MessageContent: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  GuildMembers: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
}
