/**
 * Discord's own refusals: HTTP status, JSON error code and the words that go with them, as its documentation lists them
 * (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json).
 */
const known = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownInvite: [404, 10006, 'Unknown Invite'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Permission Overwrite'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownBan: [404, 10026, 'Unknown Ban'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  unknownAutomodRule: [404, 10066, 'Unknown Auto Moderation Rule'],
  slowMode: [429, 20016, 'This action cannot be performed due to slowmode rate limit'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached (50)'],
  tooManyReactions: [400, 30010, 'Maximum number of reactions reached (20)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  cannotReply: [403, 160002, 'You cannot reply without permission to read message history'],
  threadLocked: [403, 160005, 'Thread is locked'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  banned: [403, 40007, 'The user is banned from this guild.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notInDm: [403, 50003, 'Cannot execute action on a DM channel'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotDm: [403, 50007, 'Cannot send messages to this user'],
  noTextHere: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  bulkDeleteCount: [400, 50016, 'You can only bulk delete between 2 and 100 messages'],
  pinElsewhere: [400, 50019, 'A message can only be pinned in the channel it was sent in'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  bulkDeleteTooOld: [400, 50034, 'You can only bulk delete messages that are under 14 days old.'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  blockedByAutomod: [400, 200000, 'Message was blocked by automatic moderation'],
} as const

export type Refusal = keyof typeof known
export type ErrorTree = { _errors: { code: string; message: string }[] } | { [key: string]: ErrorTree }

/** A refusal in Discord's words; thrown by the rules, answered by REST, and thrown again at whoever drives the test. */
export class DiscordError extends Error {
  readonly status: number
  readonly code: number
  readonly errors: ErrorTree | undefined

  constructor(refusal: Refusal, errors?: ErrorTree) {
    const [status, code, message] = known[refusal]
    super(message)
    this.name = 'DiscordError'
    this.status = status
    this.code = code
    this.errors = errors
  }

  get body(): { message: string; code: number; errors?: ErrorTree } {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}

/** Gathers what is wrong with a body and refuses it all at once: error 50035 with its nested `errors`. */
export class Form {
  #root: { [key: string]: ErrorTree } = {}
  #wrong = false

  /** `path` is dotted: `embeds.0.description`. */
  wrong(path: string, code: string, message: string): void {
    this.#wrong = true
    let node = this.#root
    for (const key of path.split('.')) {
      node[key] ??= {}
      node = node[key] as { [key: string]: ErrorTree }
    }
    Object.assign(node, { _errors: [{ code, message }] })
  }

  length(path: string, text: string | null | undefined, max: number, min = 0): void {
    if (text === undefined || text === null) return
    const size = [...text].length
    if (size > max) this.wrong(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
    else if (size < min) this.wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
  }

  within(path: string, value: number | null | undefined, min: number, max: number): void {
    if (value === undefined || value === null) return
    if (value < min || value > max || !Number.isFinite(value))
      this.wrong(path, 'NUMBER_TYPE_MAX', `int value should be between ${min} and ${max}.`)
  }

  required(path: string, value: unknown): void {
    if (value === undefined || value === null || value === '')
      this.wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required')
  }

  /** @throws {DiscordError} 50035 when anything was wrong */
  done(): void {
    if (this.#wrong) throw new DiscordError('invalidForm', this.#root)
  }
}
