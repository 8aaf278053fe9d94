/** The office in a real browser, over a real house: what one sees, does, and is told. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chrome, type Look, openChrome } from '../../kit/chrome.ts'
import { day, type House, openHouse } from './house.ts'
import { live } from './living.ts'

const shots = join(import.meta.dirname, '../../../.artifacts/office')
let chrome: Chrome
let house: House
let cookie = ''

beforeAll(async () => {
  const now = Date.now()
  house = await openHouse(now - 14 * day)
  await live(house, now)
  chrome = await openChrome()
  cookie = await signIn()
  await mkdir(shots, { recursive: true })
}, 120_000)
afterAll(async () => {
  await chrome.close()
  await house.close()
})

async function signIn(): Promise<string> {
  const key = new URL(await house.web.ownerAddress()).hash.slice(1)
  const reply = await fetch(`${house.web.url}/api/hall/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, name: 'Lin', locale: 'en' }),
  })
  expect(reply.status).toBe(200)
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** A page of the office, signed in as the owner. */
async function visit(path: string, look: Look = {}) {
  const tab = await chrome.tab(look)
  const [name = '', value = ''] = cookie.split('=')
  await tab.page.context().addCookies([{ name, value, url: house.web.url }])
  await tab.page.goto(`${house.web.url}/office/${path}`)
  await tab.page.getByRole('heading', { level: 1 }).waitFor()
  return tab
}

describe('the queue', () => {
  test('a case is decided by a click, and taken back from the toast', async () => {
    const { page, complaints } = await visit('queue')
    const card = page.getByRole('article', { name: 'Case 1' })
    await card.getByText('加薇').waitFor()
    await card.getByRole('button', { name: 'why' }).click()
    await card.getByText('newcomer', { exact: true }).waitFor()
    await card.getByRole('button', { name: 'Warn' }).click()
    const toasts = page.getByRole('region', { name: 'Notices' })
    await toasts.getByRole('button', { name: 'Undo' }).click()
    await toasts.getByText(/undone|taken back|reversed/i).waitFor()
    await page.getByText('All settled').waitFor()
    expect(complaints).toEqual([])
  })
  test('who comes second is told that it was decided', async () => {
    await house.happens({ type: 'member.join', user: 'web:s9', name: '小号_99' })
    await house.happens({ type: 'message', user: 'web:s9', name: '小号_99', text: '加薇❤ vx7712345 免费领书，名额有限' })
    const [first, second] = [await visit('queue'), await visit('queue')]
    await second.page.getByText('小号_99').waitFor()
    // The second page must not hear of the first decision before the second click.
    await second.page.route('**/api/office/queue*', () => undefined)
    await first.page.getByRole('button', { name: 'Not spam' }).click()
    await first.page.getByText('All settled').waitFor()
    await second.page.getByRole('button', { name: 'Remove and ban' }).click()
    const told = second.page.getByRole('region', { name: 'Notices' })
    await told.getByText(/Lin/).waitFor()
    await second.page.unroute('**/api/office/queue*')
    await second.page.getByText('All settled').waitFor()
  })
})

describe('the log', () => {
  test('filters as one types, and keeps it in the address', async () => {
    const { page, complaints } = await visit('log')
    await page.getByRole('searchbox').fill('Free Gift')
    await page.waitForURL(/find=Free\+Gift/)
    await page.getByText('Priya').first().waitFor({ state: 'detached' })
    await page.reload()
    expect(await page.getByRole('searchbox').inputValue()).toBe('Free Gift')
    await page.getByRole('button', { name: /Free Gift message/ }).first().click()
    await page.getByText('Features that looked').waitFor()
    await page.getByText('delete', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
  })
  test('older entries follow without any seen twice', async () => {
    const { page } = await visit('log')
    const lines = page.locator('ol > li')
    await lines.first().waitFor()
    const before = await lines.count()
    await page.getByRole('button', { name: 'Older' }).click()
    await expect.poll(() => lines.count()).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Back to the newest' }).waitFor()
  })
})

describe('the schedule', () => {
  test('a post is paused and brought back', async () => {
    const { page } = await visit('schedule')
    const line = page.getByRole('listitem').filter({ hasText: 'A page in the evening' }).first()
    await line.getByRole('button', { name: 'Pause' }).click()
    await line.getByRole('button', { name: 'Resume' }).waitFor()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await line.getByRole('button', { name: 'Pause' }).waitFor()
  })
})

describe('a command from the palette', () => {
  test('is found by its name, tells errors at their field, and answers', async () => {
    const { page } = await visit('today')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('warn')
    await page.keyboard.press('Enter')
    await page.getByLabel('member').fill('nobody-of-that-name')
    await page.getByRole('button', { name: 'Give command' }).click()
    await page.getByText(/nobody-of-that-name/).first().waitFor()
    expect(await page.getByLabel('member').getAttribute('aria-invalid')).toBe('true')
  })
})

test('who is not signed in is told what to do', async () => {
  const { page } = await chrome.tab()
  await page.goto(`${house.web.url}/office`)
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
})

test('when the server cannot be reached, what was there stays', async () => {
  const { page } = await visit('today')
  await page.getByText('Unanswered questions').waitFor()
  await page.route('**/api/office/**', (route) => route.abort())
  await page.getByText(/Connection lost/).waitFor({ timeout: 20_000 })
  await page.getByText('Unanswered questions').waitFor()
})
