import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixture, folder, readFile, readText } from '../kit.ts'

const texts = (reading: ReturnType<typeof readFile>) =>
  reading.found.flatMap(({ event }) => (event.type === 'message' ? [event.text] : []))
const line = (text: string) => `[10:00] <a> ${text}\n`
/** 第三章, 你好 in GB18030. */
const chinese = Buffer.from([0xb5, 0xda, 0xc8, 0xfd, 0xd5, 0xc2])
const latin = Buffer.from('caf\xe9 \xe0 la carte', 'latin1')
const log = (...parts: (string | Uint8Array)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)))

describe('encodings', () => {
  it('reads UTF-8 with and without its mark, and either line end', () => {
    expect(texts(readText('2020-01-01.log', `\uFEFF${line('你好')}`))).toEqual(['你好'])
    expect(texts(readText('2020-01-01.log', line('你好').replace('\n', '\r\n')))).toEqual(['你好'])
  })
  it('reads UTF-16 of either order', () => {
    const bytes = Buffer.from(`\uFEFF${line('你好')}${line('two')}`, 'utf16le')
    expect(texts(readText('2020-01-01.log', bytes))).toEqual(['你好', 'two'])
    expect(texts(readText('2020-01-01.log', Buffer.from(bytes).swap16()))).toEqual(['你好', 'two'])
    expect(texts(readText('2020-01-01.log', Buffer.from(line('no mark, plain text'), 'utf16le')))).toHaveLength(1)
  })
  it('reads GB18030 and says so', () => {
    const reading = readText('2020-01-01.log', log('[10:00] <a> ', chinese, '\n'))
    expect(texts(reading)).toEqual(['第三章'])
    expect(reading.faults).toMatchObject([{ line: 1, code: 'encoding', vars: { count: 1, encoding: 'gb18030' } }])
  })
  it('reads a mixture line by line', () => {
    const reading = readText(
      '2020-01-01.log',
      log(line('你好'), '[10:00] <a> ', latin, '\n[10:01] <b> ', chinese, '\n', line('end')),
    )
    expect(texts(reading)).toEqual(['你好', 'café à la carte', '第三章', 'end'])
    expect(reading.faults.map((fault) => [fault.line, fault.vars.encoding])).toEqual([
      [2, 'windows-1252'],
      [3, 'gb18030'],
    ])
  })
  it('reads JSON in GB18030', () => {
    const json = readFileSync(fixture('result.json'), 'utf8')
      .replaceAll(/[^\0-\x7f]+/g, '#')
      .split('#')
    const reading = readText('result.json', log(...json.flatMap((part) => [part, chinese]).slice(0, -1)))
    expect(reading.found).toHaveLength(7)
    expect(reading.faults.some(({ code }) => code === 'encoding')).toBe(true)
  })
})

describe('files that are none', () => {
  const code = (name: string, content: string | Uint8Array) => {
    const { faults, found } = readText(name, content)
    expect(found).toEqual([])
    return faults.map((fault) => fault.code)
  }
  it.each([
    ['an empty file', '', 'empty'],
    ['only white space', ' \n\n', 'empty'],
    ['only a mark', '\uFEFF', 'empty'],
    ['prose', 'Dear owner,\nthis is a letter.\n', 'unknown-format'],
    ['other JSON', '{"hello": 1}', 'unknown-json'],
    ['a JSON list', '[{"a": 1}]', 'unknown-json'],
    ['a zip', Buffer.from('PK\x03\x04rest'), 'packed'],
    ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'packed'],
    ['random bytes', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251)), 'binary'],
    ['zeros', Buffer.alloc(4096), 'binary'],
    ['a Telegram chat without messages', '{"name": "x", "type": "private_group", "id": 1}', 'no-messages'],
  ])('%s', (_, content, expected) => expect(code('2020-01-01.log', content)).toEqual([expected]))

  it('a folder, and nothing at all', () => {
    const path = folder({})
    expect(readFile(path).faults[0]).toMatchObject({ code: 'directory', line: 0 })
    expect(readFile(`${path}/none.log`).faults[0]).toMatchObject({ code: 'missing', file: 'none.log' })
  })
  it('a line that never ends', () => {
    const reading = readText('2020-01-01.log', `${line('a')}${'x'.repeat(300_000)}\n${line('b')}`)
    expect(texts(reading)).toEqual(['a', 'b'])
    expect(reading.faults).toMatchObject([{ line: 2, code: 'too-long' }])
  })
})

describe('exports that break off', () => {
  it.each(['discord.json', 'result.json'])('%s gives what is before the break', (name) => {
    const whole = readFileSync(fixture(name), 'utf8')
    const all = readText(name, whole).found.length
    const cut = whole.lastIndexOf('"id"')
    const reading = readText(name, whole.slice(0, cut + 10))
    expect(reading.found).toHaveLength(all)
    expect(reading.faults.at(-1)).toMatchObject({
      code: 'json-truncated',
      line: whole.slice(0, cut).split('\n').length,
    })
  })
})
