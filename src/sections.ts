/** Every file that a rulebook may have beside `community.yaml`. */
import { adapterSections } from '../adapters/index.ts'
import type { AnySection } from './core/feature.ts'
import { features } from './features.ts'

export const sections: readonly AnySection[] = [...features, ...adapterSections]
