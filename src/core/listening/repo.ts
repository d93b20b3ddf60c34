/** @file The rows of what brands listen to. */
import type { ListeningView } from '../../shared/domain/listening.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

/** In the order in which they were made; of all brands that are not removed with null. */
export function listListening(read: Reads, brandId: string | null): Promise<ListeningView[]> {
  return read
    .selectFrom('listening')
    .innerJoin('brands', 'brands.id', 'listening.brand_id')
    .select(['listening.id', 'listening.brand_id as brandId', 'listening.handle_id as handleId'])
    .select(['listening.kind', 'listening.name', 'listening.query', 'listening.created_at as createdAt'])
    .where('brands.removed_at', 'is', null)
    .$if(brandId !== null, (query) => query.where('listening.brand_id', '=', brandId))
    .orderBy('listening.created_at')
    .orderBy('listening.id')
    .execute()
}

/** The handle through which a brand reads. @throws Failure `brand.unconnected` when none is signed in, `brand.missing` */
export async function readingHandle(read: Reads, brandId: string): Promise<string> {
  const handle = await read
    .selectFrom('handles')
    .select('id')
    .where('brand_id', '=', brandId)
    .where('state', 'in', ['connected', 'memory-only'])
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  if (handle) return handle.id
  const brand = await read
    .selectFrom('brands')
    .select('name')
    .where('id', '=', brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId })
  throw new Failure('brand.unconnected', { brand: brand.name })
}

/** Keeps it under its id, or as something new. Another query is read from its own beginning. */
export async function keepListening(
  tx: Tx,
  given: Omit<ListeningView, 'id' | 'createdAt'> & { id: string | null },
): Promise<ListeningView> {
  const { brandId, handleId, kind, name, query } = given
  const known =
    given.id === null
      ? undefined
      : await tx.db.selectFrom('listening').selectAll().where('id', '=', given.id).executeTakeFirst()
  const id = known?.id ?? newId(tx.at)
  const columns = { brand_id: brandId, handle_id: handleId, kind, name, query }
  await tx.db
    .insertInto('listening')
    .values({ id, created_at: tx.at, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  if (known && (known.query !== query || known.kind !== kind || known.handle_id !== handleId))
    await forgetReading(tx, id)
  tx.touch.brand(brandId)
  tx.touch.session()
  return { id, brandId, handleId, kind, name, query, createdAt: known?.created_at ?? tx.at }
}

/** Forgets it with what it brought; the posts themselves stay. */
export async function removeListening(tx: Tx, id: string): Promise<void> {
  const gone = await tx.db
    .deleteFrom('listening')
    .where('id', '=', id)
    .returning('brand_id')
    .executeTakeFirst()
  await forgetReading(tx, id)
  await tx.db
    .deleteFrom('mutes')
    .where((where) =>
      where.or([
        where.and([where('kind', '=', 'source'), where('what', '=', id)]),
        where('column_id', 'in', [`search:${id}`, `list:${id}`]),
      ]),
    )
    .execute()
  if (gone) tx.touch.brand(gone.brand_id)
  tx.touch.session()
}

async function forgetReading(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('sources').where('subject', '=', id).execute()
  await tx.db.deleteFrom('gaps').where('subject', '=', id).execute()
  await tx.db.deleteFrom('arrivals').where('subject', '=', id).execute()
}
