/** @file Incidents: gathering tickets, answering all of their customers, saying that it is over. Part of the contract. */
import { z } from 'zod'
import { AlikeReason, IncidentDetail, IncidentView, Telling, TellKind, Wordings } from '../domain/incident.ts'
import { IncidentWords } from '../domain/incident-words.ts'
import { OwnId } from '../ids.ts'
import { Done, nothing, ticketIds } from './common.ts'

const incident = z.object({ incidentId: OwnId })
const telling = incident.extend({
  kind: TellKind,
  wordings: Wordings,
  /** Null: of messages that are too alike only the first few go. */
  reason: AlikeReason,
})

export const incidentsContract = {
  /** Those that go on, then those that are over, each newest first. */
  'incident.list': { input: nothing, output: z.array(IncidentView) },
  /** @throws `incident.missing` */
  'incident.get': { input: incident, output: IncidentDetail },
  /** @throws `incident.other-brand` for a ticket of another one, `ticket.missing` */
  'incident.open': {
    input: IncidentWords.extend({ brandId: OwnId, ticketIds: z.array(OwnId).max(1_000) }),
    output: IncidentView,
  },
  /** @throws `incident.missing` */
  'incident.set': { input: incident.extend({ words: IncidentWords }), output: IncidentView },
  /** Puts tickets into it, out of another one if need be. @throws `incident.missing`, `incident.other-brand` */
  'incident.gather': { input: ticketIds.extend({ incidentId: OwnId }), output: Done },
  /** Takes tickets out, or says that a suggested one is none of it: it is not suggested again. */
  'incident.release': { input: ticketIds.extend({ incidentId: OwnId }), output: Done },
  /** Every message as it would leave, and when the last one would. Writes nothing. */
  'incident.preview': {
    input: telling,
    output: z.object({ tellings: z.array(Telling), finishAt: z.number().nullable() }),
  },
  /**
   * Sends them, each on its own: what has changed since the preview is skipped and told. Whoever has one gets no second.
   * @throws `incident.missing`, `brand.read-only`, `approval.no-author`
   */
  'incident.tell': {
    input: telling,
    output: z.object({
      sent: z.array(OwnId),
      skipped: z.array(Telling),
      finishAt: z.number().nullable(),
    }),
  },
  /** It is over, or goes on after all. Its tickets stay as they are. @throws `incident.missing` */
  'incident.end': { input: incident, output: IncidentView },
  'incident.resume': { input: incident, output: IncidentView },
}
