/**
 * @file The lane of notices: answers to them go into their incident, and a trouble that nobody has posted a notice of is
 * told of once.
 */
import type { Clock } from '../../shared/clock.ts'
import { raiseAlert } from '../alerts/raise.ts'
import type { Database } from '../db/database.ts'
import { lane, type Lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { gatherAnswers } from './answers.ts'
import { toldOf } from './told.ts'
import { nudgeOf } from './rules.ts'
import { nudgesOf, troublesAt, type TroubleOf } from './troubles.ts'

export function noticeEngine({
  database,
  clock,
  log,
}: {
  database: Database
  clock: Clock
  log: Log
}): Pick<Lane, 'wake' | 'idle' | 'stop'> {
  async function pass(): Promise<number> {
    await gatherAnswers(database)
    const now = clock.now()
    const { due, nextAt } = await nudges(database, now)
    for (const trouble of due) await nudge(database, trouble, now)
    return nextAt
  }
  return lane(pass, { clock, log, failed: 'notices.failed' })
}

/** Of which troubles somebody is to be told now, one of a brand at most, and when the next one is due. */
async function nudges(
  { read }: Pick<Database, 'read'>,
  now: number,
): Promise<{ due: TroubleOf[]; nextAt: number }> {
  const troubles = await troublesAt(read, now)
  const brandIds = [...new Set(troubles.map(({ brandId }) => brandId))]
  const notices = await toldOf(read, brandIds)
  const told = await nudgesOf(read, brandIds)
  const due: TroubleOf[] = []
  let nextAt = Infinity
  for (const [brandId, ofBrand] of Map.groupBy(troubles, (one) => one.brandId)) {
    const found = nudgeOf(ofBrand, notices.get(brandId) ?? [], told.get(brandId) ?? [], now)
    nextAt = Math.min(nextAt, found.nextAt)
    const trouble = ofBrand.find(({ id }) => id === found.about?.id)
    if (trouble) due.push(trouble)
  }
  return { due, nextAt }
}

/** Tells of it, unless somebody began a notice since it was looked at. */
async function nudge(database: Database, { id, brandId, title }: TroubleOf, now: number): Promise<void> {
  await database.write(async (tx) => {
    const { due } = await nudges({ read: tx.db }, now)
    if (!due.some((one) => one.id === id)) return
    await tx.db.insertInto('notice_nudges').values({ brand_id: brandId, about: id, at: tx.at }).execute()
    raiseAlert(tx, { brandId, ticketId: null, reason: 'no-notice', words: title })
  })
}
