/** Which of the model's languages a message is judged in. */
import type { Normal } from '../../../text/normalise.ts'

export const languages = ['zh', 'en', 'other'] as const
export type Language = (typeof languages)[number]

/**
 * By the script of its letters: look-alikes of Latin letters that the reading has folded count as Latin, so that
 * English in Cyrillic letters is English. `other` is any script the model was not made for.
 */
export function languageOf({ text }: Normal): Language {
  let han = 0
  let latin = 0
  let other = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 97 && code <= 122) latin++
    else if (code >= 0x4e00 && code <= 0x9fff) han++
    else if (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) other++
    else if (code >= 0xac00 && code <= 0xd7a3) other += 2
    else if (code >= 0x3041 && code <= 0x30ff) other += 0.5
  }
  if (other * 6 > latin && other > han * 3) return 'other'
  return han * 4 >= latin && han > 0 ? 'zh' : 'en'
}
