/** @file Status notices: one act, a text of each brand's own, a chain of posts. Part of the contract. */
import { z } from 'zod'
import { Override } from '../domain/guard.ts'
import {
  ActId,
  FirstKind,
  FollowKind,
  NoticeKind,
  NoticeText,
  NoticeTitle,
  NoticeView,
  NoticeWritten,
  PinnedText,
} from '../domain/notice.ts'
import { OwnId, Username } from '../ids.ts'
import { nothing } from './common.ts'

const mostAtOnce = 100

const notice = z.object({ noticeId: OwnId })
const when = { startsAt: z.number().int().nullable(), endsAt: z.number().int().nullable() }

const words = z.object({
  text: NoticeText,
  /** Leaves then instead of after its hold; null: after its hold. */
  scheduledAt: z.number().int().nullable(),
  /** Its words become the pinned text once X has them, and what is known of its incident. */
  pins: z.boolean(),
  /** Why it goes out in spite of what the guards found. */
  override: Override.optional(),
})

export const noticesContract = {
  /** Newest first. */
  'notice.list': { input: nothing, output: z.array(NoticeView) },
  /** Each brand's own text, made from its template. What has no value stays between its braces. */
  'notice.suggest': {
    input: z.object({
      kind: NoticeKind,
      title: z.string().trim().max(80),
      ...when,
      brands: z
        .array(z.object({ brandId: OwnId, handleId: OwnId, incidentId: OwnId.nullable() }))
        .max(mostAtOnce),
    }),
    output: z.array(z.object({ brandId: OwnId, text: z.string() })),
  },
  /**
   * Begins a notice of each brand. Each is written, or kept back, on its own: what stops one brand's text holds up no
   * other brand, what nobody foresaw among it. `username`: the handle as the screen showed it. Said again with the same
   * `actId`, it answers with what a handle has of that act, and writes the rest.
   */
  'notice.post': {
    input: z.object({
      actId: ActId,
      kind: FirstKind,
      title: NoticeTitle,
      ...when,
      items: z
        .array(
          words.extend({
            brandId: OwnId,
            handleId: OwnId,
            username: Username,
            incidentId: OwnId.nullable(),
          }),
        )
        .min(1)
        .max(mostAtOnce),
    }),
    output: z.array(NoticeWritten),
  },
  /** Goes on under what each notice has out by then. Each on its own, as `notice.post`. */
  'notice.follow': {
    input: z.object({
      actId: ActId,
      kind: FollowKind,
      items: z
        .array(words.extend({ noticeId: OwnId, username: Username }))
        .min(1)
        .max(mostAtOnce),
    }),
    output: z.array(NoticeWritten),
  },
  /** Sets the pinned text. @throws `notice.missing` */
  'notice.pin': { input: notice.extend({ text: PinnedText }), output: NoticeView },
  /** Says which incident it is of, or that it is of none. @throws `notice.missing`, `incident.other-brand` */
  'notice.link': { input: notice.extend({ incidentId: OwnId.nullable() }), output: NoticeView },
}
