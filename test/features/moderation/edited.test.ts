/** Edit-after-the-fact: what was harmless when it was written and is an advert now. */
import { afterEach, describe, expect, test } from 'vitest'
import { changeOf, formLength, formOf } from '../../../src/features/moderation/form.ts'
import type { Inn } from '../../kit/inn.ts'
import { advert, cases, deeds, house } from './house.ts'
import { newcomer } from './section.ts'

const form = (text: string) => formOf(newcomer(text))
const harmless = {
  en: 'I read the third chapter on the train this morning and rather liked the ending of it',
  zh: '我今天早上在地铁上读完了第三章，结尾写得真不错，推荐大家也看看',
} as const

describe('forms', () => {
  test('are seventeen characters, whatever the text', () => {
    for (const text of ['', 'a', '😂', harmless.en, harmless.zh, advert.zh.repeat(50)])
      expect(form(text)).toMatch(new RegExp(`^[\\w-]{${formLength}}$`))
  })
  test.each([
    ['a slip', 'mended', harmless.en, harmless.en.replace('ending', 'endnig')],
    ['a slip in Chinese', 'mended', harmless.zh, harmless.zh.replace('真不错', '真的不错')],
    ['signs and case', 'mended', harmless.en, `${harmless.en.toUpperCase()}!!! 😂`],
    ['one word more', 'mended', harmless.zh, `${harmless.zh}哦`],
    ['a link added', 'led elsewhere', harmless.en, `${harmless.en} https://bad.example/x`],
    ['another link', 'led elsewhere', `${harmless.en} https://good.example`, `${harmless.en} https://bad.example`],
    ['the same link', 'mended', `${harmless.en} https://good.example`, `${harmless.en}, https://good.example!`],
    ['a slip in a short one', 'mended', 'see you tomorow', 'see you tomorrow'],
    ['a slip in a short Chinese one', 'mended', '明天见，我先走啦', '明天见，我先走了'],
    ['a short one said otherwise', 'another', '明天见，我先走啦', '好看吗？在哪里买的呀'],
    ['a link put into a short one', 'another', 'see you tomorrow', 'see https://bad.example/x'],
    ['the link taken out', 'mended', `${harmless.en} https://a.example`, harmless.en],
    ['an advert', 'another', harmless.en, advert.en],
    ['an advert in Chinese', 'another', harmless.zh, advert.zh],
    ['a short one', 'another', 'hi', 'earn $500 a day, write to @richman99'],
  ])('%s: %s', (_name, change, before, now) => {
    expect(changeOf(form(before), form(now))).toBe(change)
  })
})

let inn: Inn
const opened: Inn[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) {
    expect(one.log.errors).toEqual([])
    await one.close()
  }
})
const open = async (...of: Parameters<typeof house>) => {
  inn = await house(...of)
  opened.push(inn)
}
const checksOf = async (n = 0) => {
  const row = (await cases(inn)).sort((a, b) => Number(a.number) - Number(b.number))[n]
  return (JSON.parse(String(row?.checks ?? '[]')) as { name: string; found: string }[]).map(({ name }) => name)
}
/** Here for a week, and has written more than enough to be trusted. */
async function regular(user: string, lang: 'zh' | 'en', more: Parameters<typeof house>[1] = {}): Promise<string> {
  await open({}, { languages: [lang], ...more })
  await inn.join(user)
  for (let n = 0; n < 5; n++) {
    await inn.says(user, `${harmless[lang]} ${'一二三四五'[n]}`)
    await inn.passes('1d')
  }
  const id = await inn.says(user, harmless[lang])
  await inn.passes('3d')
  inn.took()
  return id
}

describe.each(['zh', 'en'] as const)('an old message of a regular (%s)', (lang) => {
  test('edited into an advert is asked about, not acted upon, and says why', async () => {
    const id = await regular('tom', lang)
    await inn.says('tom', advert[lang])
    expect(await cases(inn)).toEqual([]) // a regular's own words are a regular's affair
    await inn.edits('tom', id, advert[lang])
    expect(await checksOf()).toContain('edited')
    expect(await cases(inn)).toMatchObject([{ state: 'open', messages: id, evidence: advert[lang] }])
    const asked = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action.text] : []))
    expect(asked).toHaveLength(1)
    await inn.gives('mod', 'case', { case: '1' })
    expect(inn.sent().join('\n')).toContain(lang === 'zh' ? '事后编辑' : 'edited afterwards')
  })
  test('with a slip mended, a link added or said otherwise is nothing', async () => {
    const id = await regular('tom', lang)
    for (const text of [
      `${harmless[lang]}!`,
      `${harmless[lang]} https://goodreads.com/book/1`,
      `${harmless[lang]} https://example.org/notes`,
      lang === 'zh'
        ? '算了，当我没说，我再想想这一章到底讲了什么'
        : 'never mind, I shall have to think about it some more',
    ])
      await inn.edits('tom', id, text)
    expect(await cases(inn)).toEqual([])
    expect(deeds(inn)).toEqual([])
  })
  test('over a restart, and after twenty others it is forgotten', async () => {
    const id = await regular('tom', lang)
    for (let n = 0; n < 25; n++) {
      await inn.says('tom', `${n} ${harmless[lang]}`)
      await inn.passes('2m')
    }
    await inn.edits('tom', id, advert[lang])
    expect(await cases(inn)).toEqual([])
  })
})

test('what is kept of first forms tells slips from other messages, for short ones as well', () => {
  // Two letters changed places, here and there in what people write; and any two of these held against each other.
  const lines = [...Array(40).keys()].map(
    (n) => `${harmless.en.slice(n, n + 12 + n)} ${harmless.zh.slice(n % 20, (n % 20) + 6)}`,
  )
  const swapped = (text: string, at: number) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  const slips = lines.flatMap((text) => [2, 5, 8].map((at) => changeOf(form(text), form(swapped(text, at)))))
  expect(slips.filter((change) => change !== 'mended').length).toBeLessThanOrEqual(slips.length * 0.05)
})
test('word by word it is held against where it began', async () => {
  const id = await regular('tom', 'en')
  const [from, to] = [harmless.en.split(' '), advert.en.split(' ')]
  for (let n = 1; n <= Math.max(from.length, to.length); n++)
    await inn.edits('tom', id, [...to.slice(0, n), ...from.slice(n)].join(' '))
  expect(await cases(inn)).toMatchObject([{ messages: id, origin: 'auto' }])
})

test('what holds for everybody is acted upon for regulars too, slip or not', async () => {
  const section = { links: { deny: ['bad.example'] } }
  await open(section)
  await inn.join('tom')
  await inn.passes('3d')
  const id = await inn.says('tom', harmless.en)
  await inn.edits('tom', id, `${harmless.en} https://bad.example/x`)
  expect(deeds(inn)).toContain(`delete ${id}`)
})

describe('what moderators have cleared', () => {
  const lure = 'lovely books for sale, write to me on telegram @booklover77 for the list of titles I have'
  const section = { ask: 0.3, text: { reach: 'nobody' }, contact: { baited: 0.6 } }
  test('is not judged again for a slip; for another message it is', async () => {
    await open(section)
    await inn.join('tom')
    await inn.says('tom', 'good morning to all of you, dear readers')
    const id = await inn.says('tom', lure)
    expect(await cases(inn)).toMatchObject([{ state: 'open', messages: id }])
    await inn.gives('mod', 'dismiss', { case: '1' })
    await inn.passes('1h')
    await inn.edits('tom', id, lure.replace('lovely', 'lovley'))
    await inn.edits('tom', id, `${lure}!!!`)
    expect(await cases(inn)).toHaveLength(1)
    await inn.edits('tom', id, advert.en)
    expect(await cases(inn)).toMatchObject([{ state: 'dismissed' }, { messages: id, evidence: advert.en }])
    expect(await checksOf(1)).toContain('edited')
  })
  test('nor is the advert that an edit made of it, once that is cleared', async () => {
    const id = await regular('tom', 'en')
    await inn.edits('tom', id, advert.en)
    await inn.gives('mod', 'dismiss', { case: '1' })
    await inn.passes('1h')
    await inn.edits('tom', id, `${advert.en}!`)
    expect(await cases(inn)).toHaveLength(1)
  })
})
