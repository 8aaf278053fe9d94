/** What a page is told when a request cannot be carried out: a code that the page has words for in both languages. */
export const problemCodes = [
  'bad_request',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'wrong_origin',
  'too_fast',
  'too_long',
  'key_wrong',
  'invite_wrong',
  'name_taken',
  'name_bad',
  'banned',
  'muted',
  'failed',
] as const
export type ProblemCode = (typeof problemCodes)[number]

const statuses: Readonly<Record<ProblemCode, number>> = {
  bad_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  wrong_origin: 403,
  too_fast: 429,
  too_long: 413,
  key_wrong: 401,
  invite_wrong: 404,
  name_taken: 409,
  name_bad: 400,
  banned: 403,
  muted: 403,
  failed: 500,
}

/** Thrown by a route; answered as `{code, detail?}` with the code's HTTP status. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly statusCode: number
  readonly detail: string | undefined
  constructor(code: ProblemCode, detail?: string) {
    super(detail ?? code)
    this.code = code
    this.statusCode = statuses[code]
    this.detail = detail
  }
}
