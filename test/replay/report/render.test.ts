import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../../src/features.ts'
import { rehearse } from '../../../src/replay/rehearse.ts'
import { widthOf } from '../../../src/replay/report/columns.ts'
import { renderHtml } from '../../../src/replay/report/html.ts'
import { renderJson } from '../../../src/replay/report/json.ts'
import { escaped, html } from '../../../src/replay/report/markup.ts'
import { renderText } from '../../../src/replay/report/text.ts'
import { reportTexts } from '../../../src/replay/report/texts.ts'
import type { Report } from '../../../src/replay/report.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'
import { fixture, folder } from '../kit.ts'

const nasty = '</script><img src=x onerror=alert(1)>"\'&\u202e 领福利'
const log = [
  '=== <b>tom</b> [~x@host.example]  has joined #reading',
  ...Array.from({ length: 8 }, () => `[10:00] <spam"&> <i>${nasty} BUY CHEAP WATCHES now`),
  '\x1b[31mnot a line</table>',
].join('\n')

let report: Report
let clear = () => {}
afterAll(() => clear())
beforeAll(async () => {
  const path = folder({ '2020-01-01.log': log }, (gone) => {
    clear = gone
  })
  const rulebooks = [defaultRulebook({ features, timezone: 'UTC' })]
  report = await rehearse([join(path, '2020-01-01.log'), fixture('discord.json'), join(path, 'none.log')], {
    features,
    rulebooks,
  })
})

describe('the report', () => {
  it('has something to show', () => {
    expect(report.flagged.length).toBeGreaterThan(0)
    expect(report.errors.length).toBeGreaterThan(1)
  })
  it.each(['en', 'zh'] as const)('is text within the width, in %s', (locale) => {
    for (const width of [40, 80, 120]) {
      const text = renderText(report, { locale, width, features })
      for (const line of text.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may get through
      expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/)
    }
  })
  it.each(['en', 'zh'] as const)('leaves no variable and no key behind, in %s', (locale) => {
    const text = renderText(report, { locale, features })
    expect(text).not.toMatch(/\{\w+\}/)
    for (const key of Object.keys(reportTexts.en)) if (key.includes('.')) expect(text).not.toContain(key)
  })
  it('begins with the numbers, then what was flagged, then answers, regulars, schedule, errors', () => {
    const text = renderText(report)
    const places = ['messages', 'flagged', 'answers', 'regulars', 'schedule', 'errors'].map((key) =>
      text.indexOf(reportTexts.en[key === 'messages' ? 'count.messages' : key] ?? ''),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
  it('says in every form how the minutes of IRC were spread', () => {
    for (const text of [renderText(report, { width: 400 }), renderHtml(report)])
      expect(text).toContain('spread evenly over it')
  })
  it('is JSON with what other programs may rely on', () => {
    const parsed = JSON.parse(renderJson(report))
    for (const key of ['files', 'messages', 'joins', 'leaves', 'members', 'seconds', 'eventsPerSecond'])
      expect(parsed[key], key).toBeTypeOf('number')
    for (const key of ['welcomes', 'answers', 'flagged', 'errors']) expect(Array.isArray(parsed[key]), key).toBe(true)
    expect(parsed.flagged[0]).toMatchObject({
      file: '2020-01-01.log',
      line: expect.any(Number),
      text: expect.any(String),
      verdict: expect.any(String),
      reasons: expect.any(Array),
    })
    expect(parsed.errors[0]).toMatchObject({
      file: expect.any(String),
      line: expect.any(Number),
      remedy: expect.any(String),
    })
  })
})

describe('the page', () => {
  it('asks for nothing from anywhere', () => {
    const page = renderHtml(report, { features })
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/)
    expect(page).not.toMatch(/url\(|@import|https?:\/\//)
  })
  it('lets nobody in the chat write markup', () => {
    const page = renderHtml(report, { features })
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<i>')
    expect(page).not.toContain('line</table>')
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('\u202e')
  })
  it('escapes whatever is put into a template, but for its own markup', () => {
    expect(html`<p title="${'"<'}">${html`<b>${'<'}</b>`}${7}${undefined}</p>`.text).toBe(
      '<p title="&quot;&lt;"><b>&lt;</b>7</p>',
    )
    expect(escaped('\ud800\0')).toBe('\ufffd')
  })
})
