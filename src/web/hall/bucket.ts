/** A token bucket: so many at once, then so many a second. */
export interface Bucket {
  /** Takes one; false where there is none. */
  take(now: number): boolean
}

export function bucket(most: number, perSecond: number): Bucket {
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
