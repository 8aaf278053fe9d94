/** Interactions: sent to the bot, answered within 3 seconds, followed up for 15 minutes. */
import {
  type APIMessage,
  type InteractionType,
  InteractionResponseType as Kind,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10'
import { DiscordError, Form } from '../errors.ts'
import { limits } from '../limits.ts'
import { type Interaction, replied } from '../state/interaction.ts'
import type { World } from '../state/world.ts'
import type { Attachment } from './attachments.ts'
import { type ComponentBody, checkContent } from './content.ts'
import { amend, compose, type MessageBody } from './messages.ts'
import { tellMessage } from './tell.ts'

export interface CallbackBody {
  type: Kind
  data?: MessageBody & {
    custom_id?: string
    title?: string
    choices?: { name: string; value: string | number }[]
    components?: ComponentBody[]
  }
}

const fromComponent: readonly InteractionType[] = [3, 5]

/** The one initial response. Late ones get 10062, second ones 40060. */
export function acknowledge(
  world: World,
  id: string,
  token: string,
  body: CallbackBody,
  files: readonly Attachment[],
): { interaction: Interaction; message: APIMessage | undefined } {
  const interaction = world.interactions.get(id)
  if (!interaction || interaction.token !== token) throw new DiscordError('unknownInteraction')
  if (interaction.acknowledged) throw new DiscordError('alreadyAcknowledged')
  if (world.now() - interaction.at > limits.interactionAnswerMs) throw new DiscordError('unknownInteraction')
  const data = body.data ?? {}
  const message = initial(world, interaction, body.type, data, files)
  return { interaction, message }
}

function initial(
  world: World,
  interaction: Interaction,
  kind: Kind,
  data: NonNullable<CallbackBody['data']>,
  files: readonly Attachment[],
): APIMessage | undefined {
  const ephemeral = Boolean((data.flags ?? 0) & MessageFlags.Ephemeral)
  if (kind === Kind.ChannelMessageWithSource) {
    const message = say(world, interaction, data, files, ephemeral)
    Object.assign(interaction, { acknowledged: 'message', original: message.id, ephemeral })
    replied(interaction, { kind: 'message', message, ephemeral })
    return message
  }
  if (kind === Kind.DeferredChannelMessageWithSource) {
    Object.assign(interaction, { acknowledged: 'deferred', ephemeral })
    replied(interaction, { kind: 'deferred', ephemeral })
    return undefined
  }
  if (kind === Kind.ApplicationCommandAutocompleteResult) return choose(interaction, data.choices ?? [])
  if (kind === Kind.Modal) return openModal(interaction, data)
  return updateSource(world, interaction, kind, data, files)
}

function choose(interaction: Interaction, choices: { name: string; value: string | number }[]): undefined {
  const form = new Form()
  if (choices.length > limits.choices)
    form.wrong('data.choices', 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.')
  choices.forEach((choice, i) => {
    form.length(`data.choices.${i}.name`, choice.name, 100, 1)
    if (typeof choice.value === 'string') form.length(`data.choices.${i}.value`, choice.value, 100)
  })
  form.done()
  interaction.acknowledged = 'choices'
  replied(interaction, { kind: 'choices', choices, ephemeral: true })
}

function openModal(interaction: Interaction, data: NonNullable<CallbackBody['data']>): undefined {
  const { custom_id = '', title = '', components = [] } = data
  const form = new Form()
  form.length('data.custom_id', custom_id, limits.customId, 1)
  form.length('data.title', title, limits.modalTitle, 1)
  if (components.length === 0 || components.length > limits.modalRows)
    form.wrong('data.components', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')
  form.done()
  if (interaction.type === 5) throw new DiscordError('invalidForm')
  interaction.acknowledged = 'modal'
  replied(interaction, { kind: 'modal', modal: { custom_id, title, components }, ephemeral: true })
}

function updateSource(
  world: World,
  interaction: Interaction,
  kind: Kind,
  data: NonNullable<CallbackBody['data']>,
  files: readonly Attachment[],
): APIMessage | undefined {
  const { source } = interaction
  if (!source || !fromComponent.includes(interaction.type)) throw new DiscordError('invalidForm')
  interaction.original = source.id
  if (kind === Kind.DeferredMessageUpdate) {
    interaction.acknowledged = 'deferredUpdate'
    replied(interaction, { kind: 'deferred', ephemeral: true })
    return undefined
  }
  if (kind !== Kind.UpdateMessage) throw new DiscordError('invalidForm')
  change(world, interaction, source, data, files)
  interaction.acknowledged = 'update'
  replied(interaction, { kind: 'update', message: source, ephemeral: isEphemeral(source) })
  return source
}

const isEphemeral = (message: APIMessage) => Boolean((message.flags ?? 0) & MessageFlags.Ephemeral)

/** A message of the bot's, into the channel or to the user alone. */
function say(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  files: readonly Attachment[],
  ephemeral: boolean,
): APIMessage {
  if (!body.content && !body.embeds?.length && !body.components?.length && files.length === 0)
    throw new DiscordError('emptyMessage')
  checkContent(body)
  const { channel } = interaction
  const flags = (body.flags ?? 0) | (ephemeral ? MessageFlags.Ephemeral : 0)
  const type = interaction.type === 2 ? MessageType.ChatInputCommand : MessageType.Reply
  const message = compose(
    world,
    channel,
    world.bot.id,
    { ...body, flags },
    { type, files, fields: origin(world, interaction) },
  )
  if (ephemeral) interaction.whispered.set(message.id, message)
  else {
    channel.messages.add(message)
    channel.api.last_message_id = message.id
    tellMessage(world, channel, 'MESSAGE_CREATE', message)
  }
  return message
}

function origin(world: World, interaction: Interaction): object {
  const owners = { '0': interaction.guild?.id ?? '0' }
  const user = world.users.get(interaction.user)?.api
  const base = { id: interaction.id, type: interaction.type, user, authorizing_integration_owners: owners }
  const { source, type } = interaction
  const pressed = source && { interacted_message_id: source.id }
  // What opened a form: a button where it stands under a message, a command otherwise.
  const opener = { ...base, type: source ? 3 : 2, ...pressed }
  return {
    webhook_id: world.application,
    application_id: world.application,
    interaction_metadata:
      type === 5 ? { ...base, triggering_interaction_metadata: opener } : { ...base, ...(type === 3 && pressed) },
  }
}

function change(
  world: World,
  interaction: Interaction,
  message: APIMessage,
  body: MessageBody,
  files: readonly Attachment[],
): void {
  amend(world, interaction.channel, message, body, files)
  if (!isEphemeral(message)) tellMessage(world, interaction.channel, 'MESSAGE_UPDATE', message)
}

/** The interaction behind a webhook token, for fifteen minutes. Tokens begin with the interaction's id. */
export function byToken(world: World, token: string): Interaction {
  const interaction = world.interactions.get(token.split('.')[0] ?? '')
  if (interaction?.token !== token) throw new DiscordError('unknownWebhook')
  if (world.now() - interaction.at > limits.interactionTokenMs) throw new DiscordError('invalidWebhookToken')
  return interaction
}

/** A further message. The first one after a deferral is the answer itself, as private as the deferral was. */
export function followUp(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  files: readonly Attachment[],
): APIMessage {
  if (!interaction.acknowledged) throw new DiscordError('unknownWebhook')
  const first = interaction.acknowledged === 'deferred' && interaction.original === undefined
  const ephemeral = first ? interaction.ephemeral : Boolean((body.flags ?? 0) & MessageFlags.Ephemeral)
  const message = say(world, interaction, body, files, ephemeral)
  if (first) interaction.original = message.id
  replied(interaction, { kind: first ? 'edit' : 'followUp', message, ephemeral })
  return message
}

/** @param id a message's id, or `@original` */
export function answerMessage(interaction: Interaction, id: string): APIMessage {
  const wanted = id === '@original' ? interaction.original : id
  const found = wanted && (interaction.whispered.get(wanted) ?? interaction.channel.messages.get(wanted))
  const source = interaction.source?.id === wanted ? interaction.source : undefined
  const message = found || source
  if (!message) throw new DiscordError('unknownMessage')
  return message
}

/** Editing `@original` after a deferral is what brings the answer. */
export function editAnswer(
  world: World,
  interaction: Interaction,
  id: string,
  body: MessageBody,
  files: readonly Attachment[],
): APIMessage {
  if (id === '@original' && interaction.acknowledged === 'deferred' && !interaction.original) {
    const message = say(world, interaction, body, files, interaction.ephemeral)
    interaction.original = message.id
    replied(interaction, { kind: 'edit', message, ephemeral: interaction.ephemeral })
    return message
  }
  const message = answerMessage(interaction, id)
  change(world, interaction, message, body, files)
  replied(interaction, { kind: 'edit', message, ephemeral: isEphemeral(message) })
  return message
}

export function deleteAnswer(world: World, interaction: Interaction, id: string): void {
  if (id === '@original' && interaction.acknowledged === 'deferred' && interaction.original === undefined) {
    interaction.original = '' // the waiting answer itself: what follows is a message of its own
    return
  }
  const message = answerMessage(interaction, id)
  if (interaction.whispered.delete(message.id)) return
  const { channel, guild } = interaction
  channel.messages.delete(message.id)
  const d = { id: message.id, channel_id: channel.api.id, ...(guild && { guild_id: guild.id }) }
  world.tell({ t: 'MESSAGE_DELETE', d, channel, ...(guild && { guild }) })
}
