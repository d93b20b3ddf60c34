/** @file How much of X's limits on sending is used, and when each queued job will leave: shown before they bite. */
import type { OutboxLimits, SendLimit } from '../../shared/domain/outbox.ts'
import type { Reads } from '../db/database.ts'
import { attemptsSince, familyCounted } from './attempts.ts'
import { kinds } from './kinds/kinds.ts'
import { fitsAt, fullness, windows, type Window } from './limits.ts'
import { liveJobs } from './repo.ts'
import { progressOf, type JobRow } from './row.ts'

type Who = { handleId: string; appId: string }
type Attempts = { handleId: string; appId: string; family: 'posts' | 'dms'; at: number }[]

const countingFor = (window: Window, who: Who, attempts: Attempts): number[] =>
  attempts
    .filter(
      (one) =>
        one.family === window.family &&
        (window.per === 'app' ? one.appId === who.appId : one.handleId === who.handleId),
    )
    .map(({ at }) => at)

/** @param pausedUntil until when X lets nothing of a lane leave · @param now epoch ms */
export async function limitsView(
  db: Reads,
  now: number,
  pausedUntil: (lane: string) => number | null,
): Promise<OutboxLimits> {
  const attempts = await attemptsSince(db, now)
  const handles = await db
    .selectFrom('handles')
    .select(['id as handleId', 'app_id as appId'])
    .where('state', '<>', 'removed')
    .execute()
  const apps = [...new Set(handles.map(({ appId }) => appId))]
  const limits = windows.flatMap((window): SendLimit[] => {
    const owners: (Who & { shown: string | null })[] =
      window.per === 'handle'
        ? handles.map((handle) => ({ ...handle, shown: handle.handleId }))
        : apps.map((appId) => ({ appId, handleId: '', shown: null }))
    return owners.map((who) => ({
      limit: window.limit,
      appId: who.appId,
      handleId: who.shown,
      max: window.max,
      ...fullness(window, countingFor(window, who, attempts), now),
    }))
  })
  return { limits, queue: forecast(await liveJobs(db), attempts, handles, now, pausedUntil) }
}

/** When each job that waits for nothing but X leaves, in the order of its lane. */
function forecast(
  jobs: readonly JobRow[],
  known: Attempts,
  handles: readonly Who[],
  now: number,
  pausedUntil: (lane: string) => number | null,
): OutboxLimits['queue'] {
  const attempts = [...known]
  const laneFree = new Map<string, number>()
  return jobs.flatMap((job) => {
    const who = handles.find(({ handleId }) => handleId === job.handle_id)
    if (!who || (job.state !== 'queued' && job.state !== 'held')) return []
    const family = familyCounted(job.kind)
    const mine = windows.filter((window) => window.family === family)
    let leavesAt = Math.max(
      now,
      job.release_at,
      job.next_try_at ?? 0,
      pausedUntil(job.lane) ?? 0,
      laneFree.get(job.lane) ?? 0,
    )
    const requests = Math.max(1, kinds[job.kind].show(job).parts.length - progressOf(job).length)
    for (let request = 0; request < requests; request++) {
      for (const window of mine)
        leavesAt = Math.max(leavesAt, fitsAt(window, countingFor(window, who, attempts), leavesAt))
      if (family !== null) attempts.push({ ...who, family, at: leavesAt })
    }
    laneFree.set(job.lane, leavesAt)
    return [{ jobId: job.id, leavesAt }]
  })
}
