/** The page in a real browser: phone and desk, light and dark, both languages. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../../src/features.ts'
import { rehearse } from '../../../src/replay/rehearse.ts'
import { renderHtml } from '../../../src/replay/report/html.ts'
import type { Report } from '../../../src/replay/report.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'
import { type Chrome, type Look, openChrome } from '../../kit/chrome.ts'
import { fixture, folder } from '../kit.ts'

const spammers = Array.from({ length: 30 }, (_, n) =>
  `[10:${String(n).padStart(2, '0')}] <spam${n}> BUY CHEAP WATCHES number ${n}\n`.repeat(5),
).join('')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let chrome: Chrome
let report: Report
let clear = () => {}
beforeAll(async () => {
  chrome = await openChrome()
  const path = folder({ '2020-01-01.log': `${spammers}nonsense\n` }, (gone) => {
    clear = gone
  })
  report = await rehearse([join(path, '2020-01-01.log'), fixture('discord.json')], {
    features,
    rulebooks: [defaultRulebook({ features, timezone: 'UTC' })],
  })
}, 60_000)
afterAll(() => {
  clear()
  return chrome.close()
})

async function open(look: Look, locale: 'zh' | 'en') {
  const path = join(folder({ 'report.html': renderHtml(report, { locale, features }) }), 'report.html')
  const { page, complaints } = await chrome.tab(look)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(path).href)
  return { page, complaints, asked }
}
interface Found {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly unknown[] }[]
}

describe('the page of a rehearsal', () => {
  it.each([
    ['desk, light', { width: 1280 }, 'en'],
    ['desk, dark', { width: 1280, scheme: 'dark' }, 'en'],
    ['phone, light', { width: 360, locale: 'zh-CN' }, 'zh'],
    ['phone, dark', { width: 360, locale: 'zh-CN', scheme: 'dark' }, 'zh'],
  ] as const)('%s', async (_, look, locale) => {
    const { page, complaints, asked } = await open(look, locale)
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width)
    await page.evaluate(axe)
    const { violations } = await page.evaluate<Found>('axe.run()')
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  })

  it('shows a few, filters as one types, and shows all when asked', async () => {
    const { page } = await open({}, 'en')
    const flagged = page.locator('#flagged')
    const entries = flagged.locator('.list > li:visible')
    expect(await entries.count()).toBe(15)
    await flagged.getByRole('searchbox').fill('spam7')
    expect(await entries.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('spam7')]))
    expect(await entries.count()).toBe(report.flagged.filter(({ member }) => member === 'spam7').length)
    await flagged.getByRole('searchbox').fill('nobody wrote this')
    expect(await entries.count()).toBe(0)
    expect(await flagged.locator('.empty').isVisible()).toBe(true)
    await flagged.getByRole('searchbox').fill('')
    await flagged.locator('.all').click()
    expect(await entries.count()).toBe(report.flagged.length)
    const acted = report.flagged.filter(({ verdict }) => verdict === 'acted').length
    await flagged.getByRole('button', { name: 'acted', exact: true }).click()
    expect(await flagged.locator('.list > li:not([data-kinds~="acted"]):visible').count()).toBe(0)
    expect(await entries.count()).toBe(Math.min(15, acted))
  })
})
