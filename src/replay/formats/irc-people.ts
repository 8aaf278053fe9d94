/**
 * Who is who in a day's log: a rename is the same member continuing. A nick that its holder gave up may be taken by
 * somebody else ("Guest1", "ubuntu"), so what is joined are holdings of nicks, not nicks.
 */
import type { IrcLine } from './irc-line.ts'

interface Holding {
  readonly nick: string
  parent: Holding | undefined
}
const fold = (nick: string) => nick.toLowerCase()
const rootOf = (holding: Holding): Holding => {
  let root = holding
  while (root.parent) root = root.parent
  return root
}

export interface People {
  /** Of each line: the account that did it, as the lower-case nick that is its name; undefined where nobody did. */
  readonly accounts: readonly (string | undefined)[]
  /** Accounts by the nicks (lower-case) they held in this log; the last holder where there were several. */
  readonly byNick: ReadonlyMap<string, string>
}

/** `weight`: how much a nick (lower-case) speaks in all logs; a member with several goes under the heaviest. */
export function peopleOf(lines: readonly IrcLine[], weight: ReadonlyMap<string, number>): People {
  const held = new Map<string, Holding>()
  const all: Holding[] = []
  const hold = (written: string) => {
    const nick = fold(written)
    const known = held.get(nick)
    if (known) return known
    const holding: Holding = { nick, parent: undefined }
    held.set(nick, holding)
    all.push(holding)
    return holding
  }
  const doers = lines.map((line) => {
    if (!('nick' in line)) return undefined
    const holding = hold(line.nick)
    if (line.is === 'rename' && fold(line.to) !== holding.nick) {
      join(holding, hold(line.to))
      held.delete(holding.nick)
    }
    return holding
  })
  const names = namesOf(all, weight)
  const accountOf = (holding: Holding) => names.get(rootOf(holding)) ?? holding.nick
  return {
    accounts: doers.map((holding) => holding && accountOf(holding)),
    byNick: new Map(all.map((holding) => [holding.nick, accountOf(holding)])),
  }
}

function join(one: Holding, other: Holding) {
  const first = rootOf(one)
  const second = rootOf(other)
  if (first !== second) second.parent = first
}
/** The heaviest of a member's nicks; one that others held as well only where there is no other. */
function namesOf(all: readonly Holding[], weight: ReadonlyMap<string, number>): Map<Holding, string> {
  const holders = new Map<string, Holding | 'several'>()
  for (const { nick, root } of all.map((holding) => ({ nick: holding.nick, root: rootOf(holding) }))) {
    const known = holders.get(nick)
    holders.set(nick, known === undefined || known === root ? root : 'several')
  }
  const worth = (nick: string) => (holders.get(nick) === 'several' ? -1 : (weight.get(nick) ?? 0))
  const names = new Map<Holding, string>()
  for (const holding of all) {
    const root = rootOf(holding)
    const best = names.get(root)
    if (best === undefined || worth(holding.nick) > worth(best)) names.set(root, holding.nick)
  }
  return names
}
