/** What zod cannot say of `schedule.yaml`. */

import { variables } from '../../core/texts.ts'
import type { Localised } from '../../core/words.ts'
import { cronProblem, runsBetween } from '../../time/cron.ts'
import type { Entry, Post, ScheduleConfig } from './config.ts'

export interface Finding {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly remedy: string
}

/** Names a text of an owner may use in braces. */
const known = ['group', 'community', 'date'] as const
const minuteMs = 60_000
const shortestGap = 5 * minuteMs
/** Any leap year: the gaps between runs are looked for in its first days and weeks. */
const sampleYear = Date.UTC(2028, 0, 1)
const sampleRuns = 200

export function check(config: ScheduleConfig): readonly Finding[] {
  return [
    ...twice(config.posts, ['posts']),
    ...config.posts.flatMap((post, index) => checkPost(post, ['posts', index], config)),
    ...Object.entries(config.library).flatMap(([name, entries]) => checkLibrary(entries, ['library', name])),
  ]
}

function checkPost(post: Post, path: Finding['path'], config: ScheduleConfig): Finding[] {
  const found = [...checkCron(post.cron, [...path, 'cron'])]
  if ((post.text === undefined) === (post.content === undefined))
    found.push({
      path,
      message: 'needs either text or content, not both',
      remedy: 'Write "text:", or "content:" with the name of a library',
    })
  if (post.content !== undefined && !(post.content in config.library))
    found.push({
      path: [...path, 'content'],
      message: `names the library "${post.content}", which is not here`,
      remedy: `Libraries here: ${Object.keys(config.library).join(', ') || 'none; write one under "library:"'}`,
    })
  if (post.text) found.push(...checkText(post.text, [...path, 'text']))
  return found
}

function checkCron(cron: string, path: Finding['path']): Finding[] {
  const problem = cronProblem(cron)
  if (problem) return [{ path, message: `${problem.message} (character ${problem.position})`, remedy: problem.remedy }]
  const runs = runsBetween(cron, sampleYear, sampleYear + 366 * 1440 * minuteMs, 'UTC', sampleRuns)
  if (runs.every((run, index) => index === 0 || run - runs[index - 1]! >= shortestGap)) return []
  return [
    {
      path,
      message: 'posts more than once in five minutes',
      remedy: 'Write a step of five minutes or more, for example "*/30 * * * *"',
    },
  ]
}

const checkLibrary = (entries: readonly Entry[], path: Finding['path']): Finding[] => [
  ...twice(entries, path),
  ...entries.flatMap((entry, index) => checkText(entry.text, [...path, index, 'text'])),
]

function checkText(text: Localised, path: Finding['path']): Finding[] {
  return Object.entries(text).flatMap(([locale, words]) =>
    variables(words ?? '')
      .filter((name) => !known.some((one) => one === name))
      .map((name) => ({
        path: [...path, locale],
        message: `uses {${name}}, which is not known here`,
        remedy: `Known here: ${known.map((one) => `{${one}}`).join(', ')}`,
      })),
  )
}

function twice(items: readonly { readonly id: string }[], path: Finding['path']): Finding[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ path: [...path, index, 'id'], message: `"${id}" is used twice`, remedy: 'Give each an id of its own' }]
  })
}
