/** @file Days as a search names them: `2026-11-17`, `today`, `yesterday`, `7d` and `3h` ago. Pure. */

/** `[start, end)`, epoch ms; of what was counted back from now, one instant. */
export type Span = { start: number; end: number }

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

function wholeDay(year: number, month: number, day: number): Span | null {
  const date = new Date(year, month, day)
  // The 31st of a month that has none would be another day.
  if (date.getMonth() !== month || date.getDate() !== day) return null
  // Not 24 hours on: the day may be one of 23 or 25.
  return { start: date.getTime(), end: new Date(year, month, day + 1).getTime() }
}

/** In the time zone of this computer, as every day on the screen. @param now epoch ms @returns null for no day */
export function dayOf(value: string, now: number): Span | null {
  const asked = value.trim().toLowerCase()
  const back = /^(\d{1,4})([mhdw])$/u.exec(asked)
  if (back) {
    const [, count = '0', unit] = back
    const at = now - Number(count) * (unit === 'm' || unit === 'h' || unit === 'd' ? unitMs[unit] : unitMs.w)
    return { start: at, end: at }
  }
  const today = new Date(now)
  if (asked === 'today' || asked === 'yesterday') {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (asked === 'today' ? 0 : 1))
    return wholeDay(day.getFullYear(), day.getMonth(), day.getDate())
  }
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(asked)
  if (!written) return null
  const [, year, month, day] = written
  return wholeDay(Number(year), Number(month) - 1, Number(day))
}
