/** A group's first evening: an owner and two guests, in both languages, over the demo rulebook and every feature. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { overhang, serious } from '../accessible.ts'
import { composer, type Guest, keepPicture, openVisit, says, stream, type Visit } from './visit.ts'

// Many steps each, in three browsers, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 })
let visit: Visit
let lin: Guest
let tom: Guest
let ming: Guest
let invite: string

beforeAll(async () => {
  visit = await openVisit()
  lin = await visit.owner('Lin')
}, 120_000)
afterAll(() => visit.close())

test('the owner makes an invite; guests join by it under a name, without signing up', async () => {
  const { page } = lin
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByText('No invites yet').waitFor()
  await page.getByRole('button', { name: 'Make a link' }).click()
  invite = await page.getByRole('textbox', { name: 'Invite' }).inputValue()
  await keepPicture(page, 'invites-en')
  expect(await serious(page)).toEqual([])
  await page.getByRole('button', { name: 'Close' }).click()

  const door = await visit.chrome.tab({ locale: 'zh-CN', scheme: 'dark', width: 360, height: 740 })
  await door.page.goto(invite)
  await door.page.getByLabel('你的名字').fill('掌柜')
  await door.page.getByRole('button', { name: '进群' }).click()
  await door.page.getByText('这个名字已经有人用了').waitFor()
  await keepPicture(door.page, 'join-zh-dark-360')
  expect(await serious(door.page)).toEqual([])

  tom = await visit.guest(invite, 'Tom', { scheme: 'dark', width: 360, height: 740 })
  ming = await visit.guest(invite, '小明', { locale: 'zh-CN' })
  await stream(tom.page).getByText('小明 joined').waitFor()
  await page.getByRole('button', { name: '3 here' }).waitFor()
})

test('what one writes the others read at once; mentions are offered and marked', async () => {
  await composer(ming.page).pressSequentially('有人读完第三章了吗？ @To')
  await ming.page.getByRole('option', { name: 'Tom' }).waitFor()
  await composer(ming.page).press('Tab')
  await composer(ming.page).press('Enter')
  const line = stream(tom.page).getByRole('listitem').filter({ hasText: '有人读完第三章了吗？' })
  await line.getByText('@Tom', { exact: true }).waitFor()
  await ming.page.getByText('发送中').waitFor({ state: 'detached' }) // it may reach Tom before its writer is told
})

test('the rules by a slash and by a word; only the asker sees a private answer', async () => {
  await composer(ming.page).fill('/')
  await ming.page.getByRole('option', { name: /群规/ }).first().waitFor()
  await keepPicture(ming.page, 'commands-zh')
  expect(await serious(ming.page)).toEqual([])
  await composer(ming.page).pressSequentially('rul')
  await composer(ming.page).press('Enter')
  const answer = stream(ming.page).getByRole('listitem').filter({ hasText: '只有你看得到' })
  await answer.getByText('先当读者').first().waitFor()
  const toms = stream(tom.page)
    .getByRole('listitem')
    .filter({ hasText: 'Only you see this' })
    .filter({ hasText: /Read first|先当读者/ })
  expect(await toms.count()).toBe(0)
  await says(tom.page, '群规')
  await toms.waitFor()
})

test('a question is answered from the FAQ, and the button under the answer works', async () => {
  await says(tom.page, 'When is the next meetup?')
  const answer = stream(tom.page).getByRole('listitem').filter({ hasText: 'Every Sunday' }).last()
  await answer.waitFor()
  const helpful = answer.getByRole('button', { name: /Helpful/ })
  await helpful.click()
  await answer.getByRole('button', { name: /Helpful.*chosen/, pressed: true }).waitFor()
  expect(await overhang(tom.page)).toBeLessThanOrEqual(0)
  await keepPicture(tom.page, 'answer-en-dark-360')
  expect(await serious(tom.page)).toEqual([])
})

test('a wrong field is told at the field, and the form keeps what was filled in', async () => {
  const { page } = lin
  await composer(page).fill('/mute')
  await composer(page).press('Enter')
  const form = page.getByRole('form', { name: '/mute' })
  await form.getByLabel(/^Member/).fill('Nobody')
  await form.getByRole('button', { name: 'Run' }).click()
  const field = form.getByLabel(/^Member/)
  await form.getByText(/Nobody/).waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  await keepPicture(page, 'field-error-en')
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')
  await composer(page).waitFor()
})

test('a spammer is dealt with, the owner sees why, and undoes it', async () => {
  const spam = await visit.guest(invite, '小号88', { locale: 'zh-CN' })
  await says(spam.page, '加薇❤ vx7712345 免费领书，名额有限，快来 https://free-gift.example/x')
  await spam.page.getByText('你被禁言了').waitFor()
  const removed = stream(lin.page).getByRole('listitem').filter({ hasText: 'This message was removed' })
  const asked = stream(lin.page).getByRole('listitem').filter({ hasText: 'Case #1' })
  await asked.getByRole('button', { name: 'Undo it' }).waitFor()
  await keepPicture(lin.page, 'spam-en')
  await removed.getByRole('button', { name: 'Why' }).click()
  const why = lin.page.getByRole('dialog')
  await why.getByText('Moderation', { exact: true }).waitFor()
  await why.getByText(/score 0\.\d\d/).waitFor()
  await keepPicture(lin.page, 'why-en')
  expect(await serious(lin.page)).toEqual([])
  await lin.page.keyboard.press('Escape')
  await why.waitFor({ state: 'detached' })
  await asked.getByRole('button', { name: 'Undo it' }).click()
  await composer(spam.page).waitFor()
})

test('members are offered no tools of staff', async () => {
  expect(await tom.page.getByRole('button', { name: 'Why' }).count()).toBe(0)
  await composer(tom.page).fill('/ban')
  expect(await tom.page.getByRole('option').count()).toBe(0)
  await composer(tom.page).fill('')
})

test('reply, react, edit and delete', async () => {
  await says(ming.page, '我来晚了')
  const theirs = stream(lin.page).getByRole('listitem').filter({ hasText: '我来晚了' }).first()
  await theirs.hover()
  await theirs.getByRole('button', { name: 'Reply' }).click()
  await says(lin.page, 'Never mind!')
  await stream(ming.page).getByText('小明 我来晚了').waitFor()
  await theirs.getByRole('button', { name: 'More' }).click()
  await lin.page.getByRole('button', { name: 'React with 🎉' }).click()
  await stream(ming.page).getByRole('button', { name: '🎉 1 人' }).waitFor()
  await composer(ming.page).press('ArrowUp')
  await composer(ming.page).fill('我来晚了，抱歉')
  await composer(ming.page).press('Enter')
  await stream(lin.page).getByText('我来晚了，抱歉').waitFor()
  await stream(lin.page).getByText('edited').waitFor()
  const own = stream(ming.page).getByRole('listitem').filter({ hasText: '我来晚了，抱歉' }).first()
  await own.hover()
  await own.getByRole('button', { name: '更多' }).click()
  await ming.page.getByRole('menuitem', { name: '删除' }).click()
  await ming.page.getByRole('menuitem', { name: '确定删除？再点一次' }).click()
  await stream(lin.page).getByText('Message deleted', { exact: true }).waitFor()
})

test('a reload keeps the conversation and the draft', async () => {
  await composer(ming.page).fill('还没写完')
  await ming.page.waitForFunction(() => Object.values(localStorage).includes('还没写完'))
  await ming.page.reload()
  await stream(ming.page).getByText('有人读完第三章了吗？').first().waitFor()
  expect(await composer(ming.page).inputValue()).toBe('还没写完')
  await keepPicture(ming.page, 'room-zh')
  expect(await serious(ming.page)).toEqual([])
  await composer(ming.page).fill('')
})

test('while the server is away nothing typed is lost, and it is sent once it is back', async () => {
  await visit.stop()
  await ming.page.getByText('连接断开了').waitFor()
  await says(ming.page, '断线时写的')
  await ming.page.getByText('发送中').waitFor()
  await keepPicture(ming.page, 'lost-zh')
  expect(await serious(ming.page)).toEqual([])
  await visit.restart()
  await ming.page.getByText('发送中').waitFor({ state: 'detached', timeout: 20_000 })
  expect(await stream(ming.page).getByText('断线时写的').count()).toBe(1)
  await stream(tom.page).getByText('断线时写的').waitFor({ timeout: 20_000 })
})

test('nothing was blocked, missing or thrown in any page', async () => {
  const whileAway = /ERR_CONNECTION_REFUSED|WebSocket connection/
  for (const guest of [lin, tom, ming]) expect(guest.complaints.filter((one) => !whileAway.test(one))).toEqual([])
  expect(visit.log.errors).toEqual([])
})
