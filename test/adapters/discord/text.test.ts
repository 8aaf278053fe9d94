/** Texts on their way to Discord and from it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeliest, usedSince } from '../../../adapters/discord/events/invites.ts'
import { madeAt, messageAt, mintMessage } from '../../../adapters/discord/ids.ts'
import { read } from '../../../adapters/discord/text/read.ts'
import { split } from '../../../adapters/discord/text/split.ts'
import { write } from '../../../adapters/discord/text/write.ts'

const fences = (part: string) => part.split('\n').filter((line) => /^\s*```/.test(line)).length
const words = (text: string) => text.replace(/```\w*/g, '').replace(/\s+/g, '')

describe('a text that is too long', () => {
  it('is cut between paragraphs, then lines, sentences, words', () => {
    expect(split('one\n\ntwo', 100)).toEqual(['one\n\ntwo'])
    expect(split(`${'a'.repeat(60)}\nb\n\n${'c'.repeat(30)}`, 80)).toEqual([`${'a'.repeat(60)}\nb`, 'c'.repeat(30)])
    expect(split('一句话。又一句话。再一句话', 10)).toEqual(['一句话。又一句话。', '再一句话'])
    expect(split('to be or not to be', 10)).toEqual(['to be or', 'not to be'])
    expect(split('   \n ', 10)).toEqual([])
  })
  it('keeps a code block whole, or closes it and opens it anew', () => {
    const block = ['```ts', ...Array.from({ length: 8 }, (_, n) => `line${n}`), '```'].join('\n')
    expect(split(`${'x'.repeat(50)}\n${block}`, 70)).toEqual(['x'.repeat(50), block])
    const parts = split(block, 40)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part).toMatch(/^```ts\n[\s\S]*\n```$/)
  })
  it('loses no word, tears no character and no block, and fits', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 120, unit: 'grapheme' }),
      fc.constant('```'),
      fc.constant('```ts'),
      fc.constant(''),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.integer({ min: 60, max: 300 }), (lines, max) => {
        const text = lines.map((one) => one.replace(/`/g, (mark) => (one.startsWith('```') ? mark : "'"))).join('\n')
        const parts = split(text, max)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max)
          expect(fences(part) % 2).toBe(0)
          expect(part.isWellFormed()).toBe(true)
        }
        expect(words(parts.join('\n'))).toBe(words(text))
      }),
    )
  })
})

describe('writing', () => {
  it('uses what Discord knows of Markdown', () => {
    expect(write('#### Small\n\n![map](https://x.org/a.png)\n\n---\n**b** `![c](d)`').text).toBe(
      '**Small**\n\n[map](https://x.org/a.png)\n\n\n**b** `![c](d)`',
    )
  })
  it('calls whom it names, the longest name first, but not in code', () => {
    const mentions = [
      { user: 'discord:1', name: 'Tom' },
      { user: 'discord:2', name: 'Tom Smith' },
      { user: 'wechat:3', name: 'Ann' },
    ]
    expect(write('@Tom Smith, @Tom, @Ann and `@Tom`', mentions)).toEqual({
      text: '<@2>, <@1>, @Ann and `@Tom`',
      called: ['2', '1'],
    })
    expect(write('nobody', mentions).called).toEqual([])
  })
  it('lets nothing look like a call to all', () => {
    expect(write('@everyone @HERE <@&5> mail@here.org').text).not.toMatch(/@everyone|@here\b|<@&/i)
  })
})

describe('reading', () => {
  const named = { user: (id: string) => (id === '1' ? 'Tom' : undefined), channel: () => undefined, role: () => 'Mods' }
  it('has names for ids, and leaves what nobody knows', () => {
    expect(read('<@1> <@!1> <@9> <#5> <@&7> <a:wave:123456789012345678> </faq:42>', named)).toBe(
      '@Tom @Tom <@9> <#5> @Mods :wave: /faq',
    )
    expect(read('/mute <@9>', named, true)).toBe('/mute @discord:9')
  })
})

describe('ids', () => {
  it('of messages know their channel, and all their parts', () => {
    expect(messageAt(mintMessage('12', '34', '56'))).toEqual({ channel: '12', message: '34', all: ['34', '56'] })
    for (const wrong of ['nothing', 'discord:12', 'discord:12/', 'web:12/34', 'discord:12/34+'])
      expect(messageAt(wrong)).toBeUndefined()
    expect(mintMessage('1'.repeat(20), ...Array.from({ length: 30 }, () => '2'.repeat(20))).length).toBeLessThanOrEqual(
      256,
    )
  })
  it('tell when they were made', () => {
    // The example of Discord's own documentation.
    expect(madeAt('175928847299117063')).toBe(Date.UTC(2016, 3, 30, 11, 18, 25, 796))
  })
})

describe('whose invitation it was', () => {
  const known = (list: Record<string, [inviter: string, uses: number, maxUses?: number]>) =>
    new Map(Object.entries(list).map(([code, [inviter, uses, maxUses = 0]]) => [code, { inviter, uses, maxUses }]))
  it('is counted from what was used since', () => {
    const used = usedSince(
      known({ a: ['tom', 1], b: ['ann', 4, 5], c: ['ann', 1, 9], d: ['bob', 2] }),
      known({ a: ['tom', 3], d: ['bob', 2], e: ['eve', 1] }),
    )
    expect([...used].sort()).toEqual([
      ['ann', 1],
      ['eve', 1],
      ['tom', 2],
    ])
    expect(likeliest(used, 4)).toEqual({ user: 'tom', sure: 0.5 })
  })
  it('is nobody’s where nothing was used, or the server’s own link', () => {
    expect(likeliest(new Map(), 1)).toBeUndefined()
    expect(likeliest(new Map([['', 1]]), 1)).toBeUndefined()
    expect(likeliest(new Map([['tom', 1]]), 4)).toEqual({ user: 'tom', sure: 0.25 })
  })
})
