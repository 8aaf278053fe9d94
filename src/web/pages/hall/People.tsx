/** Everybody in the group: those here first; a name finds who is not among the first. */
import { Button, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import type { Me, Person } from '../../../../adapters/web/wire.ts'
import { problemText } from '../problems.ts'
import { Refusal, request } from '../request.ts'
import { Avatar } from './Avatar.tsx'
import classes from './room.module.css'
import { say } from './words.ts'

/** Drawn of each part at once, and how many there have to be before looking for one is offered. */
const most = 100
const many = 20

interface PeopleProps {
  readonly people: readonly Person[]
  readonly here: readonly string[]
  readonly me: Me | undefined
}
export function People({ people, here, me }: PeopleProps) {
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim().toLocaleLowerCase())
  const present = new Set(here)
  const found = people.filter((person) => person.name.toLocaleLowerCase().includes(wanted))
  const parts = [
    { title: say('peopleHere'), list: found.filter((person) => present.has(person.user)), away: false },
    { title: say('peopleAway'), list: found.filter((person) => !present.has(person.user)), away: true },
  ]
  return (
    <>
      {people.length > many && (
        <TextInput
          type="search"
          mb="md"
          aria-label={say('peopleFind')}
          placeholder={say('peopleFind')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <p>{say('peopleNone')}</p>}
      {parts
        .filter((part) => part.list.length > 0)
        .map(({ title, list, away }) => (
          <section key={title}>
            <h2 className={classes.peopleHeading}>
              {title} · {list.length}
            </h2>
            <ul className={classes.peopleList}>
              {list.slice(0, most).map((person) => (
                <PersonLine key={person.user} person={person} me={me} away={away} />
              ))}
            </ul>
            {list.length > most && <p className={classes.away}>{say('peopleMore', { n: list.length - most })}</p>}
          </section>
        ))}
    </>
  )
}

interface PersonLineProps {
  readonly person: Person
  readonly me: Me | undefined
  readonly away: boolean
}
const PersonLine = ({ person, me, away }: PersonLineProps) => (
  <li>
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
    {me?.role === 'owner' && person.role === 'moderator' && <Dismiss person={person} />}
  </li>
)

/** Makes a moderator a member again. Asked twice: on a phone the finger is wider than the button. */
function Dismiss({ person }: { readonly person: Person }) {
  const [sure, setSure] = useState(false)
  const [fault, setFault] = useState<string>()
  const dismiss = async () => {
    if (!sure) return setSure(true)
    try {
      await request(`/api/hall/staff/${encodeURIComponent(person.user)}`, { method: 'DELETE' })
    } catch (error) {
      setFault(problemText(error instanceof Refusal ? error.code : 'failed'))
    }
    setSure(false)
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dismiss} onBlur={() => setSure(false)}>
        {say(sure ? 'dismissSure' : 'dismiss', { name: person.name })}
      </Button>
      {fault && <span role="alert">{fault}</span>}
    </>
  )
}
