/** What a command offers to choose from is worded in both languages, and may be typed in either. */
import { describe, expect, it } from 'vitest'
import { CommandLines } from '../../src/core/commandline.ts'
import { Commands } from '../../src/core/engine/commands.ts'
import { features } from '../../src/features.ts'

const { cards } = new Commands(features)
const lines = new CommandLines(cards)
const choices = cards.flatMap((card) =>
  card.fields.flatMap((field) =>
    (field.choices ?? []).map((choice) => ({ key: `${card.name}.${field.name}.${choice}`, card, field, choice })),
  ),
)

describe('choices of commands', () => {
  it('are there', () => expect(choices.length).toBeGreaterThan(15))
  it.each(choices)('$key is worded in both languages, and differently from its neighbours', ({ field, choice }) => {
    const label = field.labels?.[choice]
    expect(label?.zh).toMatch(/\p{Script=Han}/u)
    expect(label?.en).toMatch(/^[A-Z][a-z0-9 ]+$/)
    const others = (field.choices ?? []).filter((other) => other !== choice)
    for (const other of others) {
      expect(field.labels?.[other]?.zh).not.toBe(label?.zh)
      expect(field.labels?.[other]?.en?.toLowerCase()).not.toBe(label?.en?.toLowerCase())
      expect(label?.en?.toLowerCase(), 'a label is no other choice').not.toBe(other)
    }
  })
  it.each(choices)('$key is understood in all its words', ({ card, field, choice }) => {
    const { zh = '', en = '' } = field.labels?.[choice] ?? {}
    for (const typed of [choice, choice.toUpperCase(), zh, en])
      expect(lines.parse(`/${card.name} ${field.name}="${typed}"`)?.input[field.name], typed).toBe(choice)
  })
})
