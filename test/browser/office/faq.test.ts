/** The FAQ page of the office: a question tried out and explained, taught from there, edited, withdrawn. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overhang, serious } from '../accessible.ts'
import { openVisit, type Visit } from './visit.ts'

const shots = join(import.meta.dirname, '../../../.artifacts/office')
let visit: Visit
beforeAll(async () => {
  visit = await openVisit()
  await mkdir(shots, { recursive: true })
}, 120_000)
afterAll(() => visit.close())

describe('a question tried out', () => {
  const looks = [
    { locale: 'en-GB', scheme: 'light', width: 1440, title: 'Try a question' },
    { locale: 'zh-CN', scheme: 'dark', width: 360, title: '试一个问题' },
  ] as const
  test.each(looks)('is explained: $locale at $width px', async ({ title, ...look }) => {
    const { page, complaints } = await visit.office('faq', look)
    const box = page.getByRole('region', { name: title })
    const ask = (text: string) => box.getByRole('textbox', { name: title }).fill(text)
    await ask(look.locale === 'zh-CN' ? '下次聚会什么时候啊？' : 'when is the next meetup then?')
    await box.getByRole('listitem').first().waitFor()
    await box.getByText(look.locale === 'zh-CN' ? '会回答' : 'Answers', { exact: true }).waitFor()
    await page.screenshot({ path: join(shots, `faq-try-${look.locale}-${look.scheme}-${look.width}.png`) })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    expect(await serious(page)).toEqual([])
    await ask(look.locale === 'zh-CN' ? '早上好' : 'good morning')
    await box.getByText(look.locale === 'zh-CN' ? /寒暄/ : /a greeting/).waitFor()
    expect(complaints).toEqual([])
  })
})

test('an answer is taught from a question tried out, edited in its row, and withdrawn', async () => {
  const { page, complaints } = await visit.office('faq')
  const box = page.getByRole('region', { name: 'Try a question' })
  const ask = (text: string) => box.getByRole('textbox', { name: 'Try a question' }).fill(text)
  await ask('Where do I leave my umbrella?')
  await box.getByText('Silent', { exact: true }).waitFor()
  await box.getByRole('button', { name: 'Teach a new answer' }).click()
  const form = page.getByRole('dialog')
  expect(await form.getByRole('textbox').first().inputValue()).toBe('Where do I leave my umbrella?')
  await form.getByRole('textbox').nth(1).fill('In the **stand** by the door.')
  expect(await form.getByRole('figure').locator('strong').textContent()).toBe('stand')
  await form.getByRole('button', { name: 'Give command' }).click()
  await form.getByText(/Learned/).waitFor()
  await page.keyboard.press('Escape')
  await ask('Where do I leave my umbrella')
  await box.getByText('Answers', { exact: true }).waitFor()

  await page.getByRole('link', { name: 'Questions and answers' }).click()
  const row = page.getByRole('row', { name: /umbrella/ })
  const acts = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Edit' }) })
  await row.waitFor()
  await acts.getByRole('button', { name: 'Edit' }).click()
  expect(await form.getByRole('textbox').nth(2).inputValue()).toBe('In the **stand** by the door.')
  await form.getByRole('textbox').nth(1).fill('Where do umbrellas go?')
  await form.getByRole('button', { name: 'Give command' }).click()
  await form.getByText(/Changed/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: /Where do umbrellas go/ }).waitFor()
  await page.screenshot({ path: join(shots, 'faq-entries-en-GB-light.png') })
  await acts.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('row', { name: /Where do umbrellas go/ }).waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('a member’s reply becomes the answer with one click, and the question is gone from the list', async () => {
  await visit.house.happens({
    type: 'message',
    id: 'stroller',
    user: 'web:u1',
    name: 'Tom',
    text: 'Is there room for a stroller?',
  })
  await visit.house.happens({
    type: 'message',
    user: 'web:mei',
    name: 'Mei',
    text: 'Yes, by the back door.',
    replyTo: 'stroller',
  })
  const { page } = await visit.office('faq')
  const row = page.getByRole('row').filter({ hasText: 'stroller' })
  await row.getByText(/Mei \(\d{4}-\d\d-\d\d\): Yes, by the back door\./).waitFor()
  await page.screenshot({ path: join(shots, 'faq-unanswered-en-GB-light.png') })
  await row.getByRole('button', { name: 'Use Mei’s reply' }).click()
  await row.waitFor({ state: 'detached' })
})

test.each(['wordings', 'tuning', 'report'])('the table of %s holds on a phone', async (table) => {
  const { page, complaints } = await visit.office(`faq?table=faq.${table}`, {
    locale: 'zh-CN',
    width: 360,
    scheme: 'light',
  })
  await page.getByRole('status', { name: /正在载入/ }).waitFor({ state: 'detached' })
  const tab = page.getByRole('navigation', { name: '表', exact: true }).locator('[aria-current]')
  const inSight = () =>
    tab.evaluate((element) => {
      const [own, row] = [element, element.parentElement ?? element].map((one) => one.getBoundingClientRect())
      return own !== undefined && row !== undefined && own.left >= row.left && own.right <= row.right
    })
  await expect.poll(inSight, { timeout: 2000 }).toBe(true)
  await page.screenshot({ path: join(shots, `faq-${table}-zh-CN-360.png`) })
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  expect(await serious(page)).toEqual([])
  expect(complaints).toEqual([])
})
