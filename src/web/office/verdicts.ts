/** Verdicts by which a feature says that it took note and did nothing: every message has some, so they are told quietly. */
const quiet = new Set(['nothing', 'counted', 'meaningful', 'answer', 'silent', 'earned', 'unchanged'])
export const isQuiet = (decided: string): boolean => quiet.has(decided)
