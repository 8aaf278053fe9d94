import type { Me, Person } from '../../../../adapters/web/wire.ts'
import { Avatar } from './Avatar.tsx'
import classes from './room.module.css'
import { say } from './words.ts'

interface PeopleProps {
  readonly people: readonly Person[]
  readonly here: readonly string[]
  readonly me: Me | undefined
}
/** Everybody in the group: those here first. */
export function People({ people, here, me }: PeopleProps) {
  const present = new Set(here)
  const parts = [
    { title: say('peopleHere'), list: people.filter((person) => present.has(person.user)), away: false },
    { title: say('peopleAway'), list: people.filter((person) => !present.has(person.user)), away: true },
  ]
  return parts
    .filter((part) => part.list.length > 0)
    .map(({ title, list, away }) => (
      <section key={title}>
        <h2 className={classes.peopleHeading}>
          {title} · {list.length}
        </h2>
        <ul className={classes.peopleList}>
          {list.map((person) => (
            <li key={person.user}>
              <Avatar user={person.user} name={person.name} />
              <span className={`${classes.person} ${away ? classes.away : ''}`}>
                {person.name}
                {person.user === me?.user && ` (${say('you')})`}
              </span>
              {person.role !== 'member' && <span className={classes.badge}>{say(person.role)}</span>}
              {person.titles.map((title) => (
                <span key={title} className={classes.badge}>
                  {title}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
    ))
}
