/** A rule bans somebody for a harmless link; a moderator takes it back in one step, and the text is not held against anybody. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openCast } from './cast.ts'
import type { Platform } from './stage.ts'
import { words } from './words.ts'

const told = {
  asked: { zh: /我先这样处理了/, en: /I have done this already/ },
  back: { zh: /已取消：封禁/, en: /Taken back: the ban/ },
  lost: { zh: /恢复不了：删掉的消息/, en: /Cannot be taken back: the deleted message/ },
  sorry: { zh: /#1 已经撤销[\s\S]*欢迎再进群/, en: /#1.* has been undone[\s\S]*welcome to join again/ },
  untold: { zh: /没能告诉/, en: /could not be told/ },
}

export function wrongBan(platform: Platform): void {
  describe.each(locales)('a wrong ban, in %s', (language) => {
    it('complaint 16: is lifted with one press, what cannot come back is said, the member may return', async () => {
      const links = { id: 'links', name: words[language].rule, when: ['links'], if: [{ newcomer: true }] }
      const rules = [{ ...links, do: ['delete', { ban: {} }] }]
      const { play, says, first, regular } = await openCast(platform, language, 'wrong-ban', { moderation: { rules } })
      const { stage } = play
      const tom = await play.comes(says.newcomer)
      await play.says(tom, says.harmless)
      const asked = await play.hears(first, told.asked[language])
      expect(asked.text).toContain(says.harmless.slice(0, 8))
      // Where there are no bans, it is a removal, again at each return.
      await play.is(tom, stage.can('ban') ? 'banned' : 'out')
      if (!stage.can('ban')) await play.is(await play.comes(says.newcomer), 'out')
      expect(await stage.stands(says.harmless)).toBe(!stage.can('delete'))
      await play.presses(first, says.undo, says.harmless.slice(0, 8))
      await play.hears(first, told.back[language])
      if (stage.can('delete')) await play.hears(first, told.lost[language])
      await play.is(tom, 'out')
      await play.passes(11)
      const back = await play.comes(says.newcomer)
      await play.says(back, says.hello)
      await play.is(back, 'in')
      const knows = [
        ...(await play.lines(back, told.sorry[language])),
        ...(await play.lines(first, told.untold[language])),
      ]
      expect(knows.length, 'complaint 18: they know, or staff knows that they do not').toBeGreaterThan(0)
      expect((await play.lines(regular, /#1/)).length, 'nobody else is told').toBe(0)
      expect((await stage.rows('moderation_cases'))[0]).toMatchObject({ state: 'undone', by_name: says.first })
      expect(
        (await stage.rows('moderation_standing')).flatMap(({ sanctions }) => JSON.parse(String(sanctions))),
      ).toEqual([])
      await play.ends()
    })
  })
}
