/** What zod cannot say of the section. */
import type { Rejection } from '../../core/feature.ts'
import { cronProblem } from '../../time/cron.ts'
import type { RulesConfig } from './config.ts'

export function check({ reminder }: RulesConfig): readonly Rejection[] {
  const problem = reminder && cronProblem(reminder.cron)
  return problem ? [{ path: ['reminder', 'cron'], message: problem.said, remedy: problem.mending }] : []
}
