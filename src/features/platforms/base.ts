import { kit } from '../../core/feature.ts'
import { config } from './config.ts'
import { store } from './store.ts'

export const platforms = kit({ name: 'platforms', config, store })
