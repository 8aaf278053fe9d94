/** How the office looks: nothing scrolls sideways, axe-core finds nothing serious, in both themes and languages. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tab } from '../../kit/chrome.ts'
import { overhang, serious } from '../accessible.ts'
import { openVisit, type Visit } from './visit.ts'

const shots = join(import.meta.dirname, '../../../.artifacts/office')
let visit: Visit
beforeAll(async () => {
  visit = await openVisit()
  await mkdir(shots, { recursive: true })
}, 120_000)
afterAll(() => visit.close())

/** Perks and rules are drawn as people and FAQ are. */
const pages = ['today', 'queue', 'queue?table=cases', 'schedule', 'schedule?past=1', 'log', 'people', 'faq']
/** In the other two looks, those that are drawn in ways of their own. */
const few = ['today', 'queue', 'schedule', 'log']

/** The page once nothing of it is still on its way. */
async function settled(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('status', { name: /Loading|正在载入/ }).waitFor({ state: 'detached' })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
const looks = [
  { locale: 'en-GB', scheme: 'light', width: 1440, pages },
  { locale: 'zh-CN', scheme: 'dark', width: 360, pages },
  { locale: 'zh-CN', scheme: 'light', width: 1024, pages: few },
  { locale: 'en-GB', scheme: 'dark', width: 360, pages: few },
] as const

describe.each(looks)('$locale $scheme at $width px', (look) => {
  let tab: Tab
  beforeAll(async () => {
    tab = await visit.office('today', look)
  })
  afterAll(() => tab.page.context().close())

  test.each(look.pages)('%s', async (path) => {
    const { page, complaints } = tab
    await page.goto(`${visit.house.web.url}/office/${path}`)
    await settled(page)
    const name = `${path.replaceAll(/\W/g, '-')}-${look.locale}-${look.scheme}-${look.width}`
    await page.screenshot({ path: join(shots, `${name}.png`) })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    expect(await serious(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  // Once in either language, scheme and width.
  if (look.pages === few) return
  test('an entry of the log, the palette, and a form with its errors', async () => {
    const { page } = tab
    await page.goto(`${visit.house.web.url}/office/log`)
    await page
      .getByRole('button', { name: /小号_88/ })
      .first()
      .click()
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/…$/).fill('mute')
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('button[type=submit]').click()
    await page.locator('[aria-invalid=true]').first().waitFor()
    expect(await serious(page)).toEqual([])
    expect(await overhang(page)).toBeLessThanOrEqual(0)
  })
})

test('every width from 360 to 1440 px holds the morning page', async () => {
  const { page } = await visit.office('today')
  await settled(page)
  for (let width = 360; width <= 1440; width += 60) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => overhang(page), { message: `at ${width} px`, timeout: 2000 }).toBe(0)
  }
})
