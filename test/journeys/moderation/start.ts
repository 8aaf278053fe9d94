/** What every stage begins with. */
/** 23:00 in Shanghai, a Wednesday: the owner is about to go to bed. */
export const night = '2026-11-18T23:00:00+08:00'
export const nightMs = Temporal.Instant.from(night).epochMilliseconds
export const timezone = 'Asia/Shanghai'
