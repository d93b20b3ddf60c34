/** @file What today and this month will come to, if things go on as they did. Pure. */

const dayMs = 86_400_000

export type Known = {
  /** X's clock, epoch ms. */
  now: number
  today: number
  /** The last full days before today, at most seven, in any order; none for a new workspace. */
  days: readonly number[]
  /** This month's days before today. */
  monthBefore: number
}

/** Before this share of a first day has passed, its pace tells nothing. */
const tooEarly = 1 / 24

/**
 * Millionths of a dollar; null while too little is known. Early in the day the week before counts, late in the day
 * today's own pace.
 */
export function forecastOf({ now, today, days, monthBefore }: Known): {
  day: number | null
  month: number | null
} {
  const passed = (now % dayMs) / dayMs
  const usual = days.length === 0 ? null : days.reduce((sum, day) => sum + day, 0) / days.length
  if (usual === null && passed < tooEarly) return { day: null, month: null }
  const pace = passed === 0 ? (usual ?? 0) : today / passed
  const rate = usual === null ? pace : passed * pace + (1 - passed) * usual
  const day = Math.round(today + (1 - passed) * rate)
  const month = Math.round(monthBefore + day + daysLeft(now) * (usual ?? day))
  return { day, month }
}

/** Whole days of the month after today. */
function daysLeft(now: number): number {
  const date = new Date(now)
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return length - date.getUTCDate()
}
