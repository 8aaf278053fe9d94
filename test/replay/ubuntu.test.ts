/** The real logs, where they are: a folder beside the checkout that is no part of the product. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../src/features.ts'
import { rehearse } from '../../src/replay/rehearse.ts'
import { renderHtml } from '../../src/replay/report/html.ts'
import { renderText } from '../../src/replay/report/text.ts'
import type { Report } from '../../src/replay/report.ts'
import { defaultRulebook } from '../../src/rulebook/memory.ts'

const folder = resolve(import.meta.dirname, '../../../shared/data/chat/ubuntu-irc')
const logs = existsSync(folder)
  ? readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
  : []
const rulebooks = [defaultRulebook({ features, languages: ['en'] })]
const run = (paths: readonly string[]) => rehearse(paths, { features, rulebooks })

/**
 * Counts that share nothing with the reader: what `grep -ac` of the same patterns gives.
 *   joins:    grep -ahcE '^=== .* has joined #' *.log     leaves:  grep -ahcE '^=== .* has left #' *.log
 *   renames:  grep -ahcE '^=== .* is now known as ' *.log  modes:   grep -ahcE '^=== mode/#' *.log
 * Every other line is a message: each of them begins with `[HH:MM] <`, `[HH:MM]  *` or `=== `.
 */
function counted(paths: readonly string[]) {
  const lines = paths.flatMap((path) => readFileSync(path, 'latin1').split('\n').slice(0, -1))
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length
  const joins = count(/^=== .* has joined #/)
  const leaves = count(/^=== .* has left #/)
  const renames = count(/^=== .* is now known as /)
  const modes = count(/^=== mode\/#/)
  expect(count(/^(\[\d\d:\d\d\] (<| \*)|=== )/)).toBe(lines.length)
  return {
    entries: lines.length,
    joins,
    leaves,
    renames,
    modes,
    messages: lines.length - joins - leaves - renames - modes,
  }
}
const without = ({ seconds: _s, eventsPerSecond: _e, ...rest }: Report) => rest

describe.skipIf(logs.length === 0)('all logs of #ubuntu', () => {
  let report: Report
  beforeAll(async () => {
    report = await run(logs)
  }, 120_000)

  it('counts what is in the files', () => {
    const { modes, ...counts } = counted(logs)
    expect(report).toMatchObject({ files: 19, ...counts, errors: [], again: 0 })
    expect(report.sources.reduce((sum, { notices }) => sum + notices, 0)).toBe(modes)
    expect([report.entries, report.messages, report.joins, report.leaves]).toEqual([27_745, 25_110, 1748, 297])
  })
  it('counts each file by itself', () => {
    for (const [index, path] of logs.entries()) {
      const { modes, ...counts } = counted([path])
      expect(report.sources[index]).toMatchObject({ ...counts, notices: modes, faults: 0, blank: 0, others: 0 })
    }
  })
  it('adds up', () => {
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(sum(report.activity.byHour)).toBe(report.messages)
    expect(sum(report.activity.byWeekday)).toBe(report.messages)
    expect(sum(report.activity.byDay.map(({ messages }) => messages))).toBe(report.messages)
    expect(sum(report.activity.byDay.map(({ joins }) => joins))).toBe(report.joins)
    expect(sum(Object.values(report.joined))).toBe(report.joins)
    expect(sum(report.welcomes.map(({ newcomers }) => newcomers.length))).toBe(report.joined.welcomed)
    expect(sum(report.voices.map(({ members }) => members))).toBe(report.members)
  })
  it('quotes every flagged message from its line', () => {
    expect(report.flagged.length).toBeGreaterThan(0)
    for (const { file, line, text, member, reasons, verdict } of report.flagged) {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n')
      expect(lines[line - 1]).toContain(text)
      expect(lines[line - 1]).toContain(member)
      expect(reasons.length).toBeGreaterThan(0)
      expect(['asked', 'acted']).toContain(verdict)
    }
  })
  it('welcomes nobody but those who joined, each join once', () => {
    const places = report.welcomes.flatMap(({ newcomers }) => newcomers)
    expect(new Set(places.map(({ file, line }) => `${file}:${line}`)).size).toBe(places.length)
    for (const { file, line, name } of places) {
      const raw = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1]
      expect(raw).toMatch(/has joined #/i)
      expect(raw?.replaceAll(' ', '')).toContain(name)
    }
  })
  it('knows the bots, and takes years of silence in its stride', () => {
    expect(report.bots.map(({ name }) => name)).toEqual(expect.arrayContaining(['ubottu', 'ubotu', 'FloodBot1']))
    expect(report.regulars.map(({ name }) => name)).not.toContain('ubottu')
    expect(report.silences).toHaveLength(18)
    expect(report.seconds).toBeLessThan(60)
  })
  it('gives the same report again, but for the time it took', async () => {
    expect(without(await run(logs))).toEqual(without(report))
  }, 120_000)
  it('can be read', () => {
    const text = renderText(report, { features, width: 80 })
    expect(text.split('\n').length).toBeLessThan(400)
    for (const number of ['27,745 lines', '25,110 messages', '1,748 joins', '297 leaves'])
      expect(text).toContain(number)
    expect(renderHtml(report, { features })).toContain('25,110')
  })
})
