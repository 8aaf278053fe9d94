/** One message as the checks see it; what only some of them need is worked out when it is asked for. */
import { type Reachable, reachable } from '../../text/links.ts'
import { type Normal, normalise, squeeze } from '../../text/normalise.ts'
import { type Unmasked, unmask } from '../../text/unmask.ts'
import { type Sketch, sketch } from './sketch.ts'

export interface Said {
  readonly text: string
  /** Different accounts mentioned. */
  readonly mentions: number
  /** Not yet trusted: judged more strictly. */
  readonly newcomer: boolean
  /** Edited, and another message than it was: judged as strictly. */
  readonly changed?: boolean
  /** The account was made lately. */
  readonly young?: boolean
  /** It has no picture of its own. */
  readonly faceless?: boolean
  /** Joined while a raid was on. */
  readonly raider: boolean
  /** The name it was written under, where that is known. */
  readonly name?: string
}

export class Reading {
  readonly said: Said
  readonly normal: Normal
  #sketch: Sketch | undefined
  #reachable: Reachable | undefined
  #squeezed: string | undefined
  #unmasked: Unmasked | undefined

  constructor(said: Said) {
    this.said = said
    this.normal = normalise(said.text)
  }
  /** Whether it is judged as those are who are not yet trusted. */
  get strict(): boolean {
    return this.said.newcomer || this.said.changed === true
  }
  get sketch(): Sketch {
    this.#sketch ??= sketch(this.normal.text)
    return this.#sketch
  }
  get reachable(): Reachable {
    this.#reachable ??= reachable(this.normal)
    return this.#reachable
  }
  get unmasked(): Unmasked {
    this.#unmasked ??= unmask(this.normal, this.reachable)
    return this.#unmasked
  }
  /** The text with what was spelt apart joined, "v i a g r a" and "赌.博"; undefined where nothing is. */
  get joined(): string | undefined {
    const { text } = this.normal
    if (han.test(text)) {
      const squeezed = this.#squeeze()
      return squeezed.length < text.length ? squeezed : undefined
    }
    return spelt.test(text) ? text.replace(speltAll, (run) => run.replace(between, '')) : undefined
  }
  #squeeze(): string {
    this.#squeezed ??= squeeze(this.normal).text
    return this.#squeezed
  }
}
const run = String.raw`(?<![a-z0-9])(?:[a-z0-9][\s.·•_*|/\\~^-]){3,}[a-z0-9](?![a-z0-9])`
const spelt = new RegExp(run)
const speltAll = new RegExp(run, 'g')
const between = /[^a-z0-9]/g
const han = /\p{Script=Han}/u
