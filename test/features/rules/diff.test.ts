import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference, linesOf } from '../../../src/features/rules/diff.ts'

test('added and removed lines, without marks, blank lines and what only moved', () => {
  const before = '# 群规\n\n1. 不发广告\n2. 友善\n3. 不剧透\n'
  const after = '# 群规\n\n1. 友善\n2. 不剧透\n3. 不发广告和二维码\n'
  expect(difference(before, after)).toEqual({ added: ['不发广告和二维码'], removed: ['不发广告'] })
  expect(difference('- a\n- b\n', '* b\n* a\n')).toEqual({ added: [], removed: [] })
  expect(difference('', 'one\ntwo')).toEqual({ added: ['one', 'two'], removed: [] })
})

test('lines of a text: rulers and marks are no lines', () => {
  expect(linesOf('# A\n---\n\n- b\n  12) c\n3、丁\n')).toEqual(['A', 'b', 'c', '丁'])
})

test('taking away what went and adding what came makes the new lines of the old', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (old, now) => {
      const { added, removed } = difference(old.join('\n'), now.join('\n'))
      const rest: string[] = [...old]
      for (const line of removed) rest.splice(rest.indexOf(line), 1)
      expect([...rest, ...added].sort()).toEqual([...now].sort())
      expect(added.filter((line) => removed.includes(line))).toEqual([])
    }),
  )
})
