/** Going into the office with a browser, as the owner. */
import { type Chrome, type Look, openChrome, type Tab } from '../../kit/chrome.ts'
import { day, type House, openHouse } from './house.ts'
import { live } from './living.ts'

export interface Visit {
  readonly house: House
  readonly chrome: Chrome
  /** A page of the office once it has its heading. */
  office(path: string, look?: Look): Promise<Tab>
  close(): Promise<void>
}

/** A house that has been lived in for two weeks up to now, and its owner's browser. */
export async function openVisit(): Promise<Visit> {
  const now = Date.now()
  const house = await openHouse(now - 14 * day)
  await live(house, now)
  const chrome = await openChrome()
  const cookie = await signIn(house)
  return {
    house,
    chrome,
    async office(path, look = {}) {
      const tab = await chrome.tab(look)
      await tab.page.context().addCookies([{ ...cookie, url: house.web.url }])
      await tab.page.goto(`${house.web.url}/office/${path}`)
      await tab.page.getByRole('heading', { level: 1 }).waitFor()
      return tab
    },
    async close() {
      await chrome.close()
      await house.close()
    },
  }
}

async function signIn(house: House): Promise<{ name: string; value: string }> {
  const key = new URL(await house.web.ownerAddress()).hash.slice(1)
  const reply = await fetch(`${house.web.url}/api/hall/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, name: 'Lin', locale: 'en' }),
  })
  const [name = '', value = ''] = (reply.headers.getSetCookie()[0]?.split(';')[0] ?? '').split('=')
  if (!reply.ok || value === '') throw new Error(`could not sign in: ${reply.status}`)
  return { name, value }
}
