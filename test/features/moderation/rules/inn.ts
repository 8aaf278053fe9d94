/** A house with rules, where none of the checks has a word in it. */
import type { openInn } from '../../../kit/inn.ts'
import { house } from '../house.ts'

/** No check finds anything: what is done is done by rules. */
export const noChecks = {
  ask: 1,
  act: 1,
  newcomers: { score: 0 },
  flood: { score: 0 },
  repeats: { score: 0, crowd: 0 },
  links: { newcomers: 0, shortened: 0, invites: 'nobody', denied: 0 },
  mentions: { score: 0, everyone: 0 },
  contact: { baited: 0, bare: 0, lure: 0 },
  disguise: { score: 0 },
  text: { reach: 'nobody' },
} as const

export const ruled = (
  rules: readonly Record<string, unknown>[],
  section: Record<string, unknown> = {},
  more: Partial<Parameters<typeof openInn>[0]> = {},
) => house({ ...noChecks, rules: rules.map((rule, index) => ({ id: `r${index + 1}`, ...rule })), ...section }, more)
