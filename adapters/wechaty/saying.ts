/** Texts and pictures on their way to WeChat. */
import type { ActionOf } from '../../src/core/action.ts'
import type { Ground } from './ground.ts'
import type { Line } from './line.ts'
import type { Outgoing } from './outgoing.ts'
import { timely } from './patience.ts'
import type { Place } from './place.ts'
import { longestText } from './settings.ts'
import { plain, split } from './text.ts'

/** WeChat's own mark behind a mention. */
const fourth = '\u2005'
type Mentions = NonNullable<ActionOf<'send'>['mentions']>

export class Saying {
  readonly #ground: Ground
  readonly #outgoing: Outgoing
  constructor(ground: Ground, outgoing: Outgoing) {
    this.#ground = ground
    this.#outgoing = outgoing
  }
  /** In parts where it is long. The id of the first, where the puppet tells it. */
  async text(line: Line, to: string, markdown: string, mentions: readonly Mention[] = []): Promise<string | undefined> {
    const text = marked(plain(markdown), mentions)
    let first: string | undefined
    for (const [n, part] of split(text, longestText).entries()) {
      const ids = mentions.flatMap(({ contact, shown }) => (part.includes(`@${shown}${fourth}`) ? [contact] : []))
      await this.#outgoing.turn(to)
      const id = (await this.#timely(line.puppet.messageSendText(to, part, ids))) ?? undefined
      if (n === 0) first = id
    }
    return first
  }
  async picture(line: Line, to: string, png: string): Promise<string | undefined> {
    const file = this.#ground.library().FileBox.fromBase64(png, 'innkeeper.png')
    await this.#outgoing.turn(to)
    return (await this.#timely(line.puppet.messageSendFile(to, file))) ?? undefined
  }
  async announcement(line: Line, to: string, text: string): Promise<void> {
    await this.#outgoing.turn(to)
    await this.#timely(line.puppet.roomAnnounce(to, plain(text)))
  }
  #timely<T>(call: Promise<T>): Promise<T> {
    return timely(this.#ground.patience.actMs, call)
  }

  /** Whoever stands in the text as "@name", by the name they carry in the room, so that WeChat marks it. */
  mentions(place: Place, wished: Mentions = []): Mention[] {
    return wished.flatMap(({ user, name }) => {
      const contact = this.#ground.people.contactOf(user)
      const row = place.members.get(user)
      return contact && row?.present === 1 ? [{ contact, name, shown: row.alias || row.name || name }] : []
    })
  }
}
/** How many messages become of it, a name put before it aside. */
export const messagesOf = ({ text, image }: { readonly text: string; readonly image?: unknown }): number =>
  split(plain(text), longestText).length + (image ? 1 : 0)
export interface Mention {
  readonly contact: string
  /** As it stands in the text after "@". */
  readonly name: string
  /** As WeChat shows it. */
  readonly shown: string
}
const marked = (text: string, mentions: readonly Mention[]) =>
  mentions.reduce(
    (all, { name, shown }) => all.replaceAll(new RegExp(`@${RegExp.escape(name)} ?`, 'gu'), `@${shown}${fourth}`),
    text,
  )
