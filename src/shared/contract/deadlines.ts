/** @file Hours, holidays, and why something is due when it is. Part of the contract. */
import { z } from 'zod'
import { HolidaysSetting } from '../domain/deadline-settings.ts'

/** Characters of a calendar file. */
export const calendarAtMost = 2_000_000

export const deadlinesContract = {
  /**
   * The holidays in a calendar file, and how many entries are none; keeps nothing.
   * @throws `holidays.unreadable` when it is no calendar
   */
  'holidays.read': {
    input: z.object({ text: z.string().max(calendarAtMost) }),
    output: z.object({ days: HolidaysSetting.shape.days, leftOut: z.number().int() }),
  },
}
