/** The adapter's waits as tests can bear them. */
import type { Patience } from '../../../adapters/wechaty/patience.ts'

export const hasty: Partial<Patience> = {
  dingMs: 300,
  dongMs: 1500,
  startMs: 8000,
  loginMs: 2500,
  stopMs: 1500,
  pauseMs: 50,
  longestPauseMs: 400,
  hopelessPauseMs: 400,
  lookMs: 100,
  actMs: 4000,
}
