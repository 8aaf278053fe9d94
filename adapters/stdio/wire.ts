/** The lines of the stdio door, both ways; `innkeeper schema stdio` prints this file as JSON Schema. */
import { z } from 'zod'
import { actionSchema, outcomeSchema } from '../../src/core/action.ts'
import { clockEvent, eventSchema } from '../../src/core/event.ts'
import { id } from '../../src/core/words.ts'

const outcomeLine = z
  .strictObject({
    type: z.literal('outcome'),
    action: id.describe('The id of the action line'),
    outcome: outcomeSchema,
  })
  .describe('What became of an action; may come at any time after its line')
const helloLine = z
  .strictObject({
    type: z.literal('hello'),
    outcomes: z.boolean().describe('True: every action is answered by an outcome line'),
  })
  .describe('Optional, first: what the program on the other side will do')
export const lineIn = z.discriminatedUnion('type', [...eventSchema.options, clockEvent, outcomeLine, helloLine])
export type LineIn = z.output<typeof lineIn>

const about = { again: z.literal(true).optional().describe('It was written before; the id is the same') }
const actionLines = actionSchema.options.map((option) =>
  option.extend({ id: id.describe('The same on every try: do it once'), message: z.string().optional(), ...about }),
)
const ackLine = z
  .strictObject({
    type: z.literal('ack'),
    event: id,
    seen: z.enum(['first', 'again']).optional(),
    errors: z.array(z.strictObject({ field: z.string().optional(), code: z.string(), message: z.string() })).optional(),
  })
  .describe('The event and all that came of it is committed; it need not be sent again')
const errorLine = z
  .strictObject({
    type: z.literal('error'),
    line: z.int(),
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
  })
  .describe('A line that was not understood; the next one is served')
export const lineOut = z.union([...actionLines, ackLine, errorLine])

/** JSON Schema (draft 2020-12) of both directions. */
export const stdioSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Innkeeper on stdio: one JSON object a line',
  $defs: {
    in: z.toJSONSchema(lineIn, { io: 'input', unrepresentable: 'any' }),
    out: z.toJSONSchema(lineOut, { io: 'output', unrepresentable: 'any' }),
  },
})
