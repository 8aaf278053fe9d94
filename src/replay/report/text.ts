/** The report for a terminal: numbers, then what would have been done and why, then the rest. */
import type { Comparison, Touched } from '../compare.ts'
import type { Happening, Report } from '../report.ts'
import { silenceMs } from '../silence.ts'
import { bars, type Column, cut, padStart, safe, table, widthOf, wrap } from './columns.ts'
import { methodOf, type RenderOptions, type Words, wordsOf } from './words.ts'

export interface TextOptions extends RenderOptions {
  /** Columns of the terminal; 100 where left out, never under 40. */
  readonly width?: number
  /** Entries shown of every list; 25 where left out. */
  readonly limit?: number
  /** Makes a heading stand out; does nothing where left out. */
  readonly heading?: (text: string) => string
}
interface Page {
  readonly report: Report
  readonly words: Words
  readonly width: number
  readonly limit: number
}

export function renderText(report: Report, options: TextOptions = {}): string {
  const page: Page = {
    report,
    words: wordsOf(report, options),
    width: Math.max(40, options.width ?? 100),
    limit: options.limit ?? 25,
  }
  const { say } = page.words
  const heading = options.heading ?? ((text: string) => text)
  const section = (title: string, lines: readonly string[]) => [
    heading(cut(title, page.width)),
    ...lines.map((line) => cut(line, page.width)),
    '',
  ]
  return [
    ...section(say('title'), numbers(page)),
    ...(report.against ? section(`${say('against')}: ${sumOf(report.against)}`, against(page, report.against)) : []),
    ...section(`${say('flagged')} (${report.flagged.length})`, flagged(page)),
    ...section(`${say('answers')} (${report.answers.length})`, answers(page, report.answers, 'answers.none')),
    ...(report.suggestions.length > 0
      ? section(`${say('suggestions')} (${report.suggestions.length})`, answers(page, report.suggestions, ''))
      : []),
    ...section(`${say('welcomes')} (${report.welcomes.length})`, welcomes(page)),
    ...(report.alerts.length > 0 ? section(`${say('alerts')} (${report.alerts.length})`, alerts(page)) : []),
    ...section(say('regulars'), regulars(page)),
    ...section(say('activity'), activity(page)),
    ...section(say('schedule'), schedule(page)),
    ...section(`${say('errors')} (${report.errors.length})`, errors(page)),
    ...section(say('method'), method(page)),
  ].join('\n')
}

const method = ({ report, words, width }: Page): string[] =>
  methodOf(report).flatMap((key) => hanging('·', words.say(key), width))

function numbers({ report, words, width }: Page): string[] {
  const { say, number, time } = words
  const count = (key: string, value: number) => `${number(value)} ${say(`count.${key}`)}`
  const read = [
    count('files', report.files),
    count('entries', report.entries),
    count('messages', report.messages),
    count('joins', report.joins),
    count('leaves', report.leaves),
    count('renames', report.renames),
    count('members', report.members),
    count('bots', report.bots.length),
  ]
  const would = [
    count('flagged', report.flagged.length),
    count('answers', report.answers.length),
    count('suggestions', report.suggestions.length),
    count('welcomes', report.welcomes.length),
    count('errors', report.errors.length),
  ]
  const span = say('intro.span', { from: time(report.from), to: time(report.to), zone: report.timezone })
  return [
    ...wrap(say('intro'), width),
    ...wrap(say('intro.rules', { name: safe(report.rulebook.name), hash: report.rulebook.hash.slice(0, 8) }), width),
    ...(report.from ? wrap(span, width) : []),
    ...wrap(
      `${report.groups
        .map(({ name }) => safe(name))
        .slice(0, 5)
        .join(', ')} (${say(`group.${report.groupBy}`)})`,
      width,
    ),
    '',
    ...wrap(read.join('   '), width),
    ...wrap(would.join('   '), width),
    ...(report.again > 0 ? [say('again', { count: number(report.again) })] : []),
    say('pace', { seconds: report.seconds, rate: number(report.eventsPerSecond) }),
  ]
}

/** "+5 −2 ~1" */
export const sumOf = ({ more, less, changed }: Comparison): string =>
  `+${more.length} −${less.length}${changed.length > 0 ? ` ~${changed.length}` : ''}`

function against(page: Page, { old, members, regulars, same, more, less, changed }: Comparison): string[] {
  const { words, width } = page
  const { say, number } = words
  const about = {
    name: safe(old.name),
    hash: old.hash.slice(0, 8),
    members: number(members),
    regulars: number(regulars),
  }
  const entry = (mark: string, one: Touched, rest: readonly string[]) => [
    cut(`${mark} ${place(one, words).trim()}`, width),
    ...quoted(one, width),
    ...hanging(words.say('because'), words.reasons('moderation', one.reasons), width),
    ...rest,
  ]
  const does = words.verdict
  return [
    ...wrap(say('against.lead', { ...about, same: number(same) }), width - 2).map((line) => `  ${line}`),
    ...listed(page, more, (one) => entry('+', one, hanging(say('does'), does(one), width))),
    ...listed(page, less, (one) => entry('−', one, hanging(say('against.did'), does(one), width))),
    ...listed(page, changed, ({ before, after }) =>
      entry('~', after, [
        ...hanging(say('against.did'), does(before), width),
        ...hanging(say('does'), does(after), width),
      ]),
    ),
    ...wrap(say('against.note'), width - 2).map((line) => `  ${line}`),
  ]
}

const indent = '    '
const quoteLines = 3
/** The message as it stands in the file, on a few lines at most. */
function quoted({ text }: Happening, width: number): string[] {
  const lines = wrap(safe(text) || '—', width - indent.length - 2)
  const shown = lines.length > quoteLines ? [...lines.slice(0, quoteLines - 1), `${lines[quoteLines - 1]} …`] : lines
  return shown.map((line) => cut(`${indent}│ ${line}`, width))
}
const place = ({ file, line, at, member }: Happening, { time }: Words) =>
  `  ${safe(file)}:${line}  ${time(at)}  ${safe(member)}`

function listed<T>({ limit, words }: Page, all: readonly T[], lines: (one: T) => readonly string[]): string[] {
  const shown = all.slice(0, limit).flatMap(lines)
  const rest = all.length - limit
  return rest > 0 ? [...shown, `  ${words.say('more', { count: words.number(rest) })}`] : shown
}
const hanging = (lead: string, text: string, width: number): string[] =>
  wrap(text, width - indent.length - widthOf(lead) - 1).map(
    (line, index) => `${indent}${index === 0 ? lead : ' '.repeat(widthOf(lead))} ${line}`,
  )

function flagged(page: Page): string[] {
  const { report, words, width } = page
  if (report.flagged.length === 0) return [`  ${words.say('flagged.none')}`]
  const acted = report.flagged.filter(({ verdict }) => verdict === 'acted').length
  const lead = words.say('flagged.lead', { acted, asked: report.flagged.length - acted })
  return [
    `  ${lead}`,
    ...listed(page, report.flagged, (one) => [
      `${cut(place(one, words), width - 20)}  ${words.say(`verdict.${one.verdict}`)} ${one.score?.toFixed(2) ?? ''}`,
      ...quoted(one, width),
      ...hanging(words.say('because'), words.reasons('moderation', one.reasons), width),
      ...hanging(words.say('does'), words.deeds(one.actions) || '—', width),
    ]),
  ]
}
function answers(page: Page, all: Report['answers'], none: string): string[] {
  const { words, width } = page
  if (all.length === 0) return [`  ${words.say(none)}`]
  return listed(page, all, (one) => [
    `${cut(place(one, words), width - 8)}  ${one.score?.toFixed(2) ?? ''}`,
    ...quoted(one, width),
    ...hanging(words.say('because'), words.reasons('faq', one.reasons) || one.verdict, width),
    ...hanging(words.say('says'), cut(safe(one.answer), width * 2), width),
  ])
}
export function outcomeOf({ joined }: Report, { say, number, locale }: Words): string {
  return Object.entries(joined)
    .sort(([, a], [, b]) => b - a)
    .map(([state, count]) => say(`joined.${state}`, { count: number(count) }))
    .join(locale === 'zh' ? '，' : ', ')
}
function welcomes(page: Page): string[] {
  const { report, words, width } = page
  const lead = words.say('welcomes.lead', { joins: words.number(report.joins), outcome: outcomeOf(report, words) })
  if (report.welcomes.length === 0) return wrap(`  ${words.say('welcomes.none')}`, width)
  const few = { ...page, limit: Math.min(page.limit, 5) }
  return [
    ...wrap(lead, width - 2).map((line) => `  ${line}`),
    ...listed(few, report.welcomes, (one) => [
      cut(`${place(one, words)}${one.newcomers.length > 1 ? ` +${one.newcomers.length - 1}` : ''}`, width),
      ...hanging(words.say('says'), cut(safe(one.welcome), width * 2), width),
    ]),
  ]
}
function alerts(page: Page): string[] {
  const { report, words, width } = page
  return listed(page, report.alerts, (one) => [
    cut(`${place(one, words)}  ${one.feature}: ${one.verdict}  ${words.reasons(one.feature, one.reasons)}`, width),
    ...quoted(one, width).slice(0, 1),
  ])
}

function regulars(page: Page): string[] {
  const { report, words, width } = page
  if (report.regulars.length === 0) return [`  ${words.say('regulars.none')}`]
  const columns: Column[] = [
    { head: words.say('regulars.name') },
    ...['days', 'messages', 'addressed', 'points'].map((key) => ({ head: words.say(`regulars.${key}`), right: true })),
    { head: words.say('regulars.last') },
  ]
  const rows = report.regulars
    .slice(0, page.limit)
    .map(({ name, days, messages, addressed, points, last }) => [
      cut(safe(name), 24),
      words.number(days),
      words.number(messages),
      words.number(addressed),
      points?.toFixed(1) ?? '–',
      words.time(last),
    ])
  return [...table(columns, rows, width - 2), words.say('regulars.note')].map((line) => `  ${line}`)
}

function activity({ report, words, width }: Page): string[] {
  const { byHour, byWeekday, byDay } = report.activity
  const { say, number } = words
  const weekdays = say('weekdays').split(' ')
  const most = Math.max(...byHour)
  const days = byDay.slice(-(width - 4))
  return [
    `  ${say('activity.hour', { zone: report.timezone })}`,
    `  ${bars(byHour)}  ${String(byHour.indexOf(most)).padStart(2, '0')}:00 – ${say('messages', { count: number(most) })}`,
    '  0     6     12    18   23',
    `  ${say('activity.weekday')}`,
    ...byWeekday.map((value, index) => {
      const length = Math.round((value / Math.max(...byWeekday, 1)) * Math.min(40, width - 24))
      return `  ${padStart(weekdays[index] ?? '', 4)} ${'▇'.repeat(length)} ${number(value)}`
    }),
    `  ${say('activity.day')}`,
    `  ${bars(days.map(({ messages }) => messages))}`,
    ...(days.length > 0 ? [`  ${days[0]?.day} – ${days.at(-1)?.day} (${number(byDay.length)})`] : []),
  ]
}

function schedule({ report, words, width }: Page): string[] {
  const { say, number } = words
  if (report.schedule.length === 0) return [`  ${say('schedule.none')}`]
  const columns: Column[] = [
    { head: say('schedule.job') },
    ...['done', 'skipped', 'failed', 'silent'].map((key) => ({ head: say(`schedule.${key}`), right: true })),
    { head: say('schedule.when') },
  ]
  const rows = report.schedule.map((job) => [
    [job.feature, job.job, job.key].filter(Boolean).join(' '),
    number(job.done),
    number(job.skipped),
    number(job.failed),
    number(job.silent),
    [...new Set([job.first[0], job.last.at(-1) ?? job.first.at(-1)])].map(words.time).join(' … '),
  ])
  const reasons = report.schedule.flatMap(({ feature, job, reasons: why }) =>
    Object.entries(why).map(([reason, count]) => `${feature} ${job}: ${safe(reason)} ×${number(count)}`),
  )
  const lead = say('schedule.lead', { count: report.silences.length, days: silenceMs / 86_400_000 })
  return [
    ...(report.silences.length > 0 ? wrap(lead, width - 2) : []),
    ...table(columns, rows, width - 2),
    ...reasons,
  ].map((line) => `  ${line}`)
}

function errors(page: Page): string[] {
  const { report, words, width } = page
  if (report.errors.length === 0) return [`  ${words.say('errors.none')}`]
  return listed({ ...page, limit: Math.max(page.limit, 50) }, report.errors, (one) => {
    const { message, remedy } = words.fault(one)
    const where = one.line > 0 ? `${safe(one.file)}:${one.line}` : safe(one.file)
    return [
      ...wrap(`${where}  ${safe(message)} (${one.code})`, width - 2).map((line) => `  ${line}`),
      ...hanging('→', safe(remedy), width),
    ]
  })
}
