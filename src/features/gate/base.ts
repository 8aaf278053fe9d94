import { type Ctx, kit } from '../../core/feature.ts'
import { config, type GateConfig } from './config.ts'
import { type GateStore, store } from './store.ts'

export const gate = kit({ name: 'gate', config, store })
export type GateCtx = Ctx<GateConfig, GateStore>
