/** The capabilities, in the order in which they see an event: a verdict that stops is not seen by those below. */
import type { AnyFeature } from './core/feature.ts'
import activity from './features/activity/index.ts'
import faq from './features/faq/index.ts'
import gate from './features/gate/index.ts'
import moderation from './features/moderation/index.ts'
import perks from './features/perks/index.ts'
import platforms from './features/platforms/index.ts'
import rules from './features/rules/index.ts'
import schedule from './features/schedule/index.ts'
import welcome from './features/welcome/index.ts'

export const features: readonly AnyFeature[] = [
  moderation,
  rules,
  gate,
  welcome,
  faq,
  activity,
  perks,
  schedule,
  platforms,
]
