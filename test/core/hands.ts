/** A feature that does what it is told, and an inn with nothing else. */
import { z } from 'zod'
import { actionTypes, type Draft } from '../../src/core/action.ts'
import { kit } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { type Inn, type InnOptions, openInn } from '../kit/inn.ts'

export const hands = kit({ name: 'hands', config: z.strictObject({}), store: () => ({}) })
const input = z.object({ drafts: z.string() })
/** Does what it is told: by itself where a message says so, by a person's word where it is a command. */
export const feature = hands.feature({
  texts: texts({ 'do.about': '照做', 'do.drafts': '动作' }, { 'do.about': 'Do', 'do.drafts': 'Actions' }),
  needs: [...actionTypes],
  migrations: {},
  personal: [],
  on: {
    message: ({ event }) => (event.text.startsWith('[') ? { actions: JSON.parse(event.text) as Draft[] } : undefined),
  },
  commands: [
    hands.command({
      name: 'do',
      aliases: ['照做'],
      role: 'member',
      input,
      run: (_ctx, { drafts }) => ({ actions: JSON.parse(drafts) as Draft[], reply: 'done' }),
    }),
  ],
})
export const group = 'test:main'
export const deeds = {
  delete: { type: 'delete', group, message: 'm1', user: 'test:U', reason: 'r' },
  mute: { type: 'mute', group, user: 'test:U', forMs: 60_000, reason: 'r' },
  kick: { type: 'kick', group, user: 'test:U', reason: 'r' },
  ban: { type: 'ban', group, user: 'test:U', reason: 'r' },
  role: { type: 'role', group, user: 'test:U', role: 'helper', grant: false, reason: 'r' },
} as const
export const against = (deed: keyof typeof deeds, user: string): Draft => ({ ...deeds[deed], user: `test:${user}` })
export const open = (more: Partial<InnOptions> = {}) => openInn({ features: [feature], languages: ['en'], ...more })
export const auto = (inn: Inn, drafts: readonly Draft[], more = {}) => inn.says('tom', JSON.stringify(drafts), more)
export const told = (inn: Inn, by: string, drafts: readonly Draft[]) =>
  inn.gives(by, 'do', { drafts: JSON.stringify(drafts) })
export const filed = async (inn: Inn) =>
  (await inn.rows('outbox'))
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map((row) => ({ type: row.type, state: row.state, detail: row.detail, due: Number(row.due) }))
