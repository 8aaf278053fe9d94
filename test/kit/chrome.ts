/** A real browser for tests, brought by npm. One per test file; every page in a context of its own. */
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'

export interface Look {
  readonly locale?: 'zh-CN' | 'en-GB'
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}
export interface Tab {
  readonly page: Page
  /** What the page's console said in anger, and what it could not load or threw. */
  readonly complaints: string[]
}

/** The extra flags of the package are for serverless machines: without a GPU and shared memory, as here. */
export async function openChrome() {
  const browser: Browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((flag) => flag !== '--single-process'),
    headless: true,
  })
  return {
    browser,
    /** A new page with cookies of its own. */
    async tab({ locale = 'en-GB', scheme = 'light', width = 1280, height = 800 }: Look = {}): Promise<Tab> {
      const options: BrowserContextOptions = {
        locale,
        colorScheme: scheme,
        viewport: { width, height },
        reducedMotion: 'reduce',
        timezoneId: 'Asia/Shanghai',
      }
      const page = await (await browser.newContext(options)).newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      return { page, complaints }
    },
    close: () => browser.close(),
  }
}
export type Chrome = Awaited<ReturnType<typeof openChrome>>
