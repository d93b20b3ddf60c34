/**
 * @file What the kinds share that change one thing at X and carry no words. Such a request may be made twice: the
 * second finds it as wanted. So a lost answer is settled by asking for the same again, after X had time for the first.
 */
import { z } from 'zod'
import { XId } from '../../../shared/ids.ts'
import type { Tx } from '../../db/database.ts'
import type { MarksTable } from '../../db/tables/outbox.ts'
import type { XGateway } from '../../x/gateway.ts'
import type { JobRow } from '../row.ts'
import { kind, type Kind, type KindOf, type Outcome, type Outgoing, type Shown } from './kind.ts'

/** What happens to one post. */
export const OnPost = z.object({ postId: XId })
/** What happens to one person. */
const OnPerson = z.object({ xUserId: XId })

const bare = { channel: 'public', parts: [], text: '', attachmentIds: [] } as const

export const showPost = ({ postId }: z.infer<typeof OnPost>): Shown => ({
  ...bare,
  targetPostId: postId,
  targetPersonId: null,
})

/** It is done, and nothing new stands at X. */
export const done: Outcome = { item: null }

/** Something that is either so or not. */
type Switch = Pick<KindOf<unknown>, 'family' | 'event'> & {
  mark: MarksTable['mark']
  on: boolean
  ask: (x: XGateway, handleId: string, itemId: string, purpose: Outgoing['purpose']) => Promise<void>
}

async function keepMark(tx: Tx, { mark, on }: Switch, job: JobRow, itemId: string): Promise<void> {
  if (on)
    await tx.db
      .insertInto('marks')
      .values({ mark, handle_id: job.handle_id, item_id: itemId, at: tx.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await tx.db
      .deleteFrom('marks')
      .where('mark', '=', mark)
      .where('handle_id', '=', job.handle_id)
      .where('item_id', '=', itemId)
      .execute()
}

/** A kind that switches something on or off. @param itemOf the post or the person of a payload */
function switching<P>(
  parts: Switch,
  schema: z.ZodType<P>,
  itemOf: (payload: P) => string,
  show: (payload: P) => Shown,
): Kind {
  const send = async ({ job, x, purpose }: Outgoing, payload: P): Promise<Outcome> => {
    await parts.ask(x, job.handle_id, itemOf(payload), purpose)
    return done
  }
  return kind({
    schema,
    family: parts.family,
    event: parts.event,
    isMessage: false,
    show,
    send,
    findSynced: async () => null,
    confirm: send,
    repeats: true,
    onRefused: (failure) => (failure.is('x.refused') && failure.data.reason === 'already' ? done : null),
    onSent: (tx, job, payload) => keepMark(tx, parts, job, itemOf(payload)),
  })
}

/** Something about a post. */
export const postSwitch = (parts: Switch): Kind => switching(parts, OnPost, ({ postId }) => postId, showPost)

/** Something about a person. */
export const personSwitch = (parts: Switch): Kind =>
  switching(
    parts,
    OnPerson,
    ({ xUserId }) => xUserId,
    ({ xUserId }) => ({ ...bare, targetPostId: null, targetPersonId: xUserId }),
  )
