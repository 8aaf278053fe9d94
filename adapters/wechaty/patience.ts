/** How long the adapter waits for what. Live figures; tests are less patient. Milliseconds. */
export interface Patience {
  /** Between two dings. */
  readonly dingMs: number
  /** Without an answer for so long the connection is dead. */
  readonly dongMs: number
  /** For wechaty to start. */
  readonly startMs: number
  /** For a login, or a code to scan, after the start. */
  readonly loginMs: number
  /** For wechaty to stop; then it is left to itself. */
  readonly stopMs: number
  /** The first pause between two attempts; doubled each time. */
  readonly pauseMs: number
  readonly longestPauseMs: number
  /** The longest pause where trying soon is of no use: a wrong token, another client. */
  readonly hopelessPauseMs: number
  /** Between two looks at what the owner has settled, and at rooms to be left. */
  readonly lookMs: number
  /** For WeChat to answer one call. */
  readonly actMs: number
}
export const live: Patience = {
  dingMs: 20_000,
  dongMs: 45_000,
  startMs: 40_000,
  loginMs: 45_000,
  stopMs: 6_000,
  pauseMs: 1_000,
  longestPauseMs: 15_000,
  hopelessPauseMs: 60_000,
  lookMs: 15_000,
  actMs: 60_000,
}

/** WeChat did not answer. It may have been done after all, so it must not be done again. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer in time')
  }
}
/** The work's value; rejects with `NoAnswer` after so long. */
export async function timely<T>(ms: number, work: Promise<T>): Promise<T> {
  const answer = await within(
    ms,
    work.then((value) => ({ value })),
    undefined,
  )
  if (!answer) throw new NoAnswer()
  return answer.value
}
/** The work's value, or `late` after so long; what comes later is let go, failures too. */
export async function within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> {
  const { promise, resolve } = Promise.withResolvers<L>()
  const timer = setTimeout(() => resolve(late), ms)
  work.catch(() => undefined) // told by the race, or too late to matter
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
