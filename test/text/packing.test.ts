import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addGramsOfRun, addGramsOfWord } from '../../src/text/grams.ts'
import { Holders } from '../../src/text/holders.ts'
import { Packer } from '../../src/text/packing.ts'
import { Tally } from '../../src/text/tally.ts'

const gramsOf = (word: string, run: string) => {
  const grams: number[] = []
  addGramsOfWord(word, grams)
  addGramsOfRun(run, grams)
  return grams
}
/** The same as text. */
const pieces = (word: string, run: string) => {
  const edged = `_${word}_`
  const fours = Array.from({ length: Math.max(1, edged.length - 3) }, (_, at) => edged.slice(at, at + 4))
  return [...fours, ...run.split('').flatMap((one, at) => (at + 1 < run.length ? [one, run.slice(at, at + 2)] : [one]))]
}

describe('grams', () => {
  it('are equal where the pieces are, and nowhere else', () => {
    const letters = fc.constantFrom('', 'a', 'z', '0', '9', 'go', 'abcd', 'activ', '2fa', 'zzzzzz')
    const run = fc.constantFrom('', '一', '一一', '鿿', '退款', '款退', '々〇', '𠀀字')
    fc.assert(
      fc.property(letters, run, letters, run, (word, chinese, other, more) => {
        const numbers = [...gramsOf(word, chinese), ...gramsOf(other, more)]
        const texts = [...pieces(word, chinese), ...pieces(other, more)]
        expect(numbers).toHaveLength(texts.length)
        expect(numbers.map((one) => numbers.indexOf(one))).toEqual(texts.map((one) => texts.indexOf(one)))
      }),
    )
  })
})

describe('Holders', () => {
  it('keep each slot once a term, in order, whatever comes and goes', () => {
    const change = fc.record({ term: fc.nat(3), slot: fc.nat(6), stays: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const holders = new Holders()
        const model = new Map<number, Set<number>>()
        for (const { term, slot, stays } of changes) {
          const held = model.get(term) ?? new Set()
          model.set(term, held)
          if (stays === held.has(slot)) continue
          if (stays) holders.add(term, slot)
          else holders.drop(term, slot)
          if (stays) held.add(slot)
          else held.delete(slot)
        }
        for (const [term, held] of model) {
          expect(holders.of(term)).toEqual([...held].sort((a, b) => a - b))
          expect(holders.count(term)).toBe(held.size)
        }
      }),
    )
  })
})

describe('Tally', () => {
  it('counts again from nothing once it is cleared, however large it grew', () => {
    const tally = new Tally()
    for (let term = 0; term < 20_000; term += 7) tally.add(term, 2)
    expect([tally.size, tally.term(1), tally.count(1)]).toEqual([2858, 7, 2])
    tally.clear()
    tally.add(7, 1)
    tally.add(7, 2)
    expect([tally.size, tally.term(0), tally.count(0)]).toEqual([1, 7, 3])
  })
})

describe('Packer', () => {
  it('gives each entry its own numbers, also where they outgrow the room there is', () => {
    const packer = new Packer()
    for (let n = 0; n < 3000; n++) {
      packer.put(n, n / 2)
      packer.putConcept(n)
    }
    const first = packer.take()
    packer.put(5, 1)
    const second = packer.take()
    expect([first.terms[2999], first.weights[2999], first.concepts[2999]]).toEqual([2999, 1499.5, 2999])
    expect([second.terms.length, second.terms[0], second.concepts.length, first.terms[0]]).toEqual([1, 5, 0, 0])
  })
})
