/** @file What agents do to things that stand at X: hide, delete, repost, bookmark, mute, edit, and undoing these for money. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { JobKind, JobView } from '../../shared/domain/outbox.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { retireUndo } from '../audit/audit.ts'
import { isCalled } from '../posts/called.ts'
import type { CallContext } from '../rpc-context.ts'
import { addJob } from './jobs.ts'
import { kinds } from './kinds/kinds.ts'
import { checkFilled } from './filled.ts'
import { checkLength } from './length.ts'
import { mayAct, mayEdit } from './may-act.ts'
import { compensations } from './prices.ts'
import { jobById, jobViewOf } from './repo.ts'
import { progressOf, type JobRow } from './row.ts'

type PostAct = Exclude<JobKind, 'reply' | 'chain' | 'dm' | 'post' | 'edit' | 'mute' | 'unmute'>
type Methods = `post.${PostAct | 'edit'}` | 'person.mute' | 'person.unmute' | 'outbox.compensate'

/** A post with what decides who may do what with it. @throws Failure `post.not-allowed` when this handle never saw it */
async function postToActOn(db: Reads, handleId: string, postId: string) {
  const post = await db
    .selectFrom('posts')
    .innerJoin('visible_to', (join) =>
      join.onRef('visible_to.item_id', '=', 'posts.id').on('visible_to.kind', '=', 'post'),
    )
    .innerJoin('handles', 'handles.id', 'visible_to.handle_id')
    .leftJoin('posts as root', 'root.id', 'posts.conversation_id')
    .leftJoin('people', 'people.x_user_id', 'handles.x_user_id')
    .select(['posts.id', 'posts.latest_id as latestId', 'posts.author_id as authorId', 'posts.version'])
    .select(['posts.in_reply_to_post_id as inReplyToPostId', 'posts.in_reply_to_user_id as inReplyToUserId'])
    .select(['posts.created_at as createdAt', 'handles.x_user_id as us', 'root.author_id as rootAuthorId'])
    .select('people.verified')
    .where('handles.id', '=', handleId)
    .where(isCalled('posts', [postId]))
    .executeTakeFirst()
  if (!post) throw new Failure('post.not-allowed', { reason: 'unseen' })
  return post
}

async function act(
  tx: Tx,
  kind: PostAct,
  target: { handleId: string; postId: string; ticketId?: string | null | undefined },
  isConfirmed = false,
): Promise<JobView> {
  const post = await postToActOn(tx.db, target.handleId, target.postId)
  const reason = mayAct(kind, post)
  if (reason !== null) throw new Failure('post.not-allowed', { reason })
  return addJob(tx, {
    kind,
    handleId: target.handleId,
    ticketId: target.ticketId ?? null,
    // X deletes the whole history by any of its ids; everything else means the version that stands there.
    payload: { postId: kind === 'delete' ? post.id : post.latestId },
    isConfirmed,
  })
}

/** Undoes what X has done by another command. Of a chain every post goes, the newest first. @throws `job.final` */
async function compensate(tx: Tx, job: JobRow): Promise<string> {
  const command = compensations[job.kind]
  if (command === null || job.state !== 'sent') throw new Failure('job.final', { jobId: job.id })
  await retireUndo(tx, job.id)
  const { handle_id: handleId, ticket_id: ticketId } = job
  const { targetPostId, targetPersonId } = kinds[job.kind].show(job)
  if (kinds[job.kind].isMessage) {
    const posts = job.kind === 'chain' ? progressOf(job) : job.sent_item_id === null ? [] : [job.sent_item_id]
    if (posts.length === 0) throw new Failure('job.final', { jobId: job.id })
    const jobs: JobView[] = []
    for (const postId of posts.toReversed())
      jobs.push(await act(tx, 'delete', { handleId, postId, ticketId }, true))
    return must(jobs[0], 'a message that X has is a post').id
  }
  const kind = undoing(job.kind)
  const payload =
    targetPersonId === null
      ? { postId: must(targetPostId, 'an act on a post names it') }
      : { xUserId: targetPersonId }
  return (await addJob(tx, { kind, handleId, ticketId, payload, isConfirmed: true })).id
}

const opposites: Partial<Record<JobKind, JobKind>> = {
  hide: 'unhide',
  unhide: 'hide',
  repost: 'unrepost',
  unrepost: 'repost',
  bookmark: 'unbookmark',
  unbookmark: 'bookmark',
  mute: 'unmute',
  unmute: 'mute',
}
const undoing = (kind: JobKind): JobKind => must(opposites[kind], 'what is undone has an opposite')

/** Undo of what X has done costs money: it is offered, and what was done stays until somebody confirms. */
export async function offerUndo(tx: Tx, row: { event: string; job_id: string | null }): Promise<UndoResult> {
  const job = await jobViewOf(tx.db, must(row.job_id, 'what X has done was a job'))
  const { reversible } = job
  return {
    event: row.event,
    ticketIds: job.ticketId === null ? [] : [job.ticketId],
    reach: 'priced',
    channel: null,
    offer:
      reversible.by === 'compensate'
        ? { jobId: job.id, command: reversible.command, dollars: reversible.dollars }
        : null,
  }
}

/** The events that `offerUndo` undoes. */
export const offeredEvents = [
  'post.hidden',
  'post.unhidden',
  'post.reposted',
  'post.unreposted',
  'post.bookmarked',
  'post.unbookmarked',
  'person.muted',
  'person.unmuted',
] as const

export function actService({
  database,
  xNow,
}: {
  database: Database
  /** What time it is for X, epoch ms. */
  xNow: () => number
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const onPost =
    (kind: PostAct) =>
    (target: { handleId: string; postId: string; ticketId?: string | null | undefined }): Promise<JobView> =>
      database.write((tx) => act(tx, kind, target))
  const onPerson =
    (kind: 'mute' | 'unmute') =>
    (target: { handleId: string; xUserId: string; ticketId?: string | null | undefined }): Promise<JobView> =>
      database.write((tx) =>
        addJob(tx, {
          kind,
          handleId: target.handleId,
          ticketId: target.ticketId ?? null,
          payload: { xUserId: target.xUserId },
        }),
      )
  return {
    'post.delete': onPost('delete'),
    'post.hide': onPost('hide'),
    'post.unhide': onPost('unhide'),
    'post.repost': onPost('repost'),
    'post.unrepost': onPost('unrepost'),
    'post.bookmark': onPost('bookmark'),
    'post.unbookmark': onPost('unbookmark'),
    'person.mute': onPerson('mute'),
    'person.unmute': onPerson('unmute'),
    'post.edit': ({ handleId, postId, ticketId, text, override }) => {
      checkFilled([text])
      checkLength('public', [text])
      return database.write(async (tx) => {
        const post = await postToActOn(tx.db, handleId, postId)
        const reason = mayEdit(post, xNow())
        if (reason !== null) throw new Failure('post.not-allowed', { reason })
        return addJob(tx, {
          kind: 'edit',
          handleId,
          ticketId: ticketId ?? null,
          payload: { text, postId: post.id, previousPostId: post.latestId },
          override,
        })
      })
    },
    'outbox.compensate': ({ jobId }) =>
      database.write(async (tx) => {
        const id = await compensate(tx, await jobById(tx.db, jobId))
        return jobViewOf(tx.db, id)
      }),
  }
}
