/** The parser's complaints, for people: what they most likely did. */
import type { YAMLError } from 'yaml'
import type { Fault } from './telling.ts'

const byCode: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MULTIPLE_DOCS: 'yaml-documents',
  RESOURCE_EXHAUSTION: 'too-deep',
  BAD_INDENT: 'yaml-indent',
}

/** "{name}" outside of quotes: a map to the parser, a variable to who wrote it. */
const bareVariable = /^(?:[^'"]|'[^']*'|"[^"]*")*?\{([a-z][a-zA-Z0-9]*)\}/

/** `line` is the line of the text at which the parser stopped. */
export function syntaxFault(error: YAMLError, text: string, line: string): Fault {
  const rest = text.slice(error.pos[0])
  if (error.code === 'DUPLICATE_KEY') return { code: 'yaml-duplicate', vars: { name: keyAt(rest) } }
  if (error.code === 'BAD_SCALAR_START') return { code: 'yaml-start', vars: { value: rest.slice(0, 1) } }
  if (error.code === 'TAG_RESOLVE_FAILED') return { code: 'yaml-tag', vars: { value: rest.split(/\s/, 1)[0] ?? '' } }
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) return { code: 'yaml-quote' }
  if (bareVariable.test(line)) return { code: 'yaml-variable', vars: { name: bareVariable.exec(line)?.[1] ?? '' } }
  if (error.code === 'BAD_INDENT' && /Flow|sequence|end with/.test(error.message)) return syntax(error)
  // "键：值": to the parser a text without a colon, where it wants a key.
  if (/^\s*(- )?[^\s:"'#]+：/u.test(line)) return { code: 'yaml-wide-colon' }
  const code = byCode[error.code]
  return code === undefined ? syntax(error) : { code }
}

const syntax = (error: YAMLError): Fault => ({ code: 'yaml-syntax', vars: { detail: error.message } })
const keyAt = (rest: string) => /^["']?([^"':\n]*)/.exec(rest)?.[1] ?? ''
