/** `innkeeper doctor` for Discord: asks REST, connects to nothing, changes nothing. */
import { DiscordAPIError, HTTPError, RateLimitError, REST } from 'discord.js'
import { type APIApplication, type APIUser, ApplicationFlags, Routes } from 'discord-api-types/v10'
import { type DiscordConfig, config as section } from '../config.ts'
import type { DiscordEnv } from '../env.ts'
import { mint } from '../ids.ts'
import { inviteLink } from '../invite.ts'
import { type Needs, type Privileged, portalSwitch, wantedIntents, withoutIntent } from '../permissions.ts'
import { type Finding, here, say } from './finding.ts'
import { type Asking, look, serversOf } from './look.ts'
import { findingsIn } from './server.ts'

export { discordEnv } from '../env.ts'
export type { Finding } from './finding.ts'

export interface Patient {
  readonly env: Pick<DiscordEnv, 'token' | 'apiUrl' | 'apiVersion'>
  readonly needs: Needs
  /** `discord.yaml` as it holds for a group: undefined where no rulebook lists it. Checked, or as a file has it. */
  readonly sectionOf: (group: string) => unknown
  /** Every community’s own. */
  readonly sections: readonly unknown[]
  /** Groups that rulebooks list one by one. */
  readonly listed: readonly string[]
  /** How long one request may take, milliseconds. */
  readonly timeoutMs?: number
}
/** Without a token nothing can be asked; that there should be one is all there is to say. */
export const tokenless: Finding = {
  what: here(),
  state: 'bad',
  detail: say('token.none'),
  remedy: say('token.none.mend'),
}

const mostServers = 25
const usualTimeoutMs = 10_000
const longestWaitMs = 5000

/** Never rejects for what Discord or the network does: that is a finding. */
export async function discordFindings(patient: Patient): Promise<readonly Finding[]> {
  const rest = new REST({
    api: patient.env.apiUrl,
    version: patient.env.apiVersion,
    timeout: patient.timeoutMs ?? usualTimeoutMs,
    retries: 0,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > longestWaitMs,
  }).setToken(patient.env.token)
  try {
    const user = (await rest.get(Routes.user())) as APIUser
    const application = await applicationOf(rest)
    const servers = await serversOf(rest, mostServers)
    const configs = patient.sections.map(configOf)
    const link = inviteLink({ application: application?.id ?? user.id, needs: patient.needs, configs })
    const found = [
      { what: here(), state: 'ok', detail: say('token', { name: user.username, count: servers.length }) } as const,
      ...ofApplication(application, configs),
      ...ofServers(patient, servers, link),
    ]
    const some = servers.slice(0, mostServers)
    for (const server of some) found.push(...(await ofServer(rest, patient, server, user.id)))
    if (some.length < servers.length)
      found.push({
        what: here(),
        state: 'warn',
        detail: say('many', { count: mostServers }),
        remedy: say('many.mend'),
      })
    return found
  } catch (error) {
    return [troubleOf(error, patient.env.apiUrl)]
  }
}
/** A section that is not whole is the rulebook’s finding; here its defaults do. */
const configOf = (raw: unknown): DiscordConfig => section.safeParse(raw ?? {}).data ?? section.parse({})

/** Compatible servers may have none. */
async function applicationOf(rest: Asking): Promise<APIApplication | undefined> {
  try {
    return (await rest.get(Routes.currentApplication())) as APIApplication
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return undefined
    throw error
  }
}

const flags: Readonly<Record<Privileged, number>> = {
  MessageContent: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  GuildMembers: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
}
function ofApplication(application: APIApplication | undefined, configs: readonly DiscordConfig[]): Finding[] {
  if (!application) return []
  const wanted = wantedIntents(configs).filter((intent): intent is Privileged => intent in flags)
  const off = wanted.filter((intent) => ((application.flags ?? 0) & flags[intent]) === 0)
  const intents = off.map(
    (intent): Finding => ({
      what: here(),
      state: 'warn',
      detail: say('intent.off', (locale) => ({
        intent: intent === 'MessageContent' ? 'Message Content Intent' : 'Server Members Intent',
        without: withoutIntent(intent)[locale] ?? '',
      })),
      remedy: portalSwitch(intent),
    }),
  )
  const granted: Finding = { what: here(), state: 'ok', detail: say('intents') }
  const codeGrant: Finding = {
    what: here(),
    state: 'warn',
    detail: say('code-grant'),
    remedy: say('code-grant.mend'),
  }
  return [
    ...(intents.length > 0 || wanted.length === 0 ? intents : [granted]),
    ...(application.bot_require_code_grant ? [codeGrant] : []),
  ]
}

interface Listed {
  readonly id: string
  readonly name: string
}
function ofServers({ listed }: Patient, servers: readonly Listed[], link: string): Finding[] {
  const invite = say('invite', { link })
  if (servers.length === 0) return [{ what: here(), state: 'warn', detail: say('nowhere'), remedy: invite }]
  const in_ = new Set(servers.map(({ id }) => mint(id)))
  const away = servers.length > mostServers ? [] : listed.filter((ref) => !in_.has(ref))
  return [
    { what: here(), state: 'ok', detail: say('invite.ok', { link }) },
    ...away.map((ref): Finding => ({ what: here(), state: 'warn', detail: say('away', { ref }), remedy: invite })),
  ]
}

async function ofServer(
  rest: Asking,
  patient: Patient,
  { id, name }: Listed,
  bot: string,
): Promise<readonly Finding[]> {
  const ref = mint(id)
  const raw = patient.sectionOf(ref)
  const what = here(name)
  if (raw === undefined)
    return [{ what, state: 'warn', detail: say('unlisted'), remedy: say('unlisted.mend', { ref }) }]
  try {
    const found = findingsIn(await look(rest, id, bot), configOf(raw), patient.needs)
    return found.length > 0 ? found : [{ what, state: 'ok', detail: say('server.ok') }]
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status < 400 || error.status === 401 || error.status >= 500)
      throw error
    return [{ what, state: 'bad', detail: say('gone', { detail: error.message }), remedy: say('gone.mend') }]
  }
}

function troubleOf(error: unknown, apiUrl: string): Finding {
  const place = URL.canParse(apiUrl) ? new URL(apiUrl).host : apiUrl
  const bad = (detail: Finding['detail'], remedy: Finding['detail']): Finding => ({
    what: here(),
    state: 'bad',
    detail,
    remedy,
  })
  if (error instanceof DiscordAPIError && error.status === 401)
    return bad(say('token.refused'), say('token.refused.mend'))
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { status, message } = error
    return bad(say('answered', { place, status, detail: message }), say('answered.mend'))
  }
  if (error instanceof RateLimitError)
    return bad(say('answered', { place, status: 429, detail: error.route }), say('answered.mend'))
  return bad(say('unreachable', { place, detail: reasonOf(error) }), say('unreachable.mend'))
}
/** What lies beneath a "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof Error) return reasonOf(cause)
  return error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no answer in time' : error.message
}
