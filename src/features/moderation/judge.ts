/** All checks over one message, and the verdict they add up to. Pure: given the same it says the same. */
import { contact } from './checks/contact.ts'
import { disguise } from './checks/disguise.ts'
import { combine, type Finding } from './checks/finding.ts'
import { known } from './checks/known.ts'
import { links } from './checks/links.ts'
import { mentions } from './checks/mentions.ts'
import { crowd, flood, repeats } from './checks/pace.ts'
import { text } from './checks/text.ts'
import { words } from './checks/words.ts'
import type { Config, Deed } from './config.ts'
import { type Learned, nothingLearned } from './learning.ts'
import type { Reading } from './reading.ts'

export interface Judgement {
  readonly level: 'silent' | 'ask' | 'act'
  readonly score: number
  readonly findings: readonly Finding[]
  /** The finding the member is told of; what it wants done is done. */
  readonly main: Finding | undefined
}
/** What was written before, for the checks that compare; left out for an edit, which repeats nothing. */
export interface Before {
  readonly at: number
  /** The member's window. */
  readonly said: string
  /** The newcomers' window of the group, and the member's mark in it. */
  readonly crowd: string
  readonly mark: string
}

export const unjudged: Judgement = { level: 'silent', score: 0, findings: [], main: undefined }

export function judge(
  config: Config,
  reading: Reading,
  before?: Before,
  { lessons, buckets }: Learned = nothingLearned,
): Judgement {
  const found: Finding[] = []
  const note = (finding: Finding | undefined) => finding && found.push(finding)
  if (before) {
    note(flood(config.flood, before.said, before.at))
    note(repeats(config.repeats, reading, before.said, before.at))
    if (reading.said.newcomer) note(crowd(config.repeats, reading, before.crowd, before.mark, before.at))
  }
  note(mentions(config.mentions, reading))
  found.push(...words(config, reading), ...links(config.links, reading))
  found.push(...contact(config.contact, reading))
  note(disguise(config.disguise, reading))
  const judged = known(config.known, reading, buckets)
  if (judged !== 'harmless') {
    note(judged)
    note(text(config, reading, lessons))
  }
  return found.length === 0 ? unjudged : judgementOf(config, weighed(config, reading, found))
}

/** Who wrote it weighs only where what was written does. */
function weighed(config: Config, { said }: Reading, found: Finding[]): Finding[] {
  if (said.changed && config.edited.score > 0)
    found.push({ name: 'edited', score: config.edited.score, found: 'another message' })
  if (said.newcomer && config.newcomers.score > 0)
    found.push({ name: 'newcomer', score: config.newcomers.score, found: 'not yet trusted' })
  if (said.newcomer) found.push(...account(config, said))
  if (said.raider && config.raid.score > 0)
    found.push({ name: 'raid', score: config.raid.score, found: 'joined during a raid' })
  return found
}

/** A new face in a new mask; regulars have shown theirs. */
function account({ account: { young, faceless } }: Config, said: Reading['said']): Finding[] {
  const signs = [
    ...(said.young && young > 0 ? [{ score: young, found: 'made lately' }] : []),
    ...(said.faceless && faceless > 0 ? [{ score: faceless, found: 'no picture' }] : []),
  ]
  if (signs.length === 0) return []
  return [{ name: 'account', score: combine(signs), found: signs.map(({ found }) => found).join(', ') }]
}

function judgementOf(config: Config, findings: readonly Finding[]): Judgement {
  const score = combine(findings)
  const main = mainOf(findings)
  const level = score >= config.act && config.act < 1 ? 'act' : score >= config.ask ? 'ask' : 'silent'
  return { level, score, findings, main }
}

/** From this score on a check with a plain reason is what the member is told. */
const plain = 0.4
/** The heaviest; but "reads like spam" is only said where nothing plainer can be. */
function mainOf(findings: readonly Finding[]): Finding {
  const plainer = findings.filter(({ name, score }) => name !== 'text' && score >= plain)
  const among = plainer.length > 0 ? plainer : findings
  return among.reduce((most, finding) => (finding.score > most.score ? finding : most))
}

/** What is to be done for a judgement, beside deleting. */
export const deedOf = (config: Config, { main }: Judgement): { readonly does: Deed; readonly forMs: number } => ({
  does: main?.does ?? config.does,
  forMs: main?.forMs ?? config.for,
})
