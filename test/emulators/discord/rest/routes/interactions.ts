/** Callbacks and the webhook of an interaction's token. Neither asks for the bot's own token. */
import {
  acknowledge,
  answerMessage,
  byToken,
  type CallbackBody,
  deleteAnswer,
  editAnswer,
  followUp,
} from '../../acts/interactions.ts'
import type { MessageBody } from '../../acts/messages.ts'
import { bodyOf, type Call, nothing, ok, param, type Route, route } from '../call.ts'

const answers = '/webhooks/{webhook_id}/{webhook_token}'
const of = (call: Call) => byToken(call.world, param(call, 'webhook_token'))

function callback(call: Call) {
  const [id, token] = [param(call, 'interaction_id'), param(call, 'interaction_token')]
  const body = bodyOf<CallbackBody>(call)
  const { interaction, message } = acknowledge(call.world, id, token, body, call.files)
  if (call.query.get('with_response') !== 'true') return nothing
  return ok({
    interaction: {
      id,
      type: interaction.type,
      ...(message && { response_message_id: message.id }),
      response_message_loading: interaction.acknowledged === 'deferred',
      response_message_ephemeral: interaction.ephemeral,
    },
    ...(message && { resource: { type: body.type, message } }),
  })
}

/** The message's id, or `@original` by its own literal path. */
const target = (call: Call) => call.params.message_id ?? '@original'

const messageRoutes = ['@original', '{message_id}'].flatMap((which) => [
  route('GET', `${answers}/messages/${which}`, (call) => ok(answerMessage(of(call), target(call)))),
  route('PATCH', `${answers}/messages/${which}`, (call) =>
    ok(editAnswer(call.world, of(call), target(call), bodyOf<MessageBody>(call), call.files)),
  ),
  route('DELETE', `${answers}/messages/${which}`, (call) => {
    deleteAnswer(call.world, of(call), target(call))
    return nothing
  }),
])

export const interactionRoutes: readonly Route[] = [
  route('POST', '/interactions/{interaction_id}/{interaction_token}/callback', callback),
  route('POST', answers, (call) => ok(followUp(call.world, of(call), bodyOf<MessageBody>(call), call.files))),
  ...messageRoutes,
].map((each) => ({ ...each, open: true }))
