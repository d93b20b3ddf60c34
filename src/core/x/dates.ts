/** @file X's ways to write an instant, all turned into epoch milliseconds, and instants hidden in ids. */

/** `2026-11-17T09:41:00.000Z` → epoch ms; null for anything else. */
export function instantOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(iso)) return null
  const at = Date.parse(iso)
  return Number.isNaN(at) ? null : at
}

/** The `Date` header → epoch ms; null when it is missing or unreadable. */
export function instantOfHeader(header: string | undefined): number | null {
  if (header === undefined) return null
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : at
}

/** X's ids count milliseconds from here, above 22 bits of sequence. */
const snowflakeEpoch = 1_288_834_974_657

/** When the thing with this id was made. Small ids of other servers give an instant of 2010. */
export function instantOfId(id: string): number {
  return Number(BigInt(id) >> 22n) + snowflakeEpoch
}

/** The lowest id of things made at this instant: everything later is above it, everything earlier below. */
export function idAt(at: number): string {
  const ms = BigInt(Math.trunc(at)) - BigInt(snowflakeEpoch)
  return (ms < 1n ? 1n : ms << 22n).toString()
}

/** The id that lies `ms` earlier than `id`; never below 1. */
export function idEarlier(id: string, ms: number): string {
  const earlier = BigInt(id) - (BigInt(Math.trunc(ms)) << 22n)
  return (earlier < 1n ? 1n : earlier).toString()
}
