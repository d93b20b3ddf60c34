/** @file Turns what the console wants to see on X into an address. The one guarded way to the browser is main's. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import { routesOf } from '../replies/routes.ts'
import type { CallContext } from '../rpc-context.ts'

type Parts = { database: Database; open: (url: string) => Promise<void>; xWebOrigin: string }

export function linkService({
  database,
  open,
  xWebOrigin,
}: Parts): Pick<Handlers<Contract, CallContext>, 'link.open'> {
  return {
    'link.open': async (target) => {
      switch (target.kind) {
        case 'post':
          // X forwards this form to the author's own address of the post.
          await open(`${xWebOrigin}/i/status/${target.postId}`)
          break
        case 'edit-history':
          await open(`${xWebOrigin}/i/status/${target.postId}/history`)
          break
        case 'profile':
          await open(`${xWebOrigin}/${target.username}`)
          break
        case 'x-chat':
          await open(`${xWebOrigin}/i/chat`)
          break
        case 'web-intent': {
          const { webIntentUrl } = await routesOf(database.read, target.ticketId, xWebOrigin)
          if (!webIntentUrl) throw new Failure('reply.no-route', { reason: 'no-public-post' })
          await open(webIntentUrl)
          break
        }
        case 'reply-intent': {
          const post = await database.read
            .selectFrom('posts')
            .select('latest_id')
            .where('id', '=', target.postId)
            .executeTakeFirst()
          if (!post) throw new Failure('reply.no-route', { reason: 'no-public-post' })
          await open(`${xWebOrigin}/intent/tweet?in_reply_to=${post.latest_id}`)
          break
        }
        case 'link':
          await open(target.href)
      }
      return {}
    },
  }
}
