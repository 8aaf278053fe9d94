import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/text/normalise.ts'
import { listMatcher } from '../../src/text/words.ts'

const found = (words: string[], raw: string) =>
  listMatcher(words)
    .find(normalise(raw).text)
    .map(({ word }) => word)

describe('listMatcher', () => {
  it('finds words in either script, overlapping ones too', () => {
    expect(found(['免费领', '领', 'free money'], '免費領 FREE  ｍｏｎｅｙ')).toEqual(['免费领', '领', 'free money'])
  })
  it('finds Latin words whole, and parts where the list says so', () => {
    expect(found(['ass', 'scam*', '*coin'], 'class, scammers, bitcoin')).toEqual(['scam*', '*coin'])
    expect(found(['ass'], 'an ass.')).toEqual(['ass'])
    expect(found(['vx'], '加vx哦')).toEqual(['vx'])
  })
  it('passes over empty words and keeps duplicates apart', () => {
    expect(
      listMatcher(['', '*', 'a', 'a'])
        .find('a')
        .map(({ index }) => index),
    ).toEqual([2, 3])
  })
  it('finds just what looking for each word finds', () => {
    const letter = fc.constantFrom('群', '规', '则', '表')
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(letter, { maxLength: 40 }), (words, letters) => {
        const text = letters.join('')
        const expected = words.flatMap((listed, index) =>
          [...text].flatMap((_, start) => (text.startsWith(listed, start) ? [`${index}@${start}`] : [])),
        )
        const actual = listMatcher(words)
          .find(text)
          .map(({ index, start }) => `${index}@${start}`)
        expect(actual.sort()).toEqual(expected.sort())
      }),
    )
  })
})
