/** @file A ticket's row of a report, whose lists come along as text: one statement for all, and little to carry. Pure. */
import { PausedStatus, type Pause } from '../deadlines/rules.ts'
import { must } from '../../shared/must.ts'
import type { Priority, SolvedHow } from '../../shared/domain/ticket.ts'

/** A ticket with anything in either period, and how many messages it had in each. */
export type TicketRow = {
  id: string
  number: number
  brandId: string
  customerId: string
  channel: 'public' | 'dm'
  priority: Priority
  ownerId: string | null
  openedAt: number
  /** When its first message came here; null: not known. */
  heardAt: number | null
  clockFrom: number
  solvedHow: SolvedHow | null
  incidentId: string | null
  importedAt: number | null
  category: string | null
  reach: string | null
  lang: string | null
  isErased: number
  /** In the order of the alphabet. */
  tags: readonly string[]
  /** When it did not wait for us, oldest first. */
  pauses: readonly Pause[]
  inNow: number
  outNow: number
  inBefore: number
  outBefore: number
}

/** What stands between two values, and between the parts of one, in a list that a row brings along as text. */
export const listEnd = '\u001e'
export const partEnd = '\u001f'

/** A ticket whose lists are text still. */
export type PackedTicket = Omit<
  TicketRow,
  'tags' | 'pauses' | 'inNow' | 'outNow' | 'inBefore' | 'outBefore'
> & {
  tags: string | null
  pauses: string | null
  spoken: string
}

/** A ticket as it is counted; its lists in order. */
export function unpacked({ tags, pauses, spoken, ...row }: PackedTicket): TicketRow {
  const [inNow = 0, inBefore = 0, outNow = 0, outBefore = 0] = spoken.split(partEnd).map(Number)
  return {
    ...row,
    inNow,
    inBefore,
    outNow,
    outBefore,
    tags: tags === null ? [] : tags.split(listEnd).toSorted(),
    pauses:
      pauses === null
        ? []
        : pauses
            .split(listEnd)
            .map(pauseOf)
            .toSorted((one, other) => one.from - other.from),
  }
}

/** Looked up, since there are many more pauses than ways to pause. */
const statuses = new Map<string, PausedStatus>(PausedStatus.options.map((status) => [status, status]))

function pauseOf(packed: string): Pause {
  const [status = '', from = '', until = ''] = packed.split(partEnd)
  return {
    status: must(statuses.get(status), 'a status that a ticket can pause in'),
    from: Number(from),
    until: until === '' ? null : Number(until),
  }
}
