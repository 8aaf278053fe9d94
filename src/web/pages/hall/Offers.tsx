import { useEffect, useRef } from 'react'
import { inLocale } from '../texts.ts'
import { Avatar } from './Avatar.tsx'
import classes from './composer.module.css'
import type { Offer } from './suggest.ts'
import { say } from './words.ts'

interface OffersProps {
  readonly offers: readonly Offer[]
  readonly chosen: number
  readonly accept: (offer: Offer) => void
}
/** The list above the composer; the focus stays in the text, the arrows move the mark. */
export function Offers({ offers, chosen, accept }: OffersProps) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving the mark is what brings it into sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const [first] = offers
  if (!first) return null
  return (
    <div
      id="offers"
      ref={list}
      role="listbox"
      aria-label={say(first.type === 'command' ? 'commands' : 'mention')}
      className={classes.offers}
    >
      {offers.map((offer, n) => (
        <div
          key={offer.id}
          id={offer.id}
          role="option"
          tabIndex={-1}
          aria-selected={n === chosen}
          className={classes.offer}
          onPointerDown={(event) => {
            event.preventDefault() // the focus stays in the text
            accept(offer)
          }}
        >
          {offer.type === 'command' ? <CommandOffer {...offer} /> : <PersonOffer {...offer} />}
        </div>
      ))}
    </div>
  )
}

const CommandOffer = ({ card }: Extract<Offer, { type: 'command' }>) => (
  <>
    <strong>/{card.name}</strong>
    {card.aliases[0] && <span className={classes.alias}>{card.aliases[0]}</span>}
    <span className={classes.about}>{inLocale(card.about)}</span>
  </>
)
const PersonOffer = ({ person }: Extract<Offer, { type: 'person' }>) => (
  <>
    <Avatar user={person.user} name={person.name} />
    <span>{person.name}</span>
    {person.role !== 'member' && <span className={classes.about}>{say(person.role)}</span>}
  </>
)
