/** How the hall looks and feels: both languages, both schemes, from phone to desk; by keyboard; how much it loads. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildPages } from '../../../src/web/build.ts'
import { overhang, serious } from '../accessible.ts'
import { composer, type Guest, keepPicture, openVisit, says, stream, type Visit } from './visit.ts'

// Many steps each, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 })
let visit: Visit
let lin: Guest
let invite: string
beforeAll(async () => {
  visit = await openVisit()
  lin = await visit.owner('林老板', { locale: 'zh-CN' })
  await lin.page.getByRole('button', { name: '邀请' }).click()
  await lin.page.getByRole('button', { name: '生成链接' }).click()
  invite = await lin.page.getByRole('textbox', { name: '邀请' }).inputValue()
  await lin.page.getByRole('button', { name: '关闭' }).click()
  await says(
    lin.page,
    '大家晚上好，这周读到第三章。Good evening, this week we read chapter three: https://example.com/three',
  )
  await says(lin.page, '一'.repeat(300))
  await says(lin.page, `https://example.com/${'long'.repeat(60)}`)
}, 120_000)
afterAll(() => visit.close())

/** Every language in both schemes and both widths, every scheme in both widths: half of all combinations. */
const looks = [
  { locale: 'zh-CN', scheme: 'light', width: 360, height: 780 },
  { locale: 'zh-CN', scheme: 'dark', width: 1440, height: 780 },
  { locale: 'en-GB', scheme: 'dark', width: 360, height: 780 },
  { locale: 'en-GB', scheme: 'light', width: 1440, height: 780 },
] as const
describe.each(looks)('$locale, $scheme, $width px', (look) => {
  const name = `${look.locale.slice(0, 2)}-${look.scheme}-${look.width}`

  test('every part is accessible and none is wider than the window', async () => {
    const { page, complaints } = await visit.guest(invite, `Guest ${name}`, look)
    await stream(page).getByText('大家晚上好').waitFor()
    const check = async (part: string) => {
      await keepPicture(page, `${part}-${name}`)
      expect(await serious(page), part).toEqual([])
      expect(await overhang(page), part).toBeLessThanOrEqual(0)
    }
    await check('room')
    await composer(page).fill('/')
    await page.getByRole('option').first().waitFor()
    await check('offers')
    await composer(page).fill('/redeem')
    await composer(page).press('Enter')
    await page.getByRole('form', { name: '/redeem' }).waitFor()
    await check('form')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^(People|成员)$/ }).click()
    await page.getByRole('dialog').getByText('林老板').waitFor()
    await check('people')
    await page.keyboard.press('Escape')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).toMatch(/^(People|成员)$/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('so are the doors', async () => {
    const { page, complaints } = await visit.chrome.tab(look)
    for (const path of ['/', '/enter', '/join/unknown']) {
      await page.goto(visit.url + path)
      await page.getByRole('heading').waitFor()
      expect(await serious(page), path).toEqual([])
      expect(await overhang(page), path).toBeLessThanOrEqual(0)
    }
    // The browser itself notes that an unknown invite was answered with 404.
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
    await page.context().close()
  })
})

test('the first load of the hall is under 200 KB of compressed script', async () => {
  const folder = await buildPages(visit.log)
  const html = await readFile(join(folder, 'hall.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const sizes = await Promise.all(scripts.map(async (path) => gzipSync(await readFile(join(folder, path))).length))
  const sum = sizes.reduce((all, size) => all + size, 0)
  expect(scripts.length).toBeGreaterThan(0)
  expect(sum).toBeLessThan(200_000)
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect((await readdir(join(folder, 'assets'))).some((name) => name.endsWith('.map'))).toBe(false)
})

test('a command is found, filled in and given by keyboard alone, in Chinese', async () => {
  const { page } = lin
  await composer(page).click()
  await page.keyboard.type('/警')
  await page.getByRole('option', { name: /警告/ }).waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('form', { name: '/warn' }).waitFor()
  await page.keyboard.type('谁也不是')
  await page.keyboard.press('Enter')
  await page
    .getByText(/谁也不是.*|没有.*谁也不是/)
    .last()
    .waitFor()
  await page.keyboard.press('Escape')
  await composer(page).waitFor()
  await page.keyboard.press('Tab')
})

test('Enter that chooses characters in an input method sends nothing', async () => {
  const { page } = lin
  await composer(page).fill('nihao')
  const before = await stream(page).getByRole('listitem').count()
  await composer(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await composer(page).inputValue()).toBe('nihao')
  expect(await stream(page).getByRole('listitem').count()).toBe(before)
  await composer(page).fill('')
})

test('what is too long is told before it is sent', async () => {
  const { page } = lin
  await composer(page).fill('长'.repeat(4001))
  await page.getByText('太长了：4001 / 4000 字').waitFor()
  expect(await page.getByRole('button', { name: '发送' }).isDisabled()).toBe(true)
  await composer(page).fill('')
})

test('older pages come in above without moving what one reads', async () => {
  await visit.fill('web:reading', 120)
  const { page } = await visit.guest(invite, 'Reader')
  await stream(page).getByText('大家晚上好').waitFor()
  const older = page.getByRole('button', { name: 'Load older messages' })
  for (let pages = 1; await older.isVisible(); pages++) {
    await older.scrollIntoViewIfNeeded()
    const first = await stream(page).getByRole('listitem').nth(1).elementHandle()
    const count = await stream(page).getByRole('listitem').count()
    await older.click()
    await expect.poll(() => stream(page).getByRole('listitem').count()).toBeGreaterThan(count)
    expect(await first?.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0)
    expect(pages).toBeLessThan(5)
  }
  await stream(page).getByText('old line 1.', { exact: true }).waitFor()
  await page.getByText('This is where').waitFor()
  // It may say how many came meanwhile.
  const jump = page.getByRole('button', { name: /^(Jump to latest|\d+ new)$/ })
  await jump.click()
  await jump.waitFor({ state: 'detached' })
})

test('a group of the owner’s own, the switcher, and what is unread', async () => {
  const { page } = lin
  await page.getByRole('button', { name: '新建一个群' }).click()
  await page.getByLabel('群名').fill('周末徒步')
  await page.getByRole('button', { name: '创建' }).click()
  await page.getByRole('heading', { name: '周末徒步' }).waitFor()
  const reader = await visit.guest(invite, 'Visitor')
  await says(reader.page, 'Is anybody here?')
  await stream(reader.page).getByText('Is anybody here?').waitFor()
  await page.reload()
  const rooms = page.getByRole('complementary', { name: '我的群' })
  await rooms.getByRole('button', { name: /灯下·共读.*\d/ }).click()
  await page.getByText('以下是新消息').waitFor()
  await keepPicture(page, 'unread-zh')
})
