/** @file Hours, holidays, and why something is due when it is. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { DeadlineView } from '../domain/deadline.ts'
import { HolidaysSetting } from '../domain/deadline-settings.ts'

/** Characters of a calendar file. */
export const calendarAtMost = 2_000_000

export const deadlinesContract = {
  /** The running clocks of a ticket, the reply first. @throws `ticket.missing` */
  'ticket.deadlines': { input: z.object({ ticketId: OwnId }), output: z.array(DeadlineView) },
  /**
   * The holidays in a calendar file, and how many entries are none; keeps nothing.
   * @throws `holidays.unreadable` when it is no calendar
   */
  'holidays.read': {
    input: z.object({ text: z.string().max(calendarAtMost) }),
    output: z.object({ days: HolidaysSetting.shape.days, leftOut: z.number().int() }),
  },
}
