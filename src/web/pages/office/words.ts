/** The office's own words. Names of features, events, verdicts and states are in `names.ts`. */
import { wording } from '../texts.ts'
import { blanks } from './words/blanks.ts'
import { lists } from './words/lists.ts'
import { manners } from './words/manners.ts'
import { morning } from './words/morning.ts'

export const t = wording(
  { ...morning.zh, ...lists.zh, ...manners.zh, ...blanks.zh },
  { ...morning.en, ...lists.en, ...manners.en, ...blanks.en },
)
