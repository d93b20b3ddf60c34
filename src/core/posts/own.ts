/** @file The newest posts of a brand's own handles, those beside every ticket too. Reads only. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { editsTakenBack } from '../outbox/edits-taken-back.ts'
import { mayEdit } from '../outbox/may-act.ts'
import type { CallContext } from '../rpc-context.ts'
import { Entities } from './records.ts'
import { runsOf } from './text.ts'

/** Older ones are for X's own site. */
const postsAtMost = 30

export function ownPostService({
  database,
  xNow,
}: {
  database: Database
  /** What time it is for X, epoch ms. */
  xNow: () => number
}): Pick<Handlers<Contract, CallContext>, 'post.own'> {
  return {
    'post.own': async ({ brandId }) => {
      const rows = await database.read
        .selectFrom('handles')
        .innerJoin('posts', (join) => join.onTrue())
        .innerJoin('visible_to', (join) =>
          join
            .onRef('visible_to.item_id', '=', 'posts.id')
            .onRef('visible_to.handle_id', '=', 'handles.id')
            .on('visible_to.kind', '=', 'post'),
        )
        .leftJoin('people', 'people.x_user_id', 'handles.x_user_id')
        .select(['posts.id', 'posts.text', 'posts.entities', 'posts.created_at as at', 'posts.version'])
        .select('people.verified')
        .select(['posts.author_id as authorId', 'posts.in_reply_to_post_id as inReplyToPostId'])
        .select([
          'posts.in_reply_to_user_id as inReplyToUserId',
          'handles.id as handleId',
          'handles.username',
        ])
        .where('handles.brand_id', '=', brandId)
        // The newest of each handle, along the index: all that a brand ever wrote would have to be sorted.
        .where((where) =>
          where(
            'posts.id',
            'in',
            where
              .selectFrom('posts as q')
              .select('q.id')
              .whereRef('q.author_id', '=', 'handles.x_user_id')
              .where('q.reposted_post_id', 'is', null)
              .orderBy('q.created_at', 'desc')
              .orderBy('q.id', 'desc')
              .limit(postsAtMost),
          ),
        )
        .orderBy('posts.created_at', 'desc')
        .orderBy('posts.id', 'desc')
        .limit(postsAtMost)
        .execute()
      const takenBack = await editsTakenBack(database.read, brandId)
      return rows.map((row) => ({
        id: row.id,
        handleId: row.handleId,
        username: row.username,
        runs: runsOf(row.text, fromJson(Entities, row.entities)),
        at: row.at,
        noEdit: mayEdit({ ...row, us: row.authorId, rootAuthorId: null, createdAt: row.at }, xNow()),
        takenBack: takenBack.get(row.id) ?? null,
      }))
    },
  }
}
