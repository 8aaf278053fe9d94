/** IANA time zone names: checked against what this Node knows, with the near ones for who mistyped. */
import { z } from 'zod'
import { nearest } from '../text/nearest.ts'
import { isTimezone } from '../time/zone.ts'

/** Names people write that are no zone; the zone they mean. */
const meant: Readonly<Record<string, string>> = {
  'asia/beijing': 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  cst: 'Asia/Shanghai',
  'utc+8': 'Asia/Shanghai',
  'gmt+8': 'Asia/Shanghai',
  est: 'America/New_York',
  edt: 'America/New_York',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
}

const nearestTimezone = (name: string) =>
  meant[name.toLowerCase().replaceAll(' ', '')] ?? nearest(name, Intl.supportedValuesOf('timeZone'))

export const timezone = z
  .string()
  .superRefine((name, ctx) => {
    // EST and the like are zones too, but ones that know no summer time: hardly what was meant.
    if (isTimezone(name) && (name.includes('/') || name === 'UTC')) return
    ctx.addIssue({
      code: 'custom',
      message: 'is no time zone',
      params: { key: 'timezone', near: nearestTimezone(name) },
    })
  })
  .describe('IANA name: "Asia/Shanghai", "America/New_York"')
