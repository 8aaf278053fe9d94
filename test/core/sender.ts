/** An inn that files what a message lists, whatever it is. */
import { z } from 'zod'
import type { Draft } from '../../src/core/action.ts'
import type { OutboxRow } from '../../src/core/engine/outbox.ts'
import { kit } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { type Inn, type InnOptions, openInn } from '../kit/inn.ts'
import type { Recorder } from '../kit/recorder.ts'

const hands = kit({ name: 'hands', config: z.strictObject({}), store: () => ({}) })
const feature = hands.feature({
  texts: texts({}, {}),
  needs: ['send'],
  migrations: {},
  personal: [],
  on: { message: ({ event }) => ({ actions: JSON.parse(event.text) as Draft[] }) },
})
export const start = Date.UTC(2026, 2, 2, 10)
export const open = (adapter: Recorder, more: Partial<InnOptions> = {}) =>
  openInn({ features: [feature], languages: ['en'], adapter, ...more })
export const say = (text: string, more: Partial<Draft> = {}): Draft =>
  ({ type: 'send', group: 'test:main', text, ...more }) as Draft
export const does = (inn: Inn, drafts: readonly Draft[], more = {}) => inn.says('tom', JSON.stringify(drafts), more)
export const outbox = async (inn: Inn) =>
  (await inn.rows('outbox')).sort((a, b) => Number(a.seq) - Number(b.seq)) as unknown as OutboxRow[]
