import { type Ctx, kit } from '../../core/feature.ts'
import { config, type FaqConfig } from './config.ts'
import { type FaqStore, store } from './store.ts'

export const faq = kit({ name: 'faq', config, store })
export type FaqCtx = Ctx<FaqConfig, FaqStore>
