/** @file The post that a brand is writing, before it is a job. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { ComposeDraft } from '../../shared/domain/outbox.ts'
import { joinParts } from '../../shared/domain/parts.ts'
import { Failure } from '../../shared/errors.ts'
import { OwnId } from '../../shared/ids.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'

const Ids = z.string().transform((json) => z.array(OwnId).parse(JSON.parse(json)))

async function composeOf(db: Reads, brandId: string): Promise<ComposeDraft> {
  const row = await db
    .selectFrom('compose_drafts')
    .selectAll()
    .where('brand_id', '=', brandId)
    .executeTakeFirst()
  return {
    brandId,
    handleId: row?.handle_id ?? null,
    text: row?.text ?? '',
    attachmentIds: row ? Ids.parse(row.attachment_ids) : [],
    scheduledAt: row?.scheduled_at ?? null,
    revision: row?.revision ?? 0,
  }
}

async function keep(tx: Tx, draft: ComposeDraft): Promise<void> {
  const columns = {
    handle_id: draft.handleId,
    text: draft.text,
    attachment_ids: JSON.stringify(draft.attachmentIds),
    scheduled_at: draft.scheduledAt,
    revision: draft.revision,
    updated_at: tx.at,
  }
  await tx.db
    .insertInto('compose_drafts')
    .values({ brand_id: draft.brandId, ...columns })
    .onConflict((conflict) => conflict.column('brand_id').doUpdateSet(columns))
    .execute()
  tx.touch.brand(draft.brandId)
}

/** Its post was sent, or it is empty. */
export async function forgetCompose(tx: Tx, brandId: string): Promise<void> {
  await tx.db.deleteFrom('compose_drafts').where('brand_id', '=', brandId).execute()
  tx.touch.brand(brandId)
}

/** Puts parts that did not go out before whatever was typed since; nothing typed is lost. */
export async function backToCompose(
  tx: Tx,
  back: Pick<ComposeDraft, 'brandId' | 'handleId' | 'attachmentIds' | 'scheduledAt'> & { parts: string[] },
): Promise<void> {
  const typed = await composeOf(tx.db, back.brandId)
  await keep(tx, {
    brandId: back.brandId,
    handleId: back.handleId,
    text: joinParts([...back.parts, ...(typed.text === '' ? [] : [typed.text])]),
    attachmentIds: [...new Set([...back.attachmentIds, ...typed.attachmentIds])],
    scheduledAt: back.scheduledAt,
    revision: typed.revision + 1,
  })
}

const isEqual = (one: ComposeDraft, other: ComposeDraft): boolean =>
  one.text === other.text && one.handleId === other.handleId && one.scheduledAt === other.scheduledAt

export function composeService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'compose.get' | 'compose.save'> {
  return {
    'compose.get': ({ brandId }) => composeOf(database.read, brandId),
    'compose.save': (draft) =>
      database.write(async (tx) => {
        const known = await composeOf(tx.db, draft.brandId)
        // Two windows that count alike and write differently: the later one is told, whatever it was that differs.
        const isSame = draft.revision === known.revision && isEqual(draft, known)
        if (known.revision > 0 && draft.revision <= known.revision && !isSame)
          throw new Failure('draft.stale', { revision: known.revision })
        const next = { ...draft, revision: Math.max(draft.revision, 1) }
        if (draft.text === '' && draft.attachmentIds.length === 0) await forgetCompose(tx, draft.brandId)
        else await keep(tx, next)
        return next
      }),
  }
}
