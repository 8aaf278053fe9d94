/** The office in a real browser, over a real house: what one sees, does, and is told. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogPage } from '../../../src/web/office/wire.ts'
import { openVisit, type Visit } from './visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await openVisit()
}, 120_000)
afterAll(() => visit.close())

describe('the queue', () => {
  test('a case is decided by a click, and taken back from the toast', async () => {
    const { page, complaints } = await visit.office('queue')
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
    await visit.house.happens({ type: 'member.join', user: 'web:s9', name: '小号_99' })
    await visit.house.happens({
      type: 'message',
      user: 'web:s9',
      name: '小号_99',
      text: '缺书的可以加薇 vx7712345，我有两本',
    })
    const [first, second] = [await visit.office('queue'), await visit.office('queue')]
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

describe('several cases of the queue', () => {
  test('are settled at once, the oldest standing first', async () => {
    for (const [n, name] of ['小号_甲', '小号_乙'].entries()) {
      await visit.house.happens({ type: 'member.join', user: `web:s1${n}`, name })
      const text = `${n === 0 ? '旧书有人要吗' : '谁家有孩子的'}，可以加薇 vx88123${n}5 来拿`
      await visit.house.happens({ type: 'message', user: `web:s1${n}`, name, text })
    }
    const { page, complaints } = await visit.office('queue')
    await page.getByText('小号_乙', { exact: true }).waitFor()
    const names = await page.getByRole('article').locator('p strong').allTextContents()
    expect(names).toEqual(['小号_甲', '小号_乙'])
    await page
      .getByText(/Waiting for/)
      .first()
      .waitFor()
    await page.getByRole('checkbox', { name: 'Select all' }).check()
    await page.getByText('2 selected:').waitFor()
    await page.getByRole('button', { name: 'Not spam' }).first().click()
    await page.getByText('Not spam: 2').waitFor()
    await page.getByText('All settled').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('the log', () => {
  test('filters as one types, and keeps it in the address', async () => {
    const { page, complaints } = await visit.office('log')
    await page.getByRole('searchbox').fill('Free Gift')
    await page.waitForURL(/find=Free\+Gift/)
    await page.getByText('Priya').first().waitFor({ state: 'detached' })
    await page.reload()
    expect(await page.getByRole('searchbox').inputValue()).toBe('Free Gift')
    await page
      .getByRole('button', { name: /Free Gift message/ })
      .first()
      .click()
    await page.getByText('Features that looked').waitFor()
    await page.getByText('delete', { exact: true }).first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('innkeeper-log.csv')
    expect(await readFile(await download.path(), 'utf8')).toMatch(/Free Gift,moderation,acted/)
    expect(complaints).toEqual([])
  })
  test('older entries follow without any seen twice', async () => {
    const { page } = await visit.office('log')
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
    const { page } = await visit.office('schedule')
    const line = page.getByRole('listitem').filter({ hasText: 'A page in the evening' }).first()
    await line.getByRole('button', { name: 'Pause' }).click()
    await line.getByRole('button', { name: 'Resume' }).waitFor()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await line.getByRole('button', { name: 'Pause' }).waitFor()
  })
  test('a double click posts once', async () => {
    const { page } = await visit.office('schedule')
    const line = page.getByRole('listitem').filter({ hasText: 'Reading of the week' }).first()
    await line.getByRole('button', { name: 'Post now' }).dblclick()
    await page
      .getByRole('region', { name: 'Notices' })
      .getByText(/has been posted/)
      .waitFor()
    const log = await page.request.get(`${visit.house.web.url}/api/office/log?feature=schedule`)
    const { entries } = (await log.json()) as LogPage
    expect(entries.filter(({ why }) => why.schedule?.decided === 'ran')).toHaveLength(1)
  })
})

describe('a command from the palette', () => {
  test('is found by its name, tells errors at their field, and answers', async () => {
    const { page } = await visit.office('today')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/…$/).fill('warn')
    await page.keyboard.press('Enter')
    const member = page.getByRole('combobox', { name: 'Member member' })
    await member.fill('nobody-of-that-name')
    await page.getByRole('button', { name: 'Give command' }).click()
    await page
      .getByText(/nobody-of-that-name/)
      .first()
      .waitFor()
    expect(await member.getAttribute('aria-invalid')).toBe('true')
  })
})

test('who is not signed in is told what to do', async () => {
  const { page } = await visit.chrome.tab()
  await page.goto(`${visit.house.web.url}/office`)
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
})

test('when the server cannot be reached, what was there stays', async () => {
  const { page } = await visit.office('today')
  await page.getByText('Unanswered questions').waitFor()
  await page.route('**/api/office/**', (route) => route.abort())
  await page.getByText(/Connection lost/).waitFor({ timeout: 20_000 })
  await page.getByText('Unanswered questions').waitFor()
})

test('an unanswered question is taught from where it is listed', async () => {
  const { page } = await visit.office('today')
  const question = page.getByRole('listitem').filter({ hasText: 'Is there parking' })
  await question.getByRole('button', { name: 'Teach' }).click()
  const form = page.getByRole('dialog')
  expect(await form.getByRole('textbox').first().inputValue()).toContain('Is there parking')
  await form.getByRole('textbox').nth(1).fill('Yes, behind the bookshop, free after 18:00.')
  await form.getByRole('button', { name: 'Give command' }).click()
  await form.getByRole('status').waitFor()
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
})
