/** Holds plain data against a schema and a feature's own check. */
import type { z } from 'zod'
import type { AnySection } from '../core/feature.ts'
import { type Shape, shapeOf } from './expected.ts'
import { explain, type Finding } from './explain.ts'
import type { Fault, Say } from './telling.ts'

export interface Judged<T> {
  /** With its defaults; undefined where there are findings. */
  readonly output: T | undefined
  readonly findings: readonly Finding[]
}

const shapes = new WeakMap<z.ZodType, Shape>()
function shapeFor(schema: z.ZodType): Shape {
  const known = shapes.get(schema) ?? shapeOf(schema)
  shapes.set(schema, known)
  return known
}

export function judge<S extends z.ZodType>(schema: S, value: unknown, say: Say): Judged<z.output<S>> {
  const result = schema.safeParse(value)
  if (result.success) return { output: result.data, findings: [] }
  return { output: undefined, findings: explain(result.error.issues, { say, shape: shapeFor(schema), value }) }
}

/** A section of a feature: its schema first, then what zod cannot say. A check that throws is a finding too. */
export function judgeSection(feature: AnySection, value: unknown, say: Say): Judged<unknown> {
  try {
    const judged = judge(feature.config, value, say)
    if (judged.findings.length > 0) return judged
    const found = (feature.check?.(judged.output) ?? []).map(
      ({ path, message, remedy }): Finding => ({
        path,
        at: 'value',
        fault: { code: 'rejected', said: { message, remedy } },
      }),
    )
    return found.length > 0 ? { output: undefined, findings: found } : judged
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const fault: Fault = { code: 'rejected', vars: { name: feature.name, detail } }
    return { output: undefined, findings: [{ path: [], at: 'value', fault }] }
  }
}
