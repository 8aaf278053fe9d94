/** A rule that is too strict warns three members; all of it is taken back at once, shown first. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openCast } from './cast.ts'
import type { Platform } from './stage.ts'
import { words } from './words.ts'

const told = {
  warned: { zh: /收到一次警告|：警告/, en: /have been warned|: warned/ },
  preview: { zh: /将撤销 3 个案件，涉及 3 人/, en: /To be undone: 3 cases of 3 members/ },
  begun: { zh: /正在撤销 3 个案件/, en: /Undoing 3 cases/ },
  sorry: { zh: /(已经|已)撤销/, en: /has been undone/ },
  again: { zh: /没有符合条件、可以撤销的案件/, en: /no such cases to undo/ },
}

export function undo(platform: Platform): void {
  describe.each(locales)('undoing, in %s', (language) => {
    it('complaint 16: many cases of one rule are shown first, taken back after a yes, and stay in the trail', async () => {
      const links = { id: 'links', name: words[language].rule, when: ['links'] }
      const rules = [{ ...links, do: ['warn', { count: { counter: 'strikes' } }] }]
      const moderation = { rules, counters: { strikes: {} } }
      const { play, says, first } = await openCast(platform, language, 'undo', { moderation })
      const { stage } = play
      const names = ['a', 'b', 'c'].map((letter) => `${says.newcomer}${letter}`)
      const guests = [
        await play.comes(names[0] ?? ''),
        await play.comes(names[1] ?? ''),
        await play.comes(names[2] ?? ''),
      ]
      for (const guest of guests) {
        await play.says(guest, `${guest.name} ${says.harmless}`)
        await play.hears(guest, told.warned[language])
      }
      const counts = async () =>
        (await stage.rows('moderation_counts')).filter(({ count }) => count !== '' && count !== '0 0')
      expect(await counts()).toHaveLength(3)
      await play.orders(first, 'undo-many', { what: 'rule', which: 'links', for: '3h' })
      await play.hears(first, told.preview[language])
      expect((await stage.rows('moderation_cases')).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
      await play.presses(first, says.manyUndo(3), language === 'zh' ? '将撤销' : 'To be undone')
      await play.passes(1)
      for (const guest of guests) await play.hears(guest, told.sorry[language])
      const rows = await stage.rows('moderation_cases')
      expect(rows.map(({ state, by_name }) => `${state} ${by_name}`)).toEqual(Array(3).fill(`undone ${says.first}`))
      expect(await counts()).toEqual([])
      await play.orders(first, 'undo-many', { what: 'rule', which: 'links', for: '3h' })
      await play.hears(first, told.again[language])
      await play.ends()
    })
  })
}
