/** @file Which command undoes a job at X, and what that costs. */
import type { Compensation, JobKind, JobState, Reversible } from '../../shared/domain/outbox.ts'
import type { ResourceKind } from '../../shared/domain/money.ts'
import { dollar, priceOf } from '../../shared/domain/prices.ts'
import { mayMove } from './rules.ts'

/** The line of X's price list that each is charged by, for one request. */
const charges: Record<Compensation, ResourceKind> = {
  'post.delete': 'interaction.delete',
  'post.hide': 'content.manage',
  'post.unhide': 'content.manage',
  'post.repost': 'interaction.create',
  'post.unrepost': 'interaction.delete',
  'post.bookmark': 'content.manage',
  'post.unbookmark': 'content.manage',
  'person.mute': 'interaction.create',
  'person.unmute': 'mute.delete',
}

/** Which command undoes what X has done; null: X knows none. A direct message cannot be taken back from its reader. */
export const compensations: Record<JobKind, Compensation | null> = {
  reply: 'post.delete',
  chain: 'post.delete',
  post: 'post.delete',
  dm: null,
  delete: null,
  edit: null,
  hide: 'post.unhide',
  unhide: 'post.hide',
  repost: 'post.unrepost',
  unrepost: 'post.repost',
  bookmark: 'post.unbookmark',
  unbookmark: 'post.bookmark',
  mute: 'person.unmute',
  unmute: 'person.mute',
}

/** How a job can be taken back. @param count how many posts of it X has */
export function reversible(kind: JobKind, state: JobState, count: number): Reversible {
  if (state !== 'unsure' && mayMove(state, 'recalled')) return { by: 'recall' }
  const command = compensations[kind]
  return state === 'sent' && command !== null
    ? { by: 'compensate', command, dollars: (priceOf[charges[command]] / dollar) * Math.max(1, count) }
    : { by: 'final' }
}
