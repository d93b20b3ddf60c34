/** @file Tells the customers of an incident, each by a message of their own. Everybody else: core/notices. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Override } from '../../shared/domain/guard.ts'
import type { Telling } from '../../shared/domain/incident.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { noteHeldBack } from '../guards/held-back.ts'
import { attemptsSince, familyCounted } from '../outbox/attempts.ts'
import { liveJobs } from '../outbox/repo.ts'
import { writeAnswer } from '../outbox/send.ts'
import type { CallContext } from '../rpc-context.ts'
import { incidentRow } from './repo.ts'
import { finishOf, type Leaving } from './rules.ts'
import { prepare, prepareAll, type Asked, type Prepared } from './tellings.ts'

type Methods = 'incident.preview' | 'incident.tell'
type Parts = { database: Database; clock: Pick<Clock, 'now'>; xWebOrigin: string }

const shown = ({ ticketId, number, customer, channel, text, skip }: Prepared): Telling => ({
  ticketId,
  number,
  customer,
  channel,
  text,
  skip,
})

/** When the last of them is at X, behind what waits already. @param at epoch ms */
async function finishAt(db: Reads, going: readonly Prepared[], at: number): Promise<number | null> {
  const handles = await db.selectFrom('handles').select(['id', 'app_id']).execute()
  const appOf = new Map(handles.map(({ id, app_id: appId }) => [id, appId]))
  const waiting = (await liveJobs(db)).flatMap((job) => {
    const family = familyCounted(job.kind)
    if (family === null || job.state === 'unsure') return []
    const appId = appOf.get(job.handle_id) ?? ''
    return [{ handleId: job.handle_id, appId, family, at: Math.max(at, job.release_at) }]
  })
  const leaving: Leaving[] = []
  for (const one of going) {
    const { handle_id: handleId } = await db
      .selectFrom('tickets')
      .select('handle_id')
      .where('id', '=', one.ticketId)
      .executeTakeFirstOrThrow()
    const family = one.channel === 'dm' ? 'dms' : 'posts'
    leaving.push({ handleId, appId: appOf.get(handleId) ?? '', family })
  }
  return finishOf(leaving, [...(await attemptsSince(db, at)), ...waiting], at)
}

/** The reason that an agent gave for sending the same words to many, as the guards want it. */
function overrideOf({ findings }: Prepared, reason: string | null): Override | undefined {
  const keys = findings
    .filter(({ guard, severity }) => guard === 'same-text' && severity === 'ask')
    .map(({ key }) => key)
  return reason === null || keys.length === 0 ? undefined : { findings: keys, reason }
}

/** Guards leave a customer out: what they keep back is seen before it would become a job, and is noted here. */
function noteLeftOut(tx: Tx, brandId: string, { ticketId, skip }: Prepared): void {
  if (skip?.why === 'guarded') noteHeldBack(tx, { ticketId, brandId }, skip.guards)
}

export function tellService({
  database,
  clock,
  xWebOrigin,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  /** Writes one message, if it still may leave as it was shown. */
  const tellOne = (
    planned: Prepared,
    wording: string,
    { incidentId, kind, reason, brandId }: Asked & { brandId: string },
  ) =>
    database.write(async (tx): Promise<Prepared> => {
      const now = await prepare(tx.db, planned.ticketId, wording, { incidentId, kind, xWebOrigin, at: tx.at })
      noteLeftOut(tx, brandId, now)
      if (now.skip !== null || now.channel === null) return now
      const job = await writeAnswer(
        tx,
        {
          ticketId: now.ticketId,
          channel: now.channel,
          parts: [now.text],
          targetPostId: now.targetPostId,
          solves: kind === 'all-clear',
          override: overrideOf(now, reason),
        },
        xWebOrigin,
      )
      await tx.db
        .insertInto('incident_messages')
        .values({ job_id: job.id, incident_id: incidentId, ticket_id: now.ticketId, kind })
        .execute()
      tx.touch.brand(job.brandId)
      return now
    })

  return {
    'incident.preview': async (asked) => {
      const { read } = database
      await incidentRow(read, asked.incidentId)
      const at = clock.now()
      const all = await prepareAll(read, asked, { xWebOrigin, at })
      const going = all.filter(({ skip }) => skip === null)
      return { tellings: all.map(shown), finishAt: await finishAt(read, going, at) }
    },

    'incident.tell': async (asked) => {
      const { read } = database
      const row = await incidentRow(read, asked.incidentId)
      const { brand_id: brandId } = row
      const planned = await prepareAll(read, asked, { xWebOrigin, at: clock.now() })
      const done: Prepared[] = []
      let turn = 0
      for (const one of planned) {
        if (one.skip !== null) {
          if (one.skip.why === 'guarded') await database.write((tx) => noteLeftOut(tx, brandId, one))
          done.push(one)
          continue
        }
        const wording = must(asked.wordings[turn++ % asked.wordings.length], 'there is a wording')
        done.push(await tellOne(one, wording, { ...asked, brandId }))
      }
      const sent = done.filter(({ skip }) => skip === null).map(({ ticketId }) => ticketId)
      await database.write(async (tx) => {
        await record(tx, {
          event: asked.kind === 'answer' ? 'incident.answered' : 'incident.cleared',
          actionId: newId(tx.at),
          brandId,
          after: { id: row.id, sent: sent.length, skipped: done.length - sent.length },
          undoable: false,
        })
      })
      return {
        sent,
        skipped: done.filter(({ skip }) => skip !== null).map(shown),
        finishAt: await finishAt(read, [], clock.now()),
      }
    },
  }
}
