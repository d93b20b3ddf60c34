/** @file The periods that a report is usually asked for, as whole days. Pure. */
import type { ReportPeriod } from '../../../shared/domain/report.ts'

/** `custom` is what somebody typed. */
export const presets = ['this-month', 'last-month', 'last-week', 'last-quarter', 'custom'] as const
export type Preset = (typeof presets)[number]

const dateOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** @param now epoch ms, in the zone of this computer */
export function periodOf(preset: Exclude<Preset, 'custom'>, now: number): ReportPeriod {
  const today = new Date(now)
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  switch (preset) {
    case 'this-month':
      return { from: dateOf(year, month, 1), until: dateOf(year, month + 1, 1) }
    case 'last-month':
      return { from: dateOf(year, month - 1, 1), until: dateOf(year, month, 1) }
    case 'last-quarter': {
      const first = month - (month % 3)
      return { from: dateOf(year, first - 3, 1), until: dateOf(year, first, 1) }
    }
    case 'last-week': {
      // Weeks begin on Monday.
      const monday = day - ((today.getDay() + 6) % 7)
      return { from: dateOf(year, month, monday - 7), until: dateOf(year, month, monday) }
    }
  }
}

/** The last day of a period, which a person names as its end. */
export const lastDay = ({ until }: ReportPeriod): string => dayAfter(until, -1)

/** @param date `2026-12-25` */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
