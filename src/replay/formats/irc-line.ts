/** One line of an IRC log, in the words of the log. */

export type IrcLine = Readonly<
  | { is: 'message'; time: string | undefined; nick: string; text: string; action: boolean }
  | { is: 'join'; time: string | undefined; nick: string; channel: string }
  | { is: 'leave'; time: string | undefined; nick: string; channel: string | undefined; how: 'left' | 'kicked' }
  | { is: 'rename'; time: string | undefined; nick: string; to: string }
  | { is: 'mode'; time: string | undefined; channel: string; change: string; by: string }
  | { is: 'blank' }
  | { is: 'unknown' }
>

const stamp = /^\[(\d{1,2}:\d{2}(?::\d{2})?)\] ?/
const message = /^<([^>\s][^>]*)>(?: (.*))?$/
const action = /^ {0,2}\* (\S+)(?: (.*))?$/
const joined = /^(\S.*?) +\[.*\] +has joined ([#&+!]\S*)$/
const left = /^(\S.*?) +\[.*\] +has left ([#&+!]\S*)(?: .*)?$/
const quit = /^(\S.*?) +\[.*\] +has quit(?: .*)?$/
const kicked = /^(\S+) (?:was|has been) kicked (?:off|from) ([#&+!]\S*) by .*$/
const renamed = /^(\S.*?) is now known as (\S.*)$/
const mode = /^mode\/([#&+!]\S*) \[(.*)\] +by (\S.*)$/
const deed = /^((?:\S*\] )?\S+) +(\S.*)$/

/** The logger wrote a space after each `]` of a nick, "[cc] smart": nicks have none. */
const nickOf = (written: string) => written.replaceAll(' ', '')

export function parseIrcLine(raw: string): IrcLine {
  if (raw.trim() === '') return { is: 'blank' }
  const stamped = stamp.exec(raw)
  const time = stamped?.[1]
  const rest = stamped ? raw.slice(stamped[0].length) : raw
  if (rest.startsWith('=== ')) return notice(rest.slice(4).trimStart(), time)
  const said = message.exec(rest)
  if (said) return { is: 'message', time, nick: nickOf(said[1]!), text: said[2] ?? '', action: false }
  const did = action.exec(rest)
  if (did && (time !== undefined || rest.startsWith('*'))) {
    return { is: 'message', time, nick: nickOf(did[1]!), text: did[2] ?? '', action: true }
  }
  return { is: 'unknown' }
}

/** IRC itself allows 512 bytes a line; the patterns below are not for much more than that. */
const noticeLimit = 2000

function notice(text: string, time: string | undefined): IrcLine {
  if (text.length > noticeLimit) return { is: 'unknown' }
  const join = joined.exec(text)
  if (join) return { is: 'join', time, nick: nickOf(join[1]!), channel: join[2]! }
  const leave = left.exec(text) ?? quit.exec(text)
  if (leave) return { is: 'leave', time, nick: nickOf(leave[1]!), channel: leave[2], how: 'left' }
  const kick = kicked.exec(text)
  if (kick) return { is: 'leave', time, nick: nickOf(kick[1]!), channel: kick[2], how: 'kicked' }
  const change = mode.exec(text)
  if (change) return { is: 'mode', time, channel: change[1]!, change: change[2]!, by: nickOf(change[3]!) }
  const rename = renamed.exec(text)
  if (rename && (nickOf(rename[1]!) === rename[1] || rename[1]!.includes(']'))) {
    return { is: 'rename', time, nick: nickOf(rename[1]!), to: nickOf(rename[2]!) }
  }
  const act = deed.exec(text)
  if (act) return { is: 'message', time, nick: nickOf(act[1]!), text: act[2]!, action: true }
  return { is: 'unknown' }
}
