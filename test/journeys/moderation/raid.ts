/** A raid at eleven at night: what the owner wakes up to, and that it can all be taken back. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openCast } from './cast.ts'
import type { Platform } from './stage.ts'

const count = 30
/** Mutes an hour, in the shipped rulebook. */
const budget = 20
const soon = { timeout: 25_000, interval: 20 }
const told = {
  begun: { zh: /防突袭.*戒备/s, en: /Raid mode.*guarded/is },
  risen: { zh: /升到.?封锁/, en: /goes up to .?locked/i },
  byHand: { zh: /请管理员手动处理：/, en: /please do them by hand: / },
  over: { zh: /防突袭结束了/, en: /Raid mode .* is over/ },
  /** The others are left to people. */
  muted: { zh: /禁言 20 人[\s\S]*10 人/, en: /20 muted[\s\S]*10/ },
  sorry: { zh: /已经撤销|已撤销/, en: /has been undone/ },
}

export function raid(platform: Platform): void {
  describe.each(locales)('a raid, in %s', (language) => {
    it('complaints 7 and 8: staff knows within seconds, regulars go on, nobody is flooded, one press takes it back', async () => {
      const { play, says, owner, first, regular } = await openCast(platform, language, 'raid')
      const { stage } = play
      const raiders = await play.storms(Array.from({ length: count }, (_, n) => says.raider(n)))
      await play.hears(owner, told.begun[language])
      await play.hears(first, told.risen[language])
      await play.passes(1)
      await play.says(regular, says.morning)
      expect(await regular.standing()).toBe('in')
      const muted = async () =>
        (await Promise.all(raiders.map((guest) => guest.standing()))).filter((is) => is === 'muted')
      if (stage.can('mute')) await expect.poll(async () => (await muted()).length, soon).toBe(budget)
      const byHand = await play.lines(owner, told.byHand[language])
      expect(byHand.length > 0).toBe(!['mute', 'slow', 'invites'].every((deed) => stage.can(deed as 'mute')))
      await play.passes(15)
      const over = await play.hears(owner, told.over[language])
      const publicly = (await regular.reads()).filter(({ alone }) => !alone)
      // Two welcomes, a call and a reminder for each of two waves; a line for those who are shown out and cannot be
      // told in private, five at once at most.
      expect(publicly.length, 'posts in the group').toBeLessThanOrEqual(stage.can('mute') ? 4 : 11)
      if (stage.can('mute')) {
        expect(over.text).toMatch(told.muted[language])
        await play.presses(first, says.raidUndo(count), over.text.split('\n')[0] ?? '')
        await play.passes(1)
        await expect.poll(async () => (await muted()).length, soon).toBe(0)
        const states = (await stage.rows('moderation_cases')).map(({ state }) => state)
        expect(states).toEqual(Array(count).fill('undone'))
      } else expect(await stage.rows('moderation_cases')).toEqual([])
      await play.ends()
    })
  })
}
