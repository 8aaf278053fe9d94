/** Every alphabet, contact and kind of attachment that a rule can name, with an example of each. */
import { describe, expect, test } from 'vitest'
import { messageKinds } from '../../../../src/core/event.ts'
import { contacts, scripts } from '../../../../src/features/moderation/rules/schema/triggers.ts'
import { foundBy, happening, said, sectionOf } from './looking.ts'

const goesOff = (trigger: object, text: string, more: object = {}) => {
  const section = sectionOf([{ when: [trigger] }])
  return foundBy(section, happening({ spoken: said(text, section, more) })) !== undefined
}
const written: Readonly<Record<(typeof scripts)[number], string>> = {
  han: '早上好',
  kana: 'おはよう',
  hangul: '안녕하세요',
  latin: 'good morning',
  cyrillic: 'доброе утро',
  arabic: 'صباح الخير',
  hebrew: 'בוקר טוב',
  thai: 'สวัสดี',
  devanagari: 'नमस्ते',
  greek: 'καλημέρα',
  rtl: 'שלום',
}
const reached: Readonly<Record<(typeof contacts)[number], string>> = {
  wechat: '加微信 abc12345',
  qq: 'QQ群 123456789',
  phone: 'call 13812345678',
  email: 'write to a@b.example.com',
  telegram: 'telegram @richman99',
}
/** Right to left is written by both. */
const both: Readonly<Record<string, readonly string[]>> = { arabic: ['rtl'], hebrew: ['rtl'], rtl: ['hebrew'] }

describe.each(scripts)('the alphabet %s', (script) => {
  test('is found where it is written, and no other is', () => {
    const found = scripts.filter((other) => goesOff({ scripts: { of: [other] } }, written[script]))
    expect(found.toSorted()).toEqual([script, ...(both[script] ?? [])].toSorted())
  })
})
describe.each(contacts)('a contact by %s', (kind) => {
  test('is found, and is no other', () => {
    expect(contacts.filter((other) => goesOff({ contacts: { kinds: [other] } }, reached[kind]))).toEqual([kind])
  })
})
describe.each(messageKinds)('an attachment of the kind %s', (kind) => {
  test('is found, and is no other', () => {
    const found = messageKinds.filter((other) => goesOff({ attachments: { kinds: [other] } }, '', { kinds: [kind] }))
    expect(found).toEqual([kind])
  })
})
