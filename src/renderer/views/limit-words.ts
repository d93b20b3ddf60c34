/** @file X's limits on sending, said before they bite: pure. */
import type { OutboxLimits, SendLimit } from '../../shared/domain/outbox.ts'
import { clockTime } from '../time.ts'
import { t } from '../words.ts'

/** From this share of a limit on it is said. */
const nearShare = 0.8

/** Who would send, and how. */
export type Sender = { appId: string; handleId: string; channel: 'public' | 'dm' }

const counts = (limit: SendLimit, { appId, handleId, channel }: Sender): boolean =>
  (limit.limit === 'posts') === (channel === 'public') &&
  limit.appId === appId &&
  (limit.handleId === null || limit.handleId === handleId)

/**
 * The limit that is nearest to its end, in words; null while none is near.
 * @param more how many posts the message would be
 */
export function limitWords(limits: OutboxLimits | null, sender: Sender, more: number): string | null {
  const near = (limits?.limits ?? [])
    .filter((limit) => counts(limit, sender) && limit.used + more > limit.max * nearShare)
    .toSorted((one, other) => other.used / other.max - one.used / one.max)[0]
  if (!near) return null
  const used = t(`limit.${near.limit}`, { used: near.used, max: near.max })
  const over = near.used + more > near.max && near.freesAt !== null
  return over ? t('limit.waits', { used, time: clockTime(near.freesAt ?? 0) }) : used
}

/** When a limit that counts for this sender has more room than now, epoch ms; null while none counts anything. */
export function freesNext(limits: OutboxLimits | null, sender: Sender): number | null {
  const instants = (limits?.limits ?? []).flatMap((limit) =>
    counts(limit, sender) && limit.freesAt !== null ? [limit.freesAt] : [],
  )
  return instants.length === 0 ? null : Math.min(...instants)
}
