import type { Ctx, EventCtx } from '../../core/feature.ts'
import { kit } from '../../core/feature.ts'
import { config, type PerksConfig } from './config.ts'
import { type PerksStore, store } from './store.ts'

export const perks = kit({ name: 'perks', config, store })
export type PerksCtx = Ctx<PerksConfig, PerksStore>
export type CommandCtx = EventCtx<PerksConfig, PerksStore, 'command'>
