/** @file A job as its table holds it. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { XId } from '../../shared/ids.ts'
import type { JobsTable } from '../db/tables/outbox.ts'

export type JobRow = Selectable<JobsTable>

const Progress = z.string().transform((json) => z.array(XId).parse(JSON.parse(json)))

/** The posts of a chain that X has, in their order; none for every other kind. */
export const progressOf = (job: Pick<JobRow, 'progress'>): string[] => Progress.parse(job.progress)
