/** The page's lists of what would have been done, each entry with its quote, its reasons and its place. */
import type { Touched } from '../compare.ts'
import type { Answered, Happening, Report } from '../report.ts'
import { html, type Markup } from './markup.ts'
import { outcomeOf, sumOf } from './text.ts'
import type { Words } from './words.ts'

/** More than this no browser scrolls through gladly; the rest is in the JSON. */
const shownAtMost = 1000

const place = ({ file, line, at }: Happening, { say, time }: Words) =>
  html`<span class="place">${time(at)} · ${say('line', { file, line })}</span>`
const entry = (one: Happening, badge: Markup, kinds: readonly string[], rest: Markup, words: Words) =>
  html`<li data-kinds="${kinds.join(' ')}"><div class="head"><span class="who">${one.member}</span>${badge}${place(one, words)}</div>${rest}</li>`
const score = (value: number | undefined) => (value === undefined ? '' : ` ${value.toFixed(2)}`)

interface List {
  readonly id: string
  readonly count: number
  readonly lead: string
  readonly kinds: readonly (readonly [string, string])[]
  readonly entries: readonly Markup[]
  readonly none: string
}
function list({ id, count, lead, kinds, entries, none }: List, { say, number }: Words): Markup {
  const title = html`<h2>${say(id)} <span class="count">${number(count)}</span></h2>`
  if (count === 0) return html`<section id="${id}">${title}<p>${lead}</p><p class="empty">${none}</p></section>`
  const buttons = [['', say('filter.all')] as const, ...kinds].map(
    ([kind, name]) =>
      html`<button type="button" data-kind="${kind}" aria-pressed="${kind === '' ? 'true' : 'false'}">${name}</button>`,
  )
  const rest = count - entries.length
  return html`<section id="${id}" data-filter="">${title}<p>${lead}</p>
<div class="tools"><input type="search" placeholder="${say('filter')}" aria-label="${say('filter')}">${kinds.length > 0 ? buttons : []}</div>
<ul class="list">${entries}</ul><p class="empty" hidden>${say('filter.none')}</p><button type="button" class="all" hidden data-label="${say('filter.more')}"></button>
${rest > 0 ? html`<p class="dim">${say('more.page', { count: number(rest) })}</p>` : undefined}</section>`
}

export function flagged(report: Report, words: Words): Markup {
  const { say } = words
  const acted = report.flagged.filter(({ verdict }) => verdict === 'acted').length
  const names = new Map(
    report.flagged
      .flatMap(({ reasons }) => reasons.filter(({ score: weight }) => weight !== undefined))
      .map((one) => [one.name, one]),
  )
  const verdicts = ['acted', 'asked'].map((verdict) => [verdict, say(`verdict.${verdict}`)] as const)
  const checks = [...names].map(
    ([name]) => [name, words.reason('moderation', { name, score: undefined, found: undefined })] as const,
  )
  const entries = report.flagged.slice(0, shownAtMost).map((one) => {
    const badge = html`<span class="badge ${one.verdict}">${say(`verdict.${one.verdict}`)}${score(one.score)}</span>`
    const rest = html`<blockquote>${one.text}</blockquote><dl class="why"><dt>${say('because')}</dt><dd>${words.reasons('moderation', one.reasons)}</dd><dt>${say('does')}</dt><dd>${words.deeds(one.actions) || '—'}</dd></dl>`
    return entry(one, badge, [one.verdict, ...one.reasons.map(({ name }) => name)], rest, words)
  })
  const lead = report.flagged.length > 0 ? say('flagged.lead', { acted, asked: report.flagged.length - acted }) : ''
  return list(
    {
      id: 'flagged',
      count: report.flagged.length,
      lead,
      kinds: [...verdicts, ...checks],
      entries,
      none: say('flagged.none'),
    },
    words,
  )
}

/** What the new rulebook does more and less than the old one. */
export function against(report: Report, words: Words): Markup | undefined {
  const { say, number } = words
  const { against: found } = report
  if (!found) return undefined
  const { old, same, members, regulars } = found
  const does = words.verdict
  const why = (one: Touched, rows: readonly (readonly [string, string])[]) =>
    html`<blockquote>${one.text}</blockquote><dl class="why"><dt>${say('because')}</dt><dd>${words.reasons('moderation', one.reasons)}</dd>${rows.map(([key, text]) => html`<dt>${say(key)}</dt><dd>${text}</dd>`)}</dl>`
  const all = [
    ...found.more.map((one) => ({ kind: 'more', one, rest: why(one, [['does', does(one)]]) })),
    ...found.less.map((one) => ({ kind: 'less', one, rest: why(one, [['against.did', does(one)]]) })),
    ...found.changed.map(({ before, after }) => ({
      kind: 'changed',
      one: after,
      rest: why(after, [
        ['against.did', does(before)],
        ['does', does(after)],
      ]),
    })),
  ]
  const entries = all
    .slice(0, shownAtMost)
    .map(({ kind, one, rest }) =>
      entry(one, html`<span class="badge ${kind}">${say(`against.${kind}`)}</span>`, [kind], rest, words),
    )
  const about = { name: old.name, hash: old.hash.slice(0, 8), members: number(members), regulars: number(regulars) }
  const lead = `${sumOf(found)}. ${say('against.lead', { ...about, same: number(same) })} ${say('against.note')}`
  const kinds = (['more', 'less', 'changed'] as const).map((kind) => [kind, say(`against.${kind}`)] as const)
  return list({ id: 'against', count: all.length, lead, kinds, entries, none: say('against.none') }, words)
}

export function answers(report: Report, words: Words): Markup {
  const { say } = words
  const both: (Answered & { readonly kind: string })[] = [
    ...report.answers.map((one) => ({ ...one, kind: 'answers' })),
    ...report.suggestions.map((one) => ({ ...one, kind: 'suggestions' })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  const entries = both.slice(0, shownAtMost).map((one) => {
    const badge = html`<span class="badge">${say(`count.${one.kind}`)}${score(one.score)}</span>`
    const why = words.reasons('faq', one.reasons)
    const rest = html`<blockquote>${one.text}</blockquote><blockquote class="said">${one.answer}</blockquote>${why ? html`<dl class="why"><dt>${say('because')}</dt><dd>${why}</dd></dl>` : undefined}`
    return entry(one, badge, [one.kind], rest, words)
  })
  const kinds = (['answers', 'suggestions'] as const).map(
    (kind) => [kind, `${say(`count.${kind}`)} ${words.number(report[kind].length)}`] as const,
  )
  return list({ id: 'answers', count: both.length, lead: '', kinds, entries, none: say('answers.none') }, words)
}

export function welcomes(report: Report, words: Words): Markup {
  const { say, number } = words
  const entries = report.welcomes.slice(0, shownAtMost).map((one) => {
    const many = one.newcomers.length
    const names = one.newcomers.map(({ name }) => name).join(', ')
    const badge = many > 1 ? html`<span class="badge">${say('members', { count: many })}</span>` : html``
    return entry(
      { ...one, member: names },
      badge,
      [],
      html`<blockquote class="said">${one.welcome}</blockquote>`,
      words,
    )
  })
  const lead = say('welcomes.lead', { joins: number(report.joins), outcome: outcomeOf(report, words) })
  return list(
    { id: 'welcomes', count: report.welcomes.length, lead, kinds: [], entries, none: say('welcomes.none') },
    words,
  )
}

export function regulars(report: Report, { say, number, time }: Words): Markup {
  const keys = ['days', 'messages', 'addressed'] as const
  const rows = report.regulars.map(
    (one) =>
      html`<tr><td>${one.name}</td>${keys.map((key) => html`<td class="number">${number(one[key])}</td>`)}<td class="number">${one.points?.toFixed(1) ?? '–'}</td><td>${time(one.last)}</td></tr>`,
  )
  const head = [...keys, 'points' as const].map((key) => html`<th class="number">${say(`regulars.${key}`)}</th>`)
  const table = html`<p class="dim">${say('regulars.note')}</p><div class="scroll" tabindex="0"><table><thead><tr><th>${say('regulars.name')}</th>${head}<th>${say('regulars.last')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return html`<section id="regulars"><h2>${say('regulars')}</h2>${rows.length > 0 ? table : html`<p class="empty">${say('regulars.none')}</p>`}</section>`
}

export function errors(report: Report, words: Words): Markup {
  const { say, number } = words
  const rows = report.errors.slice(0, shownAtMost).map((one) => {
    const { message, remedy } = words.fault(one)
    const where = one.line > 0 ? say('line', { file: one.file, line: one.line }) : one.file
    return html`<tr><td>${where}</td><td class="free">${message}<div class="dim">${remedy}</div></td><td>${one.code}</td></tr>`
  })
  const body =
    rows.length > 0
      ? html`<div class="scroll" tabindex="0"><table><tbody>${rows}</tbody></table></div>`
      : html`<p class="empty">${say('errors.none')}</p>`
  return html`<section id="errors"><h2>${say('errors')} <span class="count">${number(report.errors.length)}</span></h2>${body}</section>`
}
