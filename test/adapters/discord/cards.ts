/** Command cards as they come: those of the house, and any that could be declared. */
import fc from 'fast-check'
import type { CommandCard, Field } from '../../../src/core/command.ts'
import { Commands } from '../../../src/core/engine/commands.ts'
import { roles } from '../../../src/core/words.ts'
import { features } from '../../../src/features.ts'

export const ours: readonly CommandCard[] = new Commands(features).cards
export const cardNamed = (name: string): CommandCard => {
  const found = ours.find((card) => card.name === name)
  if (!found) throw new Error(`there is no /${name}`)
  return found
}

const han = fc.string({ unit: fc.constantFrom(...'群规警告成员案件查看，；（：e 1'), minLength: 0, maxLength: 60 })
const both = fc.record({ zh: han, en: fc.string({ maxLength: 300 }) })
const name = fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,31}$/)
const value = fc.stringMatching(/^[a-z][a-z-]{0,20}$/)

const field: fc.Arbitrary<Field & { about: { zh: string; en: string } }> = fc
  .record({
    name,
    kind: fc.constantFrom<Field['kind']>('text', 'int', 'number', 'bool', 'choice'),
    required: fc.boolean(),
    unlessReply: fc.boolean(),
    ref: fc.option(fc.constantFrom('member', 'duration', 'case', 'longtext', 'entry', 'perk'), { nil: undefined }),
    choices: fc.uniqueArray(value, { minLength: 1, maxLength: 40 }),
    maxLength: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
    min: fc.integer({ min: -1000, max: 0 }),
    max: fc.integer({ min: 0, max: 1000 }),
    about: both,
    label: both,
  })
  .map(({ ref, choices, maxLength, min, max, kind, label, unlessReply, ...rest }) => ({
    ...rest,
    kind,
    ...(unlessReply && { unlessReply: true }),
    ...(kind === 'text' && ref && { ref }),
    ...(kind === 'text' && maxLength !== undefined && { maxLength }),
    ...(kind === 'choice' && { choices, labels: { [choices[0] as string]: label } }),
    ...((kind === 'int' || kind === 'number') && { min, max }),
  }))

export const anyCard: fc.Arbitrary<CommandCard> = fc
  .record({
    name,
    aliases: fc.array(fc.oneof(han, value), { maxLength: 3 }),
    role: fc.constantFrom(...roles),
    private: fc.boolean(),
    about: both,
    menus: fc.uniqueArray(fc.constantFrom('message' as const, 'member' as const), { maxLength: 2 }),
    title: fc.option(both, { nil: undefined }),
    fields: fc.uniqueArray(field, { maxLength: 30, selector: (one) => one.name.toLowerCase() }),
  })
  .map(({ title, ...card }) => ({ ...card, feature: 'any', ...(title && { title }) }))
