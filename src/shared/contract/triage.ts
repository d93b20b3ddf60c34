/** @file What agents say of tickets instead of triage, and what they do about impostors. Part of the contract. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { Category, LearnedWeight } from '../domain/triage.ts'
import { Done, nothing, ticketIds } from './common.ts'

const impostor = z.object({ ticketId: OwnId, xUserId: XId })

export const triageContract = {
  /** Of the messages that wait, or of the newest. Tickets that are that already are left out of the answer. */
  'ticket.categorize': { input: ticketIds.extend({ category: Category }), output: Done },
  /** Every weight that corrections moved in this workspace, the furthest first. */
  'triage.learned': { input: nothing, output: z.array(LearnedWeight) },
  /** Notes where it was seen, and opens X's form for it. */
  'impostor.report': { input: impostor, output: Done },
  /** It is none. */
  'impostor.dismiss': { input: impostor, output: Done },
}
