/** Finds the route for a path; literals such as `@me` win over parameters. */
import type { Route } from './call.ts'

interface Pattern {
  readonly route: Route
  readonly parts: readonly string[]
}

export interface Found {
  readonly route: Route
  readonly params: Record<string, string>
}

export class Router {
  readonly #patterns = new Map<string, Pattern[]>()

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const parts = route.path.split('/').slice(1)
      const key = `${route.method} ${parts.length}`
      const list = this.#patterns.get(key) ?? []
      list.push({ route, parts })
      list.sort((a, b) => literals(b.parts) - literals(a.parts))
      this.#patterns.set(key, list)
    }
  }

  find(method: string, path: string): Found | undefined {
    const parts = path.split('/').slice(1).map(decodeURIComponent)
    for (const { route, parts: pattern } of this.#patterns.get(`${method} ${parts.length}`) ?? []) {
      const params = matched(pattern, parts)
      if (params) return { route, params }
    }
    return undefined
  }
}

const literals = (parts: readonly string[]) => parts.filter((part) => !part.startsWith('{')).length

function matched(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {}
  for (const [i, part] of pattern.entries()) {
    const given = parts[i] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = given
    else if (part !== given) return undefined
  }
  return params
}
