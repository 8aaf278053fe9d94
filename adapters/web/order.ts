/** What people ask of the bot: commands from the form, and buttons. Both wait for the engine's answer. */
import type { FieldError } from '../../src/core/adapter.ts'
import type { CommandCard } from '../../src/core/command.ts'
import type { Event } from '../../src/core/event.ts'
import { type Actor, deedId, done, type Ground, maySpeak, placeOf, tellPost } from './ground.ts'
import { findPost, insertPost } from './posts.ts'
import { Problem } from './problem.ts'
import type { Choice, Said } from './wire.ts'

type Deed<K extends Said['type']> = Extract<Said, { type: K }>
/** Empty where it was done. */
type Errors = readonly FieldError[]

/** Whether the actor may is the engine's to say: the rulebook can make somebody more than the hall knows. */
export async function command(ground: Ground, by: Actor, said: Deed<'command'>): Promise<Errors> {
  const card = ground.commands().find((known) => known.name === said.name)
  if (!card) throw new Problem('not_found')
  await (card.private ? placeOf : maySpeak)(ground, by, said.group)
  const id = deedId(by.user, said.nonce)
  const seq = ground.sequence.next()
  const event = { ...done(ground, by, said.group, id), type: 'command' as const, name: card.name, input: said.input }
  const errors = await ask(ground, event, seq)
  if (errors.length === 0) await note(ground, by, card, event, seq)
  return errors
}

/** "Mei: /rules", above the answer, so that others know why the bot spoke. What was filled in is not shown. */
async function note(
  ground: Ground,
  by: Actor,
  card: CommandCard,
  event: { id: string; at: number; group: string },
  seq: number,
) {
  const kept = await insertPost(ground.db, {
    id: event.id,
    group_id: event.group,
    seq,
    changed: ground.sequence.next(),
    at: event.at,
    kind: 'command',
    user_id: by.user,
    name: by.name,
    text: card.name,
    only_for: card.private ? by.user : '',
  })
  if (kept) await tellPost(ground, event.id)
}

export async function choose(ground: Ground, by: Actor, said: Deed<'choose'>): Promise<Errors> {
  await placeOf(ground, by, said.group)
  const message = await findPost(ground.db, said.message)
  const offered = message?.group_id === said.group && (message.only_for === '' || message.only_for === by.user)
  if (!message || !offered || message.ask !== said.ask) throw new Problem('not_found')
  const options = JSON.parse(message.options) as Choice[]
  if (!options.some((option) => option.id === said.option)) throw new Problem('not_found')
  const id = deedId(by.user, said.nonce)
  const { ask: askId, option } = said
  const event = {
    ...done(ground, by, said.group, id),
    type: 'choice' as const,
    ask: askId,
    option,
    message: message.id,
  }
  return ask(ground, event, ground.sequence.next())
}

async function ask(ground: Ground, event: Event, seq: number): Promise<Errors> {
  await ground.db.transaction().execute((open) => ground.waiting.store(open, event, seq))
  const receipt = await ground.waiting.deliver(event)
  return receipt.ok ? [] : receipt.errors
}
