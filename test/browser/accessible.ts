/** Measures of a page as a reader has it before them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Our pages have no frames, and what is asked of a style sheet needs none loaded again. */
const options: RunOptions = { resultTypes: ['violations'], iframes: false, preload: false }

/** What axe calls serious or worse, as "rule: element". */
export async function serious(page: Page): Promise<string[]> {
  // Given to the page by the browser itself: the content policy lets no script in from elsewhere.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** By how many pixels the page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
