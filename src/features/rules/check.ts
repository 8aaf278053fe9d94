/** What zod cannot say of the section. */
import { cronProblem } from '../../time/cron.ts'
import type { RulesConfig } from './config.ts'

export function check({ reminder }: RulesConfig) {
  const problem = reminder && cronProblem(reminder.cron)
  if (!problem) return []
  return [
    {
      path: ['reminder', 'cron'],
      message: problem.message,
      remedy: problem.remedy,
    },
  ]
}
