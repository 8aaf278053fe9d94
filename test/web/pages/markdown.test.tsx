/** The bot's words come from owners, from features, and quote people: nothing in them may run or reach out. */
import * as fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from '../../../src/web/pages/Markdown.tsx'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />)

test('emphasis, lists, links, code, quotes and headings', () => {
  const shown = html('# Rules\n\n1. **Be kind**\n2. see [the list](https://example.com/a)\n\n> quoted\n\n`code`')
  expect(shown).toContain('<strong>Be kind</strong>')
  expect(shown).toMatch(/<a href="https:\/\/example.com\/a"[^>]*rel="noopener noreferrer nofollow ugc"/)
  expect(shown).toContain('<blockquote>')
  expect(shown).toContain('<code>code</code>')
  expect(shown).not.toMatch(/<h\d/)
})

test('lines end where they were ended, quotes with their line, code stays as it is', () => {
  expect(html('你好\nHello')).toMatch(/你好<br\/?>\s*Hello/)
  expect(html('> spam\nWhy: links')).toMatch(/<\/blockquote><p>Why: links<\/p>/)
  expect(html('```\n> a\nb\n```')).toContain('&gt; a\nb')
  expect(html('1. one\n2. two\n\n- three')).toMatch(/<ol.*<li>two<\/li><\/ol><ul>/s)
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](//evil.test/a)',
  '![x](https://evil.test/pixel.png)',
  '![x](javascript:alert(1))',
  '<iframe src="https://evil.test"></iframe>',
  '<svg onload=alert(1)>',
  '<style>*{display:none}</style>',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '<div style="position:fixed;inset:0">gone</div>',
  '```html\n<script>alert(1)</script>\n```',
  '<form action="https://evil.test"><input name=key></form>',
]
const runs =
  /<(?:script|img|iframe|svg|style|form|input|object|embed|link|meta|base)\b|\son\w+="|(?:href|src)="(?!https?:|mailto:|\/(?!\/)|#)/i
/** The tags alone: what was escaped into text does nothing. */
const tags = (text: string) => (html(text).match(/<[^>]*>/g) ?? []).join('')

test.each(hostile)('does no harm: %s', (text) => {
  expect(tags(text)).not.toMatch(runs)
})

test('no mixture of the hostile and the harmless does', () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostile, '**', '_', '[', '](', ')', '\n\n', '> ', '- ', '`', '<', '>', '"'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      expect(tags(pieces.join(''))).not.toMatch(runs)
    }),
    { numRuns: 400, seed: 20261122 },
  )
})

const marks = [
  '*',
  '_',
  '[',
  '![',
  '](',
  '<a ',
  '`',
  '> ',
  '- ',
  '|',
  '~~',
  '[a](',
  '[a]: ',
  '&#',
  '1. ',
  '# ',
  '*a_b',
  '<!--',
]
test.each(marks)('twenty thousand characters of %s are shown without delay', (mark) => {
  const started = performance.now()
  html(mark.repeat(20_000 / mark.length))
  // Tens of milliseconds here; what backtracks takes minutes.
  expect(performance.now() - started).toBeLessThan(2000)
})
