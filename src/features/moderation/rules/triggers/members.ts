/** Triggers that look at members rather than messages, and at what moderation itself did. */
import { Reading } from '../../reading.ts'
import type { Happening, Test } from '../happening.ts'
import type { Params } from '../schema/triggers.ts'
import { inviteIn } from './links.ts'
import { type Made, noPatternLook, onlyLook, patternLook, wordLook } from './written.ts'

const when =
  (holds: (now: Happening) => boolean | undefined, found: (now: Happening) => string): Test =>
  (now) =>
    holds(now) ? found(now) : undefined
const lines = (kept: string | undefined) => (kept ? kept.split('\n') : [])

export const memberTriggers = {
  join: ({ again }: Params['join']) =>
    when(
      (now) => again === undefined || now.again === again,
      (now) => (now.again ? 'again' : 'first'),
    ),
  leave: ({ within, how }: Params['leave']) =>
    when(
      ({ at, member, how: left = 'left' }) =>
        (how?.includes(left) ?? true) && (within === undefined || at - member.joinedAt <= within),
      ({ at, member, how: left = 'left' }) => `${left} ${Math.round((at - member.joinedAt) / 1000)}s`,
    ),
  rename:
    (_: Params['rename']): Test =>
    ({ member }, { profile }) =>
      profile && profile.name !== '' && profile.name !== member.name ? 'renamed' : undefined,
  name: ({ words, onlyWords, regex, notRegex, invite, link }: Params['name'], made: Made): Test => {
    const looks = [
      ...(words ? [wordLook(words, made)] : []),
      ...(onlyWords ? [onlyLook(onlyWords, made)] : []),
      ...(regex ? [patternLook(regex, made)] : []),
      ...(notRegex ? [noPatternLook(notRegex, made)] : []),
      ...(invite ? [(reading: Reading) => inviteIn(reading, [])] : []),
      ...(link ? [(reading: Reading) => reading.reachable.links[0]?.host] : []),
    ]
    return ({ member, heard }, { profile }) => {
      if (heard === 'update' && profile?.name === member.name) return undefined
      const reading = new Reading({ text: member.name, mentions: 0, newcomer: false, raider: false })
      for (const look of looks) {
        const found = look(reading)
        if (found !== undefined) return found
      }
      return undefined
    }
  },
  rolesGiven:
    (wanted: Params['rolesGiven']): Test =>
    ({ roles }, { profile }) =>
      profile && roles?.find((role) => wanted.includes(role) && !lines(profile.roles).includes(role)),
  rolesTaken:
    (wanted: Params['rolesTaken']): Test =>
    ({ roles }, { profile }) =>
      roles && lines(profile?.roles).find((role) => wanted.includes(role) && !roles.includes(role)),
  reaction: ({ emojis, removed }: Params['reaction']) =>
    when(
      ({ reaction }) => reaction && reaction.removed === removed && (emojis?.includes(reaction.emoji) ?? true),
      ({ reaction }) => reaction?.emoji ?? '',
    ),
  filtered: ({ rule }: Params['filtered']) =>
    when(
      ({ filter }) => rule === undefined || filter === rule,
      ({ filter = '' }) => filter,
    ),
  case: ({ deeds, by }: Params['case']) =>
    when(
      (now) => (by === undefined || now.by === by) && (deeds?.some((deed) => now.deeds?.includes(deed)) ?? true),
      (now) => (now.deeds ?? []).join(', '),
    ),
  raid: ({ is }: Params['raid']) =>
    when(
      (now) => now.raid === is,
      () => is,
    ),
}
