/** What a check says, and how several become one. */
import type { Localised } from '../../../core/words.ts'
import type { Deed } from '../config.ts'

const checkNames = [
  'flood',
  'repeats',
  'crowd',
  'links',
  'invites',
  'mentions',
  'words',
  'text',
  'known',
  'contact',
  'disguise',
  'newcomer',
  'edited',
  'account',
  'raid',
  'report',
  'command',
  'filter',
  'shared',
  'rule',
] as const
export type CheckName = (typeof checkNames)[number]

export interface Finding {
  readonly name: CheckName
  /** 0 to 1: how sure this check alone is. */
  readonly score: number
  /**
   * What it found, never in words of the message: a figure, a domain, a list's name, or a phrase of ours with a text
   * `found.<phrase>` in each language.
   */
  readonly found: string
  /** What the owner calls the rule that found it. */
  readonly title?: Localised
  /** What the rulebook wants done for it, where it says. */
  readonly does?: Deed
  /** How long, for a mute. Milliseconds. */
  readonly forMs?: number
  /** Where in the message as written it found it: start and end, in order. */
  readonly places?: readonly (readonly [number, number])[]
}

/**
 * Noisy-or: the chance that not all of them err, were they independent (Pearl, Probabilistic Reasoning in Intelligent
 * Systems, 1988). They are not quite, which is why the single scores are set low. Rounded to 1/1000.
 */
export function combine(findings: readonly Pick<Finding, 'score'>[]): number {
  const clear = findings.reduce((product, finding) => product * (1 - finding.score), 1)
  return Math.round((1 - clear) * 1000) / 1000
}
