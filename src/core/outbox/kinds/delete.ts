/** @file Deletes an own post. Final: whoever has seen it has seen it. What is gone already counts as deleted. */
import { postDeleted } from '../../tickets/answer-gone.ts'
import { done, OnPost, showPost } from './act.ts'
import { kind, type Outcome, type Outgoing } from './kind.ts'

const send = async ({ job, x, purpose }: Outgoing, { postId }: { postId: string }): Promise<Outcome> => {
  await x.deletePost(job.handle_id, postId, purpose)
  return done
}

const gone: ReadonlySet<string> = new Set(['not-found', 'deleted'])

export const deletion = kind({
  schema: OnPost,
  family: 'deletes',
  event: 'post.deleted',
  isMessage: false,
  show: showPost,
  send,
  findSynced: async ({ db }, { postId }) => {
    const buried = await db
      .selectFrom('tombstones')
      .select('item_id')
      .where('kind', '=', 'post')
      .where('item_id', '=', postId)
      .executeTakeFirst()
    return buried ? done : null
  },
  // A second deletion finds nothing to delete and costs nothing.
  confirm: send,
  repeats: true,
  onRefused: (failure) => (failure.is('x.refused') && gone.has(failure.data.reason) ? done : null),
  async onSent(tx, _job, { postId }) {
    await postDeleted(tx, postId)
  },
})
