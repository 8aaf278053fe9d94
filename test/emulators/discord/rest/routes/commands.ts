/** Application commands, global and per guild: bulk overwrite and one by one. */
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10'
import { DiscordError, Form } from '../../errors.ts'
import { limits } from '../../limits.ts'
import { bodyOf, type Call, created, nothing, ok, param, type Route, route } from '../call.ts'
import { inGuild } from './members.ts'

type Body = Omit<APIApplicationCommand, 'id' | 'application_id' | 'version'> & { id?: string }

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

function shelf(call: Call): Map<string, APIApplicationCommand> {
  return call.params.guild_id ? inGuild(call).commands : call.world.commands
}

function check(bodies: readonly Body[]): void {
  const form = new Form()
  const slash = bodies.filter((body) => (body.type ?? 1) === 1)
  const menus = bodies.length - slash.length
  if (slash.length > limits.chatInputCommands || menus > limits.contextMenuCommands * 2)
    throw new DiscordError('tooManyCommands')
  bodies.forEach((body, i) => {
    checkOne(form, body, String(i))
  })
  const names = bodies.map((body) => `${body.type ?? 1}:${body.name}`)
  if (new Set(names).size < names.length)
    form.wrong('name', 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
  form.done()
}

function checkOne(form: Form, body: Body, path: string): void {
  form.required(`${path}.name`, body.name)
  form.length(`${path}.name`, body.name, limits.commandName, 1)
  if ((body.type ?? 1) !== 1) return
  const names = [body.name, ...Object.values(body.name_localizations ?? {})]
  for (const name of names)
    if (!name || !slashName.test(name) || name !== name.toLowerCase())
      form.wrong(`${path}.name`, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  form.required(`${path}.description`, body.description)
  form.length(`${path}.description`, body.description, limits.commandDescription, 1)
  checkOptions(form, body.options ?? [], `${path}.options`)
}

function checkOptions(form: Form, options: readonly APIApplicationCommandOption[], path: string): void {
  if (options.length > limits.commandOptions) form.wrong(path, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.')
  let optional = false
  options.forEach((option, i) => {
    const here = `${path}.${i}`
    if (!slashName.test(option.name) || option.name !== option.name.toLowerCase())
      form.wrong(`${here}.name`, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
    form.length(`${here}.description`, option.description, limits.commandDescription, 1)
    if (option.required && optional)
      form.wrong(here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options must be placed before others')
    optional ||= !option.required
    if ('choices' in option && (option.choices?.length ?? 0) > limits.choices)
      form.wrong(`${here}.choices`, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.')
    if ('options' in option) checkOptions(form, option.options ?? [], `${here}.options`)
  })
}

/** A command of the same name and type keeps its id, as on Discord. */
function stored(call: Call, body: Body, earlier?: APIApplicationCommand): APIApplicationCommand {
  const { world } = call
  const { options = [], id: _, ...rest } = body
  const command = {
    ...earlier,
    id: earlier?.id ?? world.id(),
    application_id: world.application,
    version: world.id(),
    ...rest,
    type: body.type ?? earlier?.type ?? 1,
    description: body.description ?? earlier?.description ?? '',
    default_member_permissions: body.default_member_permissions ?? null,
    name_localizations: body.name_localizations ?? null,
    description_localizations: body.description_localizations ?? null,
    nsfw: body.nsfw ?? false,
    integration_types: body.integration_types ?? [0],
    contexts: body.contexts ?? null,
    ...(options.length > 0 && { options }),
    ...(call.params.guild_id && { guild_id: call.params.guild_id }),
  }
  return command as APIApplicationCommand
}

/** Compatible servers leave the ids out of their answers. */
function shown(call: Call, command: APIApplicationCommand): object {
  const { id, version, ...rest } = command
  const lean = call.world.options.compatible ? rest : { ...rest, id, version }
  return call.query.get('with_localizations') === 'true' || call.params.command_id || call.world.options.compatible
    ? lean
    : { ...lean, name_localizations: undefined, description_localizations: undefined }
}

function same(all: Map<string, APIApplicationCommand>, body: Body): APIApplicationCommand | undefined {
  return [...all.values()].find((other) => other.name === body.name && other.type === (body.type ?? 1))
}

function one(call: Call): APIApplicationCommand {
  const found = shelf(call).get(param(call, 'command_id'))
  if (!found) throw new DiscordError('unknownCommand')
  return found
}

function overwrite(call: Call) {
  const bodies = Array.isArray(call.body) ? (call.body as Body[]) : []
  check(bodies)
  const all = shelf(call)
  const next = bodies.map((body) => stored(call, body, same(all, body)))
  all.clear()
  for (const command of next) all.set(command.id, command)
  return ok(next.map((command) => shown(call, command)))
}

function create(call: Call) {
  const body = bodyOf<Body>(call)
  check([body])
  const earlier = same(shelf(call), body)
  const command = stored(call, body, earlier)
  shelf(call).set(command.id, command)
  return earlier ? ok(shown(call, command)) : created(shown(call, command))
}

function patch(call: Call) {
  const earlier = one(call)
  const body = { ...earlier, ...bodyOf<Partial<Body>>(call) }
  check([body])
  const command = stored(call, body, earlier)
  shelf(call).set(command.id, command)
  return ok(shown(call, command))
}

const shelves = ['/applications/{application_id}/commands', '/applications/{application_id}/guilds/{guild_id}/commands']

/** Per-command permissions are the guild's own affair; the emulator's guilds have set none. */
const permissions = route('GET', '/applications/{application_id}/guilds/{guild_id}/commands/permissions', (call) => {
  inGuild(call)
  return ok([])
})

const onShelves = shelves.flatMap((base) => [
  route('GET', base, (call) => ok([...shelf(call).values()].map((command) => shown(call, command)))),
  route('PUT', base, overwrite),
  route('POST', base, create),
  route('GET', `${base}/{command_id}`, (call) => ok(shown(call, one(call)))),
  route('PATCH', `${base}/{command_id}`, patch),
  route('DELETE', `${base}/{command_id}`, (call) => {
    shelf(call).delete(one(call).id)
    return nothing
  }),
])

export const commandRoutes: readonly Route[] = [permissions, ...onShelves]
