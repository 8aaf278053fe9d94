/** Two moderators answer the same question at the same moment. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openCast } from './cast.ts'
import type { Platform } from './stage.ts'

const told = {
  asked: { zh: /怎么处理？/, en: /What shall I do\?/ },
  late: { zh: /#1[\s\S]*(已经由|判为正常|的处理)/, en: /#1[\s\S]*(already decided|found it harmless|dealt with)/ },
}

export function twoModerators(platform: Platform): void {
  describe.each(locales)('two moderators at once, in %s', (language) => {
    it('the first decides, the second reads who did, and nothing is done twice', async () => {
      const { play, says, first, second } = await openCast(platform, language, 'two-moderators', {
        moderation: { act: 1 },
      })
      const { stage } = play
      const tom = await play.comes(says.newcomer)
      await play.says(tom, says.advert)
      for (const guest of [first, second]) await play.hears(guest, told.asked[language])
      expect(await stage.stands(says.advert)).toBe(true)
      await Promise.all([
        play.presses(first, says.ban, says.advert.slice(0, 6)),
        play.presses(second, says.dismiss, says.advert.slice(0, 6)),
      ])
      for (const guest of [first, second]) await play.hears(guest, told.late[language])
      const [row, ...more] = await stage.rows('moderation_cases')
      expect(more).toEqual([])
      const banned = row?.state === 'done'
      expect(row?.by_name).toBe(banned ? says.first : says.second)
      await play.is(tom, banned ? (stage.can('ban') ? 'banned' : 'out') : 'in')
      const deeds = (await stage.rows('outbox')).filter(({ type }) => type === 'ban' || type === 'kick')
      expect(deeds).toHaveLength(banned ? 1 : 0)
      await play.ends()
    })
  })
}
