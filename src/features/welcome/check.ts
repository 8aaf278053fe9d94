/** What zod cannot say of the section: variables that no text of its kind has. */
import { templateIssues } from '../../text/templates.ts'
import type { WelcomeConfig } from './config.ts'
import { known } from './wording.ts'

export const check = (config: WelcomeConfig) => [
  ...templateIssues(config.text, ['text'], known.text),
  ...templateIssues(config.invited, ['invited'], known.invited),
  ...templateIssues(config.merged, ['merged'], known.merged),
  ...templateIssues(config.private, ['private'], known.text),
  ...templateIssues(config.followUp?.text, ['followUp', 'text'], known.text),
  ...templateIssues(config.farewell, ['farewell'], known.farewell),
]
