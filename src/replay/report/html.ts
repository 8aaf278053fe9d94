/** The report as one page that needs nothing else: no script, style, font or picture from anywhere. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../report.ts'
import { silenceMs } from '../silence.ts'
import { lying, upright } from './charts.ts'
import { against, answers, errors, flagged, regulars, welcomes } from './lists.ts'
import { html, type Markup, raw } from './markup.ts'
import { methodOf, type RenderOptions, type Words, wordsOf } from './words.ts'

const part = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const allowed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export function renderHtml(report: Report, options: RenderOptions = {}): string {
  const words = wordsOf(report, options)
  const { say, locale } = words
  const style = part('page.css')
  const script = part('page.js')
  const policy = `default-src 'none'; style-src ${allowed(style)}; script-src ${allowed(script)}; base-uri 'none'; form-action 'none'`
  const page = html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')} · ${report.groups[0]?.name ?? report.rulebook.name}</title>
<style>${raw(style)}</style>
</head>
<body>
${top(report, words)}
${contents(words, report)}
<main>
${against(report, words)}
${flagged(report, words)}
${answers(report, words)}
${regulars(report, words)}
${activity(report, words)}
${welcomes(report, words)}
${schedule(report, words)}
${errors(report, words)}
${files(report, words)}
${method(report, words)}
</main>
<footer>${say('pace', { seconds: report.seconds, rate: words.number(report.eventsPerSecond) })}. ${say('generated')}</footer>
<script>${raw(script)}</script>
</body>
</html>
`
  return page.text
}

function top(report: Report, { say, number, time }: Words): Markup {
  const cell = (key: string, value: number) => html`<div><dt>${say(`count.${key}`)}</dt><dd>${number(value)}</dd></div>`
  const read = (['files', 'entries', 'messages', 'joins', 'leaves', 'renames', 'members'] as const).map((key) =>
    cell(key, report[key]),
  )
  const would = (['flagged', 'answers', 'suggestions', 'welcomes', 'errors'] as const).map((key) =>
    cell(key, report[key].length),
  )
  const span = say('intro.span', { from: time(report.from), to: time(report.to), zone: report.timezone })
  const names = report.groups.map(({ name }) => name)
  const groups = names.length > 4 ? `${names.slice(0, 4).join(', ')} +${names.length - 4}` : names.join(', ')
  return html`<header>
<h1><span class="mark" aria-hidden="true">◉</span>${say('title')}</h1>
<p>${say('intro')}</p>
<p class="dim small">${groups} · ${report.from ? span : ''} · ${say('intro.rules', { name: report.rulebook.name, hash: report.rulebook.hash.slice(0, 8) })} · ${say(`group.${report.groupBy}`)}</p>
<dl class="numbers">${read}${cell('bots', report.bots.length)}</dl>
<dl class="numbers">${would}</dl>
${report.again > 0 ? html`<p class="dim small">${say('again', { count: number(report.again) })}</p>` : undefined}
</header>`
}

const sections = [
  'flagged',
  'answers',
  'regulars',
  'activity',
  'welcomes',
  'schedule',
  'errors',
  'files',
  'method',
] as const
function contents({ say }: Words, { against: compared }: Report): Markup {
  const all = compared ? ['against', ...sections] : sections
  return html`<nav><ul>${all.map((name) => html`<li><a href="#${name}">${say(`nav.${name}`)}</a></li>`)}</ul></nav>`
}

function activity(report: Report, words: Words): Markup {
  const { say } = words
  const { byHour, byWeekday, byDay } = report.activity
  const weekdays = say('weekdays').split(' ')
  const hours = byHour.map((value, hour) => ({
    label: String(hour),
    value,
    title: `${String(hour).padStart(2, '0')}:00`,
  }))
  const days = byDay.map(({ day, messages }) => ({ label: day.slice(2), value: messages, title: day }))
  const voices = report.voices.map(({ name, members }) => ({ label: name, value: members }))
  const segments = report.segments.map(({ name, members }) => ({ label: say(`segment.${name}`), value: members }))
  return html`<section id="activity"><h2>${say('activity')}</h2><div class="charts">
${upright({ title: say('activity.day'), bars: days, wide: true, every: Math.ceil(days.length / 12) }, words)}
${upright({ title: say('activity.hour', { zone: report.timezone }), bars: hours, every: 3 }, words)}
${upright({ title: say('activity.weekday'), bars: byWeekday.map((value, index) => ({ label: weekdays[index] ?? '', value })) }, words)}
${lying({ title: say('activity.voices'), bars: voices }, words)}
${segments.length > 0 ? lying({ title: say('activity.segments'), bars: segments }, words) : undefined}
</div></section>`
}

function schedule(report: Report, { say, number, time }: Words): Markup {
  const rows = report.schedule.map(
    (job) =>
      html`<tr><td>${[job.feature, job.job, job.key].filter(Boolean).join(' · ')}</td><td class="number">${number(job.done)}</td><td class="number">${number(job.skipped)}</td><td class="number">${number(job.failed)}</td><td class="number">${number(job.silent)}</td><td>${[...job.first, ...job.last].map(time).join(' · ')}${reasons(job.reasons)}</td></tr>`,
  )
  const head = ['job', 'done', 'skipped', 'failed', 'silent', 'when'].map(
    (key) => html`<th class="${key === 'job' || key === 'when' ? '' : 'number'}">${say(`schedule.${key}`)}</th>`,
  )
  const lead = say('schedule.lead', { count: report.silences.length, days: silenceMs / 86_400_000 })
  return html`<section id="schedule"><h2>${say('schedule')}</h2>
${report.silences.length > 0 ? html`<p class="dim">${lead}</p>` : undefined}
${rows.length > 0 ? html`<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>` : html`<p class="empty">${say('schedule.none')}</p>`}
</section>`
}
const reasons = (why: Readonly<Record<string, number>>) =>
  Object.entries(why).map(([reason, count]) => html`<div class="dim small">${reason} ×${count}</div>`)

function files(report: Report, { say, number, time }: Words): Markup {
  const counts = ['entries', 'messages', 'joins', 'leaves', 'renames', 'faults'] as const
  const rows = report.sources.map(
    (file) =>
      html`<tr><td>${file.file}</td><td>${file.format}</td>${counts.map((key) => html`<td class="number">${number(file[key])}</td>`)}<td>${time(file.from)}</td><td>${time(file.to)}</td></tr>`,
  )
  const head = counts.map(
    (key) => html`<th class="number">${say(key === 'faults' ? 'files.faults' : `count.${key}`)}</th>`,
  )
  return html`<section id="files"><h2>${say('files')} <span class="count">${number(report.files)}</span></h2>
<div class="scroll" tabindex="0"><table><thead><tr><th>${say('files')}</th><th>${say('files.format')}</th>${head}<th>${say('files.from')}</th><th>${say('files.to')}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`
}

const method = (report: Report, { say }: Words) => {
  const notes = methodOf(report).map((key) => html`<li>${say(key)}</li>`)
  return html`<section id="method"><h2>${say('method')}</h2><ul>${notes}</ul></section>`
}
