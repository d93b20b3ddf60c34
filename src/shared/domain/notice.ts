/** @file What a brand tells everybody: kinds of notices, the chain of their posts, how far each came. Shapes only. */
import { z } from 'zod'
import { WireFailure } from '../errors.ts'
import { OwnId, Username, XId } from '../ids.ts'
import { JobView } from './outbox.ts'

/** `planned`: work that is to come. `outage`: something is wrong. `update`: what is known since. `all-clear`: it is over. */
export const NoticeKind = z.enum(['planned', 'outage', 'update', 'all-clear'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** With which a notice begins. */
export const FirstKind = NoticeKind.extract(['planned', 'outage'])
export type FirstKind = z.infer<typeof FirstKind>

/** Which go under the one before. */
export const FollowKind = NoticeKind.extract(['update', 'all-clear'])
export type FollowKind = z.infer<typeof FollowKind>

/**
 * Where a notice stands. `over`: its all-clear is out. `stuck`: one of its posts waits for somebody's word. `out`: its
 * first post is. `waiting`: that leaves by itself. `gone`: nothing of it is out, and nothing will be.
 */
export const NoticeStanding = z.enum(['stuck', 'waiting', 'out', 'over', 'gone'])
export type NoticeStanding = z.infer<typeof NoticeStanding>

/**
 * The id that a window gives one act, and keeps while it says it again: what core has of it already is answered, not
 * written a second time.
 */
export const ActId = z.uuid()

export const NoticePost = z.object({
  kind: NoticeKind,
  /** When it left, or is to leave. */
  at: z.number(),
  job: JobView,
  /** Its id at X; null while it is not there, or nobody knows it. */
  postId: XId.nullable(),
})
export type NoticePost = z.infer<typeof NoticePost>

export const NoticeView = z.object({
  id: OwnId,
  /** Notices of several brands that were written at once have it in common. */
  actId: ActId,
  brandId: OwnId,
  handleId: OwnId,
  username: Username,
  incident: z.object({ id: OwnId, title: z.string(), overAt: z.number().nullable() }).nullable(),
  title: z.string(),
  /** Of planned work. */
  startsAt: z.number().nullable(),
  endsAt: z.number().nullable(),
  /** What agents are shown, and what `{{brand.notice}}` says. */
  pinnedText: z.string(),
  standing: NoticeStanding,
  createdAt: z.number(),
  /** In the order in which they leave. */
  posts: z.array(NoticePost),
})
export type NoticeView = z.infer<typeof NoticeView>

export const NoticeTitle = z.string().trim().min(2).max(80)
export const NoticeText = z.string().trim().min(1).max(2_000)
export const PinnedText = z.string().trim().max(1_000)

/** What became of one brand's text: it is a job, or was kept back. */
export const NoticeWritten = z.object({
  /** Null: the notice that was to go on is not there. */
  brandId: OwnId.nullable(),
  /** Null: nothing was written. */
  noticeId: OwnId.nullable(),
  jobId: OwnId.nullable(),
  /** When it leaves; null where nothing was written. */
  leavesAt: z.number().nullable(),
  failure: WireFailure.nullable(),
})
export type NoticeWritten = z.infer<typeof NoticeWritten>
