/** A face for somebody who has none: the first letter on a colour of their own; the lantern for the bot. */
import { Lantern } from '../Lantern.tsx'
import classes from './stream.module.css'

/** Eight quiet grounds, chosen by account: the same person has the same colour everywhere. */
const grounds = 8
const groundOf = (user: string) =>
  [...user].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % grounds

const letters = new Intl.Segmenter()

export function Avatar({ user, name }: { readonly user: string; readonly name: string }) {
  const first = letters.segment(name.trim() || '·').containing(0)?.segment ?? '·'
  return (
    <span className={classes.avatar} data-ground={groundOf(user)} aria-hidden="true">
      {first.toLocaleUpperCase()}
    </span>
  )
}
export const BotAvatar = () => (
  <span className={`${classes.avatar} ${classes.botAvatar}`} aria-hidden="true">
    <Lantern size={20} />
  </span>
)
