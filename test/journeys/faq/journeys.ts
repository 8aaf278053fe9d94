/** The journeys of questions and answers, the same on every platform: what one cannot do is done in words there. */
import { describe } from 'vitest'
import type { Platform } from '../moderation/stage.ts'
import { asking } from './asking.ts'
import { learning } from './learning.ts'

export function journeys(platform: Platform): void {
  describe(platform.name, () => {
    for (const journey of [asking, learning]) journey(platform)
  })
}
