import { texts } from '../../core/texts.ts'
import { en } from './texts.en.ts'
import { zh } from './texts.zh.ts'

export const moderationTexts = texts(zh, en)
