/** The demo house in a real browser: an owner, guests with their languages and screens, pictures kept for people to see. */
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { insertPost } from '../../../adapters/web/posts.ts'
import { hallDb } from '../../../adapters/web/tables.ts'
import { type House, openHouse } from '../../../src/main.ts'
import { type Look, openChrome, type Tab } from '../../kit/chrome.ts'
import { Logbook } from '../../kit/inn.ts'

const pictures = '.artifacts/hall'
export type Guest = Tab & { readonly look: Look }

export async function openVisit() {
  mkdirSync(pictures, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), 'hall-'))
  const chrome = await openChrome()
  // Shorter than a test may take, so that what was waited for is named.
  chrome.browser.on('context', (context) => context.setDefaultTimeout(20_000))
  const log = new Logbook()
  const open = (port: number): Promise<House> =>
    openHouse({ rules: 'rules/demo', place: join(folder, 'hall.db'), adapters: ['web'], clock: 'live', port, log })
  let house = await open(0)
  const url = house.web?.url ?? ''

  return {
    url,
    log,
    desk: () => house.desk,
    chrome,
    /** Somebody who enters with a fresh key. */
    async owner(name: string, look: Look = {}): Promise<Guest> {
      const tab = await chrome.tab(look)
      await tab.page.goto((await house.web?.ownerAddress()) ?? '')
      await tab.page.getByLabel(/name in the group|在群里的名字/).fill(name)
      await tab.page.getByRole('button', { name: /Come in|进门/ }).click()
      await composer(tab.page).waitFor()
      return { ...tab, look }
    },
    async guest(link: string, name: string, look: Look = {}): Promise<Guest> {
      const tab = await chrome.tab(look)
      await tab.page.goto(link)
      await tab.page.getByLabel(/Your name|你的名字/).fill(name)
      await tab.page.getByRole('button', { name: /^(Join|进群)$/ }).click()
      await composer(tab.page).waitFor()
      return { ...tab, look }
    },
    /** History from before: so many lines of somebody long gone. */
    async fill(group: string, count: number) {
      const db = hallDb(house.store.db)
      for (let n = 1; n <= count; n++)
        await insertPost(db, { id: `old${n}`, group_id: group, seq: n, at: n, kind: 'post', text: `old line ${n}.` })
    },
    /** The server goes away. */
    stop: () => house.close(),
    /** And comes back where it was. */
    async restart() {
      house = await open(Number(new URL(url).port))
    },
    async close() {
      await chrome.close()
      await house.close()
      await rm(folder, { recursive: true })
    },
  }
}
export type Visit = Awaited<ReturnType<typeof openVisit>>

export const composer = (page: Page) => page.getByRole('textbox', { name: /Write a message|说点什么/ })
export async function says(page: Page, text: string) {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}
/** The conversation, without the composer and the sides. */
export const stream = (page: Page) => page.locator('main ol')
export const keepPicture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })
