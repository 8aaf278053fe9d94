/** A rule bans somebody for a harmless link; a moderator takes it back in one step, and the text is not held against anybody. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openCast } from './cast.ts'
import type { Guest, Platform } from './stage.ts'
import { words } from './words.ts'

const told = {
  asked: { zh: /我先这样处理了/, en: /I have done this already/ },
  byHand: { zh: /我在.*做不到：.*封禁/, en: /I cannot do this.*: ban/ },
  back: { zh: /已恢复：.*封禁/, en: /Taken back: .*banned/ },
  lost: { zh: /无法恢复：.*删除消息/, en: /Cannot be taken back: .*message deleted/ },
  sorry: { zh: /#1 (已经|已)撤销/, en: /#1.* has been undone/ },
}

export function wrongBan(platform: Platform): void {
  describe.each(locales)('a wrong ban, in %s', (language) => {
    it('complaint 16: is lifted with one press, what cannot come back is said, the member may return', async () => {
      const links = { id: 'links', name: words[language].rule, when: ['links'], if: [{ newcomer: true }] }
      const rules = [{ ...links, do: ['delete', { ban: {} }] }]
      const { play, says, first, second } = await openCast(platform, language, 'wrong-ban', { moderation: { rules } })
      const { stage } = play
      const tom = await play.comes(says.newcomer)
      await play.says(tom, says.harmless)
      const asked = await play.hears(first, told.asked[language])
      expect(asked.text).toContain(says.harmless.slice(0, 8))
      if (stage.can('ban')) await play.is(tom, 'banned')
      else await play.hears(second, told.byHand[language])
      expect(await stage.stands(says.harmless)).toBe(!stage.can('delete'))
      await play.presses(first, says.undo, says.harmless.slice(0, 8))
      if (stage.can('ban')) {
        await play.is(tom, 'out')
        await play.hears(first, told.back[language])
        await play.hears(first, told.lost[language])
      }
      const back: Guest = stage.can('ban') ? await play.comes(says.newcomer) : tom
      if (stage.can('ban')) await play.is(back, 'in')
      await play.says(back, says.hello)
      await play.is(back, 'in')
      expect((await stage.rows('moderation_cases'))[0]).toMatchObject({ state: 'undone', by_name: says.first })
      expect(
        (await stage.rows('moderation_standing')).flatMap(({ sanctions }) => JSON.parse(String(sanctions))),
      ).toEqual([])
      await play.close()
    })
  })
}
