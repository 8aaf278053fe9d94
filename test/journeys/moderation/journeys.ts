/** The journeys of moderation, the same on every platform: what one cannot do is asked of people there, and said. */
import { describe } from 'vitest'
import { appeal } from './appeal.ts'
import { raid } from './raid.ts'
import type { Platform } from './stage.ts'
import { twoModerators } from './two-moderators.ts'
import { undo } from './undo.ts'
import { wrongBan } from './wrong-ban.ts'

export function journeys(platform: Platform): void {
  // A story takes seconds; on a machine that has much else to do it may take its time.
  describe(platform.name, { timeout: 90_000 }, () => {
    for (const journey of [raid, appeal, undo, wrongBan, twoModerators]) journey(platform)
  })
}
