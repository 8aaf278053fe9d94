import type { Finding } from '../../../src/core/finding.ts'
import { inBoth, type Vars } from '../../../src/core/texts.ts'
import type { Locale } from '../../../src/core/words.ts'
import { doctorTexts } from './texts.ts'

type Key = keyof (typeof doctorTexts)['zh'] & string
type Filling = Vars | ((locale: Locale) => Vars)

export const well = (detail: Key, vars: Filling = {}): Finding => ({
  what: 'WeChat',
  state: 'ok',
  detail: inBoth(doctorTexts, detail, vars),
})
/** `remedy` is `<detail>.mend` where left out. */
export const wrong = (
  state: 'warn' | 'bad',
  detail: Key,
  vars: Filling = {},
  remedy = `${detail}.mend` as Key,
): Finding => ({
  what: 'WeChat',
  state,
  detail: inBoth(doctorTexts, detail, vars),
  remedy: inBoth(doctorTexts, remedy, vars),
})
