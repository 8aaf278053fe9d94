/** What a changed rulebook does more and less: "+5 −2: these messages". */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features } from '../../src/features.ts'
import { rehearseAgainst } from '../../src/replay/rehearse.ts'
import { renderHtml } from '../../src/replay/report/html.ts'
import { renderJson } from '../../src/replay/report/json.ts'
import { renderText, sumOf } from '../../src/replay/report/text.ts'
import { defaultRulebook } from '../../src/rulebook/memory.ts'
import { folder } from './kit.ts'

const book = (rules: readonly object[], more: object = {}) =>
  defaultRulebook({ features, languages: ['en'], timezone: 'UTC', sections: { moderation: { rules, ...more } } })
const rule = (id: string, word: string, does: readonly unknown[], more: object = {}) => ({
  id,
  when: [{ words: [word] }],
  do: does,
  ...more,
})
const say = (minute: number, nick: string, text: string) => `[10:${String(minute).padStart(2, '0')}] <${nick}> ${text}`
const days = {
  '2021-03-01.log': [say(0, 'ann', 'good morning everybody'), say(1, 'tom', 'a first banana')],
  '2021-03-02.log': [say(0, 'ann', 'and another day, a cherry')],
  '2021-03-03.log': [
    say(0, 'ann', 'a banana for breakfast'),
    say(20, 'bob', 'an apple for <b>me</b>'),
    say(40, 'cat', 'cherry pie'),
  ],
}
async function compared(now: readonly object[], old: readonly object[], more: object = {}) {
  const path = folder(Object.fromEntries(Object.entries(days).map(([name, lines]) => [name, `${lines.join('\n')}\n`])))
  const files = Object.keys(days).map((name) => join(path, name))
  const report = await rehearseAgainst(files, { features, rulebooks: [book(now, more)] }, [book(old)])
  if (!report.against) throw new Error('no comparison')
  return { report, against: report.against }
}
const lines = (some: readonly { file: string; line: number; member: string }[]) =>
  some.map(({ file, line, member }) => `${file}:${line} ${member}`)

describe('a changed rulebook', () => {
  it('shows each message it does more, less and otherwise, and by how many people', async () => {
    const { against } = await compared(
      [rule('fruit', 'banana', ['delete']), rule('pie', 'cherry', ['warn'])],
      [rule('fruit', 'apple', ['delete']), rule('pie', 'cherry', ['delete'])],
    )
    expect(lines(against.more)).toEqual(['2021-03-01.log:2 tom', '2021-03-03.log:1 ann'])
    expect(lines(against.less)).toEqual(['2021-03-03.log:2 bob'])
    expect(lines(against.changed.map(({ after }) => after))).toEqual(['2021-03-02.log:1 ann', '2021-03-03.log:3 cat'])
    expect(against).toMatchObject({ same: 0, members: 4, regulars: 1 })
    expect(sumOf(against)).toBe('+2 −1 ~2')
    expect(against.more[0]?.reasons[0]).toMatchObject({ name: 'rule', found: 'fruit: words (banana)' })
  })
  it('plays windows and rests in order of time', async () => {
    const counted = [{ id: 'twice', when: [{ words: ['cherry', 'banana'] }], do: [{ count: { counter: 'c' } }] }]
    const { against } = await compared(
      [...counted, { id: 'third', when: [{ counter: { of: 'c', least: 3 } }], do: ['warn'] }],
      counted,
      { counters: { c: { per: 'group' } } },
    )
    expect(lines(against.changed.map(({ after }) => after))).toEqual(['2021-03-03.log:1 ann'])
  })
  it('says so where nothing differs', async () => {
    const rules = [rule('fruit', 'banana', ['delete'])]
    const { against, report } = await compared(rules, rules)
    expect(against).toMatchObject({ more: [], less: [], changed: [], same: 2 })
    expect(renderHtml(report, { features })).toContain('Both rulebooks do just the same.')
  })
  it.each(['en', 'zh'] as const)('is shown as text, page and JSON, in %s', async (locale) => {
    const { report, against } = await compared(
      [rule('fruit', 'banana', ['delete'])],
      [rule('fruit', 'apple', ['kick'])],
    )
    const text = renderText(report, { locale, features })
    expect(text).toContain('+2 −1')
    expect(text).toMatch(/^\+ 2021-03-01\.log:2/m)
    expect(text).toMatch(/^− 2021-03-03\.log:2/m)
    expect(text).toContain('fruit: words (banana)')
    const page = renderHtml(report, { locale, features })
    expect(page).toContain('id="against"')
    expect(page).toContain('&lt;b&gt;me&lt;/b&gt;')
    for (const shown of [text, page]) expect(shown).not.toMatch(/\{\w+\}|against\.|verdict\.|act\./)
    expect(JSON.parse(renderJson(report)).against).toEqual(JSON.parse(JSON.stringify(against)))
  })
})
