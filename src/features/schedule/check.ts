/** What zod cannot say of `schedule.yaml`. */

import type { Rejection } from '../../core/feature.ts'
import { inBoth, type Vars, variables } from '../../core/texts.ts'
import { type Localised, pick } from '../../core/words.ts'
import { cronProblem, runsBetween } from '../../time/cron.ts'
import type { Entry, Gathering, Post, ScheduleConfig } from './config.ts'
import { scheduleTexts } from './texts.ts'

type Path = Rejection['path']
const wrong = (path: Path, key: string, vars: Vars = {}, instead = key): Rejection => ({
  path,
  message: inBoth(scheduleTexts, `wrong.${key}`, vars),
  remedy: inBoth(scheduleTexts, `mend.${instead}`, vars),
})

/** Names a text of an owner may use in braces. */
const known = ['group', 'community', 'date'] as const
const knownVariables = known.map((one) => `{${one}}`).join(', ')
const minuteMs = 60_000
const shortestGap = 5 * minuteMs
/** Any leap year: the gaps between runs are looked for in its first days and weeks. */
const sampleYear = Date.UTC(2028, 0, 1)
const sampleRuns = 200

export function check(config: ScheduleConfig): readonly Rejection[] {
  return [
    ...twice(config.posts, ['posts']),
    ...config.posts.flatMap((post, index) => checkPost(post, ['posts', index], config)),
    ...Object.entries(config.library).flatMap(([name, entries]) => checkLibrary(entries, ['library', name])),
  ]
}

function checkPost(post: Post, path: Path, config: ScheduleConfig): Rejection[] {
  const found = [...checkCron(post.cron, [...path, 'cron'])]
  if ((post.text === undefined) === (post.content === undefined)) found.push(wrong(path, 'both'))
  if (post.content !== undefined && !(post.content in config.library)) {
    const known = Object.keys(config.library).join(', ')
    found.push(wrong([...path, 'content'], 'library', { name: post.content, known }, known ? 'library' : 'no-library'))
  }
  if (post.gathering) found.push(...checkGathering(post.gathering, [...path, 'gathering']))
  if (post.text) found.push(...checkText(post.text, [...path, 'text']))
  return found
}

const soonest = 5 * minuteMs
const checkGathering = ({ startsIn, lasts }: Gathering, path: Path): Rejection[] => [
  ...(startsIn < soonest ? [wrong([...path, 'startsIn'], 'soon')] : []),
  ...(lasts < minuteMs ? [wrong([...path, 'lasts'], 'short')] : []),
]

function checkCron(cron: string, path: Path): Rejection[] {
  const problem = cronProblem(cron)
  if (problem) {
    const message = inBoth(scheduleTexts, 'wrong.cron', (locale) => ({
      problem: pick(problem.said, locale),
      position: problem.position,
    }))
    return [{ path, message, remedy: problem.mending }]
  }
  const runs = runsBetween(cron, sampleYear, sampleYear + 366 * 1440 * minuteMs, 'UTC', sampleRuns)
  if (runs.every((run, index) => index === 0 || run - runs[index - 1]! >= shortestGap)) return []
  return [wrong(path, 'often')]
}

const checkLibrary = (entries: readonly Entry[], path: Path): Rejection[] => [
  ...twice(entries, path),
  ...entries.flatMap((entry, index) => checkText(entry.text, [...path, index, 'text'])),
]

function checkText(text: Localised, path: Path): Rejection[] {
  return Object.entries(text).flatMap(([locale, words]) =>
    variables(words ?? '')
      .filter((name) => !known.some((one) => one === name))

      .map((name) => wrong([...path, locale], 'variable', { name: `{${name}}`, known: knownVariables })),
  )
}

function twice(items: readonly { readonly id: string }[], path: Path): Rejection[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [wrong([...path, index, 'id'], 'twice', { id })]
  })
}
