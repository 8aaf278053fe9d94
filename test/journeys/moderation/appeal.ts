/** A member appeals; moderators talk with them through Innkeeper; another than who acted decides. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openCast } from './cast.ts'
import type { Platform } from './stage.ts'

const told = {
  notice: { zh: /#1[\s\S]*\/申诉 1/, en: /#1[\s\S]*\/appeal 1/ },
  secondOnly: { zh: /要由另一位管理员复核/, en: /another moderator has to judge/ },
  arrived: { zh: /另一位管理员/, en: /another moderator/ },
  refused: { zh: /是你处理的/, en: /You acted in case #1 yourself/ },
  undone: { zh: /#1 (已经|已)撤销/, en: /#1.* has been undone/ },
}

export function appeal(platform: Platform): void {
  describe.each(locales)('an appeal, in %s', (language) => {
    it('complaint 17: the notice says how, words go both ways, a second moderator judges', async () => {
      const { play, says, first, second, owner } = await openCast(platform, language, 'appeal')
      const { stage } = play
      const tom = await play.comes(says.newcomer)
      await play.says(tom, says.hello)
      await play.orders(first, 'mute', { member: tom, for: '2h', reason: says.reason })
      if (stage.can('mute')) await play.is(tom, 'muted')
      const notice = await play.hears(tom, told.notice[language])
      expect(notice.text).not.toContain(says.first)
      await play.appeals(tom, 1, says.plea)
      await play.hears(tom, told.arrived[language])
      const asked = await play.hears(second, told.secondOnly[language])
      expect(asked.text).toContain(says.plea)
      await play.hears(owner, told.secondOnly[language])
      await play.orders(second, 'answer', { case: '1', text: says.question })
      const question = await play.hears(tom, new RegExp(says.question.replace('?', '\\?')))
      expect(question.text).not.toContain(says.second)
      await play.appeals(tom, 1, says.more)
      await play.hears(second, new RegExp(says.more))
      await play.orders(first, 'uphold', { case: '1' })
      await play.hears(first, told.refused[language])
      await play.presses(second, says.undo, says.plea)
      await play.hears(tom, told.undone[language])
      if (stage.can('mute')) await play.is(tom, 'in')
      const [row] = await stage.rows('moderation_cases')
      expect(row).toMatchObject({ state: 'undone', appeal_state: 'granted', by_name: says.second })
      await play.ends()
    })
  })
}
