/** What stands in custom ids, and rows of buttons: pure, so that they hold after any restart. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buttonId,
  formId,
  formIn,
  menuId,
  optionValue,
  pressedIn,
  tagId,
  tagOf,
  tagValue,
  valueIn,
} from '../../../adapters/discord/interactions/customId.ts'
import { formOf, typedAs, wantsForm, writtenIn } from '../../../adapters/discord/interactions/form.ts'
import { rowsOf } from '../../../adapters/discord/interactions/rows.ts'
import { cardNamed } from './cards.ts'

const id = fc.string({ minLength: 1, maxLength: 256, unit: 'grapheme' })
const guild = fc.constantFrom('', '1', '123456789012345678')

describe('a custom id', () => {
  test('reads back as what was asked and offered, whatever the ids are, or is too long', () => {
    fc.assert(
      fc.property(id, id, guild, (ask, option, guild) => {
        const custom = buttonId(ask, option, guild)
        if (custom === undefined) {
          expect(ask.length + option.length + guild.length).toBeGreaterThan(90)
          return
        }
        expect(custom.length).toBeLessThanOrEqual(100)
        expect(pressedIn(custom)).toEqual({
          guild: guild || undefined,
          choice: { kind: 'option', ask, option },
        })
      }),
      { examples: [['welcome:1', 'a.b', '1']] },
    )
  })
  test('of a tag and of a menu, too', () => {
    const tag = tagOf('ask', 'option')
    expect(pressedIn(tagId(tag, '12'))).toEqual({ guild: '12', choice: { kind: 'tag', tag } })
    expect(pressedIn(menuId('a.sk', '') ?? '')).toEqual({ guild: undefined, choice: { kind: 'menu', ask: 'a.sk' } })
    expect(valueIn(optionValue('x') ?? '', 'ask')).toEqual({ kind: 'option', ask: 'ask', option: 'x' })
    expect(valueIn(tagValue(tag), 'ask')).toEqual({ kind: 'tag', tag })
  })
  test.each(['', 'verify', 'f.teach..', 'x1.2.3'])('%o is none of ours', (custom) => {
    expect(pressedIn(custom)).toBeUndefined()
  })
  test('of a form carries what is known already', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 12 })), (input) => {
        const custom = formId({ command: 'post-rules', message: '123', input })
        if (custom === undefined) return
        expect(formIn(custom)).toEqual({ command: 'post-rules', message: '123', input })
      }),
    )
  })
})

describe('options of a question', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `o${n}`, label: `Option ${n}`, style: 'danger' as const }))
  test.each([
    [1, [1]],
    [5, [5]],
    [6, [5, 1]],
    [10, [5, 5]],
    [11, [1]],
    [25, [1]],
  ])('%i of them stand in rows of %j', (count, rows) => {
    expect(rowsOf('faq:1', options(count)).rows.map(({ components }) => components.length)).toEqual(rows)
  })
  test('are buttons of their styles, or a menu with all of them', () => {
    const [row] = rowsOf('faq:1', options(1)).rows
    expect(row?.components[0]).toMatchObject({
      type: ComponentType.Button,
      style: ButtonStyle.Danger,
      label: 'Option 0',
    })
    const [menu] = rowsOf('faq:1', options(25)).rows
    expect(menu?.components[0]).toMatchObject({ type: ComponentType.StringSelect, placeholder: '请选择 · Choose' })
    expect(menu?.components[0]).toHaveProperty('options.length', 25)
  })
  test('whatever they are called, custom ids and values fit, are each their own, and all that is too long is kept', () => {
    const option = fc.record({ id, label: fc.string({ maxLength: 80 }) })
    fc.assert(
      fc.property(id, fc.array(option, { minLength: 1, maxLength: 25 }), guild, (ask, offered, guild) => {
        const { rows, kept } = rowsOf(ask, offered, guild || undefined)
        const parts = rows.flatMap(({ components }) => components)
        const ids = parts.map((part) => ('custom_id' in part ? part.custom_id : ''))
        const values = parts.flatMap((part) => ('options' in part ? part.options.map(({ value }) => value) : []))
        for (const text of [...ids, ...values]) expect(text.length).toBeLessThanOrEqual(100)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(values).size).toBe(values.length)
        const meant = new Set(offered.map(({ id }) => id))
        const read =
          values.length > 0 ? values.map((value) => valueIn(value, ask)) : ids.map((one) => pressedIn(one)?.choice)
        const found = read.map((choice) => {
          if (choice?.kind === 'option') return choice
          return kept.find(({ tag }) => choice?.kind === 'tag' && tag === choice.tag)
        })
        expect(found.map((one) => one?.ask)).toEqual(found.map(() => ask))
        expect(new Set(found.map((one) => one?.option))).toEqual(meant)
      }),
    )
  })
})

describe('a form', () => {
  test('is opened where a long text is wanted and was not written', () => {
    const teach = cardNamed('teach')
    expect(wantsForm({ card: teach, input: { question: '几点开门' } }, false)).toBe(true)
    expect(wantsForm({ card: teach, input: { question: '几点开门', answer: '九点' } }, false)).toBe(false)
    expect(wantsForm({ card: cardNamed('warn'), input: { member: 'discord:1' } }, false)).toBe(false)
    expect(wantsForm({ card: cardNamed('warn'), input: { member: 'discord:1' } }, true)).toBe(true)
    expect(wantsForm({ card: cardNamed('cases'), input: { member: 'discord:1' } }, true)).toBe(false)
  })
  test('shows what was written already, and the message for the field it stands for', () => {
    const form = formOf({ card: cardNamed('teach'), input: {}, message: '77', quoted: '几点开门？' }, 'zh')
    expect(form).toMatchObject({
      title: '收进常见问题',
      custom_id: 'f.teach.77.',
      components: [
        {
          type: 18,
          label: '问题',
          component: { custom_id: 'question', style: 1, value: '几点开门？', required: true },
        },
        { type: 18, label: '答案', component: { custom_id: 'answer', style: 2, max_length: 4000 } },
      ],
    })
    const typed = formOf({ card: cardNamed('teach'), input: { question: 'When do you open?' } }, 'en')
    expect(typed?.components[0]).toHaveProperty('component.value', 'When do you open?')
  })
  test('carries whom it is about, and is not opened where that does not fit', () => {
    const note = cardNamed('note')
    expect(formOf({ card: note, input: { member: 'discord:123' } }, 'en')?.custom_id).toBe(
      'f.note..member=discord%3A123',
    )
    expect(formOf({ card: note, input: { case: '1'.repeat(120) } }, 'en')).toBeUndefined()
  })
  test('is read in either form that Discord sends', () => {
    const input = { type: ComponentType.TextInput, custom_id: 'answer', value: 'nine' } as const
    expect(writtenIn({ components: [{ type: ComponentType.Label, component: input }] })).toEqual({ answer: 'nine' })
    expect(writtenIn({ components: [{ type: ComponentType.ActionRow, components: [input] }] })).toEqual({
      answer: 'nine',
    })
    expect(writtenIn({ components: [{ type: ComponentType.Label, component: { ...input, value: ' ' } }] })).toEqual({})
  })
  test('gives numbers back as numbers', () => {
    expect(typedAs(cardNamed('award'), { points: '-5', member: 'discord:1' })).toEqual({
      points: -5,
      member: 'discord:1',
    })
  })
})
