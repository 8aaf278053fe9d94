import type { Report } from '../report.ts'

/** All of the report, for other programs. The same input and rulebook give the same but for the two measures of time. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`
