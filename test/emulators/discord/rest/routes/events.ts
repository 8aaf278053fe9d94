/** Scheduled events of a guild. */
import {
  type APIGuildScheduledEvent,
  AuditLogEvent,
  GuildScheduledEventEntityType as Kind,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10'
import { audit } from '../../acts/audit.ts'
import { DiscordError, Form } from '../../errors.ts'
import { needInGuild } from '../../permissions.ts'
import type { World } from '../../state/world.ts'
import { bodyOf, type Call, nothing, ok, param, type Route, route } from '../call.ts'
import { inGuild } from './members.ts'

const events = '/guilds/{guild_id}/scheduled-events'

interface EventBody {
  name?: string
  description?: string | null
  scheduled_start_time?: string
  scheduled_end_time?: string | null
  entity_type?: Kind
  entity_metadata?: { location?: string } | null
  channel_id?: string | null
  privacy_level?: 2
  status?: Status
}

function check(world: World, body: EventBody, existing?: APIGuildScheduledEvent): void {
  const form = new Form()
  if (!existing)
    for (const key of ['name', 'scheduled_start_time', 'entity_type'] as const) form.required(key, body[key])
  form.length('name', body.name, 100, 1)
  form.length('description', body.description, 1000)
  form.length('entity_metadata.location', body.entity_metadata?.location, 100, 1)
  const start = body.scheduled_start_time
  if (start && Date.parse(start) <= world.now())
    form.wrong('scheduled_start_time', 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.')
  if (!existing && body.entity_type === Kind.External) {
    form.required('scheduled_end_time', body.scheduled_end_time)
    form.required('entity_metadata.location', body.entity_metadata?.location)
  }
  form.done()
}

function create(call: Call) {
  const guild = inGuild(call)
  needInGuild(guild, call.by.id, 'CreateEvents')
  const body = bodyOf<EventBody>(call)
  check(call.world, body)
  const event = {
    id: call.world.id(),
    guild_id: guild.id,
    name: body.name,
    description: body.description ?? null,
    channel_id: body.channel_id ?? null,
    creator_id: call.by.id,
    creator: call.world.users.get(call.by.id)?.api,
    image: null,
    scheduled_start_time: iso(call, body.scheduled_start_time),
    scheduled_end_time: iso(call, body.scheduled_end_time),
    status: Status.Scheduled,
    entity_type: body.entity_type,
    entity_id: null,
    recurrence_rule: null,
    privacy_level: 2,
    user_count: 0,
    guild_scheduled_event_exceptions: [],
    entity_metadata: body.entity_metadata ?? null,
  } as object as APIGuildScheduledEvent
  guild.events.set(event.id, event)
  call.world.tell({ t: 'GUILD_SCHEDULED_EVENT_CREATE', d: event, guild })
  audit(call.world, guild, call.by, AuditLogEvent.GuildScheduledEventCreate, { target: event.id })
  return ok(event)
}

const iso = (call: Call, time: string | null | undefined) => (time ? call.world.iso(Date.parse(time)) : null)

function one(call: Call): APIGuildScheduledEvent {
  const event = inGuild(call).events.get(param(call, 'guild_scheduled_event_id'))
  if (!event) throw new DiscordError('unknownEvent')
  return event
}

function patch(call: Call) {
  const guild = inGuild(call)
  const event = one(call)
  needInGuild(guild, call.by.id, event.creator_id === call.by.id ? 'CreateEvents' : 'ManageEvents')
  const body = bodyOf<EventBody>(call)
  check(call.world, body, event)
  const { scheduled_start_time: start, scheduled_end_time: end } = body
  const times = {
    ...(start && { scheduled_start_time: iso(call, start) }),
    ...(end && { scheduled_end_time: iso(call, end) }),
  }
  Object.assign(event, body, times)
  call.world.tell({ t: 'GUILD_SCHEDULED_EVENT_UPDATE', d: event, guild })
  audit(call.world, guild, call.by, AuditLogEvent.GuildScheduledEventUpdate, { target: event.id })
  return ok(event)
}

function remove(call: Call) {
  const guild = inGuild(call)
  const event = one(call)
  needInGuild(guild, call.by.id, event.creator_id === call.by.id ? 'CreateEvents' : 'ManageEvents')
  guild.events.delete(event.id)
  call.world.tell({ t: 'GUILD_SCHEDULED_EVENT_DELETE', d: event, guild })
  audit(call.world, guild, call.by, AuditLogEvent.GuildScheduledEventDelete, { target: event.id })
  return nothing
}

export const eventRoutes: readonly Route[] = [
  route('GET', events, (call) => ok([...inGuild(call).events.values()])),
  route('POST', events, create),
  route('GET', `${events}/{guild_scheduled_event_id}`, (call) => ok(one(call))),
  route('PATCH', `${events}/{guild_scheduled_event_id}`, patch),
  route('DELETE', `${events}/{guild_scheduled_event_id}`, remove),
  route('GET', `${events}/{guild_scheduled_event_id}/users`, (call) => {
    const event = one(call)
    const ids = [...(inGuild(call).interested.get(event.id) ?? [])]
    const users = ids.map((id) => ({ id, user: call.world.users.get(id)?.api }))
    return ok(users.map(({ id, user }) => ({ guild_scheduled_event_id: event.id, user_id: id, user, response: 1 })))
  }),
]
