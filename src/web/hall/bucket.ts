/** A token bucket: so many at once, then so many a second. */
export interface Bucket {
  /** Takes one; false where there is none. */
  take(now: number): boolean
}

function bucket(most: number, perSecond: number): Bucket {
  let left = most
  let at = 0
  return {
    take(now) {
      left = Math.min(most, left + (Math.max(0, now - at) / 1000) * perSecond)
      at = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}

/** A bucket for everybody by name; those of whom nothing was heard longest are forgotten first. */
export function buckets(most: number, perSecond: number, remembered = 10_000) {
  const byName = new Map<string, Bucket>()
  return (name: string): Bucket => {
    const found = byName.get(name) ?? bucket(most, perSecond)
    byName.delete(name)
    byName.set(name, found)
    if (byName.size > remembered) byName.delete(byName.keys().next().value ?? '')
    return found
  }
}
