/** Two features that do nothing, with every kind of key that a rulebook can hold. */
import { z } from 'zod'
import { type AnyFeature, kit } from '../../src/core/feature.ts'
import { texts, variables } from '../../src/core/texts.ts'
import { localised, text } from '../../src/core/words.ts'

const nothing = { texts: texts({}, {}), needs: [], migrations: {}, personal: [] }

const greet = kit({
  name: 'greet',
  config: z.strictObject({
    enabled: z.boolean().default(true),
    hello: localised().default({ zh: '欢迎 {name}', en: 'Welcome {name}' }),
    windowSeconds: z.int().min(0).max(3600).default(60),
    tone: z.enum(['warm', 'plain']).default('warm'),
    ratio: z.number().min(0).max(1).default(0.5),
    after: z.union([z.literal('never'), z.strictObject({ days: z.int().min(1) })]).default('never'),
    limits: z.strictObject({ perHour: z.int().min(1).default(10), perDay: z.int().min(1).default(50) }).prefault({}),
  }),
  store: () => ({}),
}).feature({
  ...nothing,
  check: ({ hello }) =>
    Object.entries(hello).flatMap(([locale, template]) =>
      variables(template)
        .filter((name) => name !== 'name')
        .map((name) => ({
          path: ['hello', locale],
          message: { zh: `没有变量 {${name}}`, en: `there is no variable {${name}}` },
          remedy: { zh: '可用：{name}', en: 'Known here: {name}' },
        })),
    ),
})

const answers = kit({
  name: 'answers',
  config: z.strictObject({
    entries: z
      .array(
        z.strictObject({
          id: text(32),
          ask: z.array(text(200)).min(1).max(5),
          say: localised(),
        }),
      )
      .default([]),
    words: z.record(text(10), z.int()).default({}),
    steps: z
      .array(
        z.discriminatedUnion('do', [
          z.strictObject({ do: z.literal('warn'), text: text(50) }),
          z.strictObject({ do: z.literal('mute'), minutes: z.int().min(1) }),
        ]),
      )
      .default([]),
  }),
  store: () => ({}),
}).feature(nothing)

export const features: readonly AnyFeature[] = [greet, answers]
