import { texts } from '../../core/texts.ts'
import { raidEn } from './raid/texts.en.ts'
import { raidZh } from './raid/texts.zh.ts'
import { ruleEn } from './rules/texts.en.ts'
import { ruleZh } from './rules/texts.zh.ts'
import { en } from './texts.en.ts'
import { zh } from './texts.zh.ts'
import { caseEn } from './texts-cases.en.ts'
import { caseZh } from './texts-cases.zh.ts'

export const moderationTexts = texts(
  { ...zh, ...ruleZh, ...caseZh, ...raidZh },
  { ...en, ...ruleEn, ...caseEn, ...raidEn },
)
