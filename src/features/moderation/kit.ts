/** Binds the feature's config and store types for its commands, jobs and handlers. */
import { type Ctx, kit } from '../../core/feature.ts'
import { type Config, config } from './config.ts'
import { type Store, store } from './store.ts'

export const moderation = kit({ name: 'moderation', config, store })
export type ModerationCtx = Ctx<Config, Store>
