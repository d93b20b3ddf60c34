/** @file What whoever comes to the keyboard is told, and what whoever leaves says. Part of the contract. */
import { z } from 'zod'
import { Zone } from '../domain/deadline-settings.ts'
import { HandoverLine, HandoverRow, HandoverText, HandoverView } from '../domain/handover.ts'
import { handoverFileAtMost, HandoverTaking } from '../domain/handover-file.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

const file = z.object({ content: z.string().max(handoverFileAtMost) })

/** The zone in which the agent's day begins and ends. */
const zoned = { zone: Zone }

export const handoverContract = {
  /**
   * Somebody is at the keyboard. The first time on a day, a stay begins: what came since the last one is told.
   * `hereUntil`: when the window was last touched before; null: not since it was opened.
   * `due`: there is something to tell, and it was not shown in this stay.
   */
  'handover.begin': {
    input: z.object({ ...zoned, hereUntil: z.number().nullable() }),
    output: z.object({ due: z.boolean() }),
  },
  'handover.get': { input: z.object(zoned), output: HandoverView },
  /** The rows of one line, `handoverRowsAtMost` of them. @param input `sinceAt` as the page was told */
  'handover.rows': {
    input: z.object({ ...zoned, brandId: OwnId, line: HandoverLine, sinceAt: z.number() }),
    output: z.object({ rows: z.array(HandoverRow), count: z.number() }),
  },
  /** The page is on screen: in this stay it does not open by itself again. */
  'handover.seen': { input: nothing, output: nothing },
  /** Keeps what who sits here means to leave about a brand; nothing forgets it. @throws `brand.missing` */
  'handover.draft': { input: z.object({ brandId: OwnId, text: HandoverText }), output: nothing },
  /** Leaves all that who sits here has drafted. Undo makes drafts of it, while nobody took over. */
  'handover.leave': { input: nothing, output: z.object({ brandIds: z.array(OwnId) }) },
  /**
   * Takes over: these sentences are confirmed, with who and when, and what is new is told from now on.
   * Those that are confirmed already stay as they are.
   */
  'handover.confirm': {
    input: z.object({ wordIds: z.array(OwnId).max(1_000) }),
    output: z.object({ count: z.number() }),
  },
  /** Where tickets stand, whose they are and what was noted, as a file for another computer; no word of a message. */
  'handover.export': {
    input: nothing,
    output: z.object({ name: z.string(), content: z.string(), tickets: z.number(), more: z.boolean() }),
  },
  /** What such a file would change here. Writes nothing. @throws `handover.invalid`, `handover.newer`, `handover.other-origin` */
  'handover.preview': { input: file, output: HandoverTaking },
  /** Takes it in as one action that undo takes back; nothing is sent. @throws as `handover.preview` */
  'handover.import': { input: file, output: HandoverTaking },
}
