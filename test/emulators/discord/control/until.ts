/** Waits for something to become so; real time, as a real client is on the other end. */

/** @returns what `look` found, or undefined when patience ran out */
export async function until<T>(look: () => T | undefined | false, patienceMs = 10_000): Promise<T | undefined> {
  const end = performance.now() + patienceMs
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() >= end) return undefined
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
