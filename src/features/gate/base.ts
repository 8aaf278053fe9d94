import { type Ctx, kit } from '../../core/feature.ts'
import type { WelcomeConfig } from '../welcome/config.ts'
import { config, type GateConfig } from './config.ts'
import { type GateStore, store } from './store.ts'

/** Whether somebody else greets whoever passes, so that the gate need not. */
export const welcomes = ({ configOf }: Pick<GateCtx, 'configOf'>): boolean =>
  (configOf('welcome') as WelcomeConfig | undefined)?.enabled === true

export const gate = kit({ name: 'gate', config, store })
export type GateCtx = Ctx<GateConfig, GateStore>
