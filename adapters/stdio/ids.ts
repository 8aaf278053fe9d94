/** Ids on the wire are the program's own; inside they carry the door's name. */
import type { Action } from '../../src/core/action.ts'
import type { Event } from '../../src/core/event.ts'

const prefix = 'stdio:'
const inward = (id: string) => prefix + id
export const outward = (id: string) => (id.startsWith(prefix) ? id.slice(prefix.length) : id)

/** A message keeps its id as the program knows it, since actions speak of it. */
export function eventInward(event: Event): Event {
  return {
    ...event,
    id: inward(event.id),
    group: inward(event.group),
    ...('user' in event && event.user !== undefined && { user: inward(event.user) }),
    ...('invitedBy' in event && event.invitedBy !== undefined && { invitedBy: inward(event.invitedBy) }),
    ...('mentions' in event && event.mentions && { mentions: event.mentions.map(inward) }),
    ...('target' in event && { target: inward(event.target) }),
    ...(event.type === 'message' && { message: event.message ?? event.id }),
  } as Event
}
export function actionOutward(action: Action): Action {
  return {
    ...action,
    group: outward(action.group),
    ...('user' in action && action.user !== undefined && { user: outward(action.user) }),
    ...('mentions' in action &&
      action.mentions && { mentions: action.mentions.map(({ user, name }) => ({ user: outward(user), name })) }),
  } as Action
}
