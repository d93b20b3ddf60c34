/** @file Asking customers how it went. Part of the contract. */
import { z } from 'zod'
import { CsatSummary } from '../domain/csat-setting.ts'
import { JobView } from '../domain/outbox.ts'
import { OwnId } from '../ids.ts'

export const csatContract = {
  /** Puts the question into the outbox, held like any direct message. @throws `csat.not-now` */
  'csat.ask': { input: z.object({ ticketId: OwnId }), output: JobView },
  'csat.summary': { input: z.object({ brandId: OwnId }), output: CsatSummary },
}
