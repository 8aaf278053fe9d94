/** What the page said, done by the adapter as the one who said it. */
import type { Actor, Hall } from '../../../adapters/web/index.ts'
import type { Said, Told } from '../../../adapters/web/wire.ts'
import type { FieldError } from '../../core/adapter.ts'

type Handler<K extends Said['type']> = (hall: Hall, by: Actor, said: Extract<Said, { type: K }>) => Promise<Told>
const doneWith = (said: Said, id?: string): Told => ({ type: 'done', nonce: said.nonce, ...(id && { id }) })
const answered = (said: Said, errors: readonly FieldError[]): Told =>
  errors.length === 0 ? doneWith(said) : { type: 'refused', nonce: said.nonce, code: 'command', errors }

/** All but `open`, which is about the socket. */
const deeds: { readonly [K in Exclude<Said['type'], 'open'>]: Handler<K> } = {
  post: async (hall, by, said) => doneWith(said, await hall.post(by, said)),
  edit: async (hall, by, said) => {
    await hall.edit(by, said)
    return doneWith(said)
  },
  remove: async (hall, by, said) => {
    await hall.remove(by, said)
    return doneWith(said)
  },
  react: async (hall, by, said) => {
    await hall.react(by, said)
    return doneWith(said)
  },
  command: async (hall, by, said) => answered(said, await hall.command(by, said)),
  choose: async (hall, by, said) => answered(said, await hall.choose(by, said)),
  read: async (hall, by, said) => {
    await hall.read(by, said.group, said.seq)
    return doneWith(said)
  },
  leave: async (hall, by, said) => {
    await hall.leave(by, said.group)
    return doneWith(said)
  },
}

export function deed(hall: Hall, by: Actor, said: Exclude<Said, { type: 'open' }>): Promise<Told> {
  const handler = deeds[said.type] as Handler<typeof said.type>
  return handler(hall, by, said)
}
