/** @file Reading the past of a handle. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { BackfillDays, BackfillEstimate, BackfillView } from '../domain/backfill.ts'
import { nothing } from './common.ts'

export const backfillContract = {
  /** What reading the past of a handle would bring and cost. Asks X to count where the app has a bearer token. */
  'backfill.estimate': { input: z.object({ handleId: OwnId }), output: BackfillEstimate },
  /** Reads the past so many days back, newest first. What is here already is not read again. */
  'backfill.start': { input: z.object({ handleId: OwnId, days: BackfillDays }), output: BackfillView },
  'backfill.pause': { input: z.object({ handleId: OwnId }), output: BackfillView },
  'backfill.resume': { input: z.object({ handleId: OwnId }), output: BackfillView },
  /** Ends it for good; what came so far stays. */
  'backfill.cancel': { input: z.object({ handleId: OwnId }), output: BackfillView },
  'backfill.list': { input: nothing, output: z.array(BackfillView) },
}
