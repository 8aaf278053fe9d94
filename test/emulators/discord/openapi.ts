/**
 * Holds a request log to Discord's own OpenAPI document: every path, query, body and answer. The document lies outside
 * the repository; where it is missing, {@link openContract} gives undefined and tests say that they skip.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LoggedRequest } from './rest/log.ts'
import { loosened, numbersAsText, type OpenApi, type Operation, propertyNames, type Schema } from './schemas.ts'

const file = resolve(import.meta.dirname, '../../../../shared/data/discord/openapi.json')

export interface Findings {
  readonly checked: number
  /** "POST /channels/{channel_id}/messages body/embeds/0: must be …" */
  readonly violations: readonly string[]
  /** What the document says nothing about: routes, keys, queries, statuses. Each once. */
  readonly uncovered: readonly string[]
}

/** @returns undefined where Discord's document is not at hand */
export function openContract(): Contract | undefined {
  if (!existsSync(file)) return undefined
  return new Contract(JSON.parse(readFileSync(file, 'utf8')) as OpenApi)
}

const ban = '/guilds/{guild_id}/bans/{user_id}'
const message = '/channels/{channel_id}/messages/{message_id}'
const webhook = '/webhooks/{webhook_id}/{webhook_token}'
/** What discord.js 14 sends as a matter of course, though the document does not describe it. Sorted as found. */
export const undescribed: readonly string[] = [
  `DELETE ${ban} without a body`,
  `PATCH ${message} body.enforce_nonce`,
  `PATCH ${message} body.tts`,
  'PATCH /guilds/{guild_id}/members/{user_id} body.communicationDisabledUntil',
  `PATCH ${webhook}/messages/@original body.enforce_nonce`,
  `PATCH ${webhook}/messages/@original body.tts`,
  `PATCH ${webhook}/messages/{message_id} body.enforce_nonce`,
  `PATCH ${webhook}/messages/{message_id} body.tts`,
  `POST ${message}/threads body.type`,
  `POST ${webhook} body.enforce_nonce`,
  'PUT /channels/{channel_id}/permissions/{overwrite_id} body.id',
]

type Side = 'request' | 'answer'

export class Contract {
  readonly #document: OpenApi
  readonly #ajv: Readonly<Record<Side, Ajv2020>>
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(document: OpenApi) {
    this.#document = document
    this.#ajv = { request: validator(numbersAsText(loosened(document))), answer: validator(loosened(document)) }
  }

  /** Whether the document knows this route. */
  knows(method: string, route: string): boolean {
    return this.#document.paths[route]?.[method.toLowerCase()] !== undefined
  }

  check(requests: readonly LoggedRequest[]): Findings {
    const notes: Notes = { violations: [], uncovered: new Set() }
    for (const request of requests) this.#checkOne(request, notes)
    return { checked: requests.length, violations: notes.violations, uncovered: [...notes.uncovered].sort() }
  }

  #checkOne(request: LoggedRequest, notes: Notes): void {
    const name = `${request.method} ${request.route ?? request.path}`
    const operation = request.route && this.#operation(request.method, request.route)
    if (!operation || !request.route) {
      notes.uncovered.add(name)
      return
    }
    // What Discord is said to refuse need not follow the description.
    const refused = request.status >= 400 || request.status === 0
    if (!refused) {
      this.#checkParameters(request, request.route, operation, name, notes)
      this.#checkBody(request, operation, name, notes)
    }
    this.#checkAnswer(request, operation, name, notes)
  }

  #operation(method: string, route: string): Operation | undefined {
    return this.#document.paths[route]?.[method.toLowerCase()] as Operation | undefined
  }

  #checkParameters(request: LoggedRequest, route: string, operation: Operation, name: string, notes: Notes): void {
    const shared = (this.#document.paths[route]?.parameters ?? []) as NonNullable<Operation['parameters']>
    const declared = [...shared, ...(operation.parameters ?? [])]
    for (const parameter of declared) {
      const given = (parameter.in === 'path' ? request.params : request.query)[parameter.name]
      const where = `${name} ${parameter.in} ${parameter.name}`
      if (given === undefined) {
        if (parameter.required) notes.violations.push(`${where}: required`)
        continue
      }
      const validate = this.#validate('request', where, parameter.schema)
      if (!readings(given).some((reading) => validate(reading)))
        notes.violations.push(`${where}: "${given}" ${reasons(validate)}`)
    }
    const known = new Set(declared.map((parameter) => parameter.name))
    for (const key of Object.keys(request.query)) if (!known.has(key)) notes.uncovered.add(`${name} query ${key}`)
  }

  #checkBody(request: LoggedRequest, operation: Operation, name: string, notes: Notes): void {
    const content = operation.requestBody?.content
    const schema = content?.['application/json']?.schema ?? content?.['multipart/form-data']?.schema
    if (request.body === undefined) {
      // The document wants a body for lifting a ban; Discord's prose does not, and discord.js sends none.
      if (!operation.requestBody?.required) return
      if (request.method === 'DELETE') notes.uncovered.add(`${name} without a body`)
      else notes.violations.push(`${name} body: required`)
      return
    }
    if (!schema) {
      notes.uncovered.add(`${name} body`)
      return
    }
    const validate = this.#validate('request', `${name} body`, schema)
    if (!validate(request.body)) notes.violations.push(`${name} body${reasons(validate)}`)
    if (typeof request.body !== 'object' || request.body === null || Array.isArray(request.body)) return
    const known = propertyNames(this.#document, schema)
    for (const key of Object.keys(request.body)) if (!known.has(key)) notes.uncovered.add(`${name} body.${key}`)
  }

  #checkAnswer(request: LoggedRequest, operation: Operation, name: string, notes: Notes): void {
    const { status } = request
    const described =
      operation.responses[String(status)] ?? (status >= 400 && status < 500 ? operation.responses['4XX'] : undefined)
    const response = described?.$ref ? this.#document.components.responses[nameOf(described.$ref)] : described
    if (!response || typeof request.answer === 'string') {
      notes.uncovered.add(`${name} answer ${status || 'never came'}`)
      return
    }
    const schema = response.content?.['application/json']?.schema
    if (!schema) {
      if (request.answer !== undefined) notes.violations.push(`${name} answer ${status}: must be empty`)
      return
    }
    const validate = this.#validate('answer', `${name} answer ${status}`, schema)
    // As it goes over the wire: what is undefined is not there.
    if (!validate(JSON.parse(JSON.stringify(request.answer ?? null))))
      notes.violations.push(`${name} answer ${status}${reasons(validate)}`)
  }

  #validate(side: Side, name: string, schema: Schema): ValidateFunction {
    const key = `${side} ${name}`
    const ready = this.#compiled.get(key)
    if (ready) return ready
    const shaped = side === 'request' ? numbersAsText(loosened(schema)) : loosened(schema)
    const validate = this.#ajv[side].compile(shaped)
    this.#compiled.set(key, validate)
    return validate
  }
}

interface Notes {
  readonly violations: string[]
  readonly uncovered: Set<string>
}

function validator(document: OpenApi): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false })
  addFormats.default(ajv)
  ajv.addFormat('nonce', true)
  ajv.addFormat('snowflake', true)
  ajv.addSchema({ $id: 'discord', components: { ...document.components, schemas: withTextCodes(document) } })
  return ajv
}

/** The document types the codes inside `errors` as integers; Discord's prose and service have texts there. */
function withTextCodes({ components: { schemas } }: OpenApi): OpenApi['components']['schemas'] {
  const code = { type: ['string', 'integer'] }
  const item = { type: 'object', required: ['code', 'message'], properties: { code, message: { type: 'string' } } }
  const properties = { _errors: { type: 'array', items: item } }
  return { ...schemas, InnerErrors: { ...schemas.InnerErrors, properties } }
}

const nameOf = (ref: string) => ref.split('/').at(-1) ?? ref

/** All that a text in an address may mean. */
function readings(text: string): unknown[] {
  const flag = text === 'true' || text === 'false' ? [text === 'true'] : []
  const number = /^-?\d+$/.test(text) ? [Number(text)] : []
  return [text, ...flag, ...number, text.split(',')]
}

/** The deepest complaints: with unions, the branch that came furthest says most. */
function reasons(validate: ValidateFunction): string {
  const errors = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length)
  const texts = errors.slice(0, 3).map(({ instancePath, message, params }) => {
    const extra = 'missingProperty' in params ? '' : ` ${JSON.stringify(params)}`
    return `${instancePath}: ${message ?? ''}${extra}`
  })
  return ` ${texts.join('; ')}`
}
