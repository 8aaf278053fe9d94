/** Times of day as owners read them. */

const clock = (zone: string | undefined, at: number) =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone && { timeZone: zone }),
  }).format(at)
/** "02:10" and "06:40", in an IANA zone. Epoch milliseconds. */
export const spanIn = (zone: string | undefined, from: number, to: number) => ({
  from: clock(zone, from),
  to: clock(zone, to),
})
