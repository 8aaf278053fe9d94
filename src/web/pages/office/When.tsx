import { ago, exactIn, useNow } from './times.ts'

/** A time as people say it; exactly, with the zone, on hover. */
export function When({ at, zone }: { readonly at: number; readonly zone: string }) {
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={exactIn(at, zone)}>
      {ago(at, now)}
    </time>
  )
}
