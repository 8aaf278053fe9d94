import { describe, expect, it } from 'vitest'
import { addressee } from '../../../src/features/activity/address.ts'

describe('whom a line addresses', () => {
  it.each([
    ['southern, there is a guide', 'southern'],
    ['_jason: what do you mean', '_jason'],
    ['@小明 你试试重启', '小明'],
    ['小明：你试试重启', '小明'],
    ['Old Wang: try again', 'old wang'],
    ['Tom:', 'tom'],
  ])('%s', (line, name) => expect(addressee(line)).toBe(name))

  it.each([
    ['http://example.org is down'],
    ['12:30 works for me'],
    ['x: too short to be a name'],
    ['no name at the head of this line at all: really'],
    [''],
    [': empty'],
    ['@'],
  ])('nobody: %s', (line) => expect(addressee(line)).toBeUndefined())
})
