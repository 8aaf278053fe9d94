/** Work side by side, but only so much of it at once. Rejects with the first failure, once all that was begun has ended. */
export async function inTurns<T>(items: Iterable<T>, lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.min(lanes, queue.length) }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
