/** @file Brands, their handles and how each source stands, as the console shows them. */
import { SourceKind, type BrandView, type HandleView, type SourceStatus } from '../../shared/domain/brand.ts'
import { WireFailure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'

/** How many tickets of a brand need a reply, and whether one is late or due soon. */
export type Counts = ReadonlyMap<string, { needsReply: number; pressing: boolean }>

/** Failures that are no fault of a source: it waits for X, for credits or for a person. */
const waits: ReadonlySet<string> = new Set(['x.rate-limited', 'x.credits', 'x.reconnect', 'money.capped'])

/** What stands in the way of a source, where not even that could be written down; null otherwise. */
export type UnwrittenTrouble = (
  handleId: string,
  source: SourceKind,
) => { failure: WireFailure; nextTryAt: number | null } | null

/** Brands that are not removed, in their order. */
export async function listBrands(
  read: Reads,
  counts: Counts,
  unwritten: UnwrittenTrouble,
): Promise<BrandView[]> {
  const brands = await read
    .selectFrom('brands')
    .innerJoin('clients', 'clients.id', 'brands.client_id')
    .select(['brands.id', 'brands.client_id', 'clients.name as client_name', 'brands.name'])
    .select(['brands.initials', 'brands.fill', 'brands.hold_public_ms', 'brands.hold_dm_ms'])
    .where('brands.removed_at', 'is', null)
    .orderBy('brands.position')
    .orderBy('brands.id')
    .execute()
  const handles = await handleViews(read, unwritten)
  return brands.map((brand) => ({
    id: brand.id,
    clientId: brand.client_id,
    clientName: brand.client_name,
    name: brand.name,
    initials: brand.initials,
    fill: brand.fill,
    holdMs: { public: brand.hold_public_ms, dm: brand.hold_dm_ms },
    handles: handles.filter((handle) => handle.brandId === brand.id),
    needsReply: counts.get(brand.id)?.needsReply ?? 0,
    pressing: counts.get(brand.id)?.pressing ?? false,
  }))
}

async function handleViews(read: Reads, unwritten: UnwrittenTrouble): Promise<HandleView[]> {
  const rows = await read
    .selectFrom('handles')
    .leftJoin('people', 'people.x_user_id', 'handles.x_user_id')
    .select(['handles.id', 'handles.brand_id', 'handles.app_id', 'handles.username', 'handles.x_user_id'])
    .select(['handles.state', 'people.name'])
    .where('handles.state', '<>', 'removed')
    .orderBy('handles.created_at')
    .execute()
  const sources = await read.selectFrom('sources').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    brandId: row.brand_id,
    appId: row.app_id,
    username: row.username,
    xUserId: row.x_user_id,
    name: row.name ?? row.username,
    // Pictures come only through the media cache, which this version does not have.
    avatar: null,
    state: row.state,
    sources: SourceKind.options.map((kind): SourceStatus => {
      const source = sources.find((one) => one.handle_id === row.id && one.source === kind)
      const trouble = unwritten(row.id, kind)
      const failure = trouble?.failure ?? fromJson(WireFailure, source?.failure ?? null)
      const completeToAt = source?.complete_to_at ?? null
      return {
        source: kind,
        state: stateOf(row.state, failure, completeToAt),
        completeToAt,
        nextTryAt: trouble?.nextTryAt ?? source?.next_try_at ?? null,
        failure,
      }
    }),
  }))
}

function stateOf(
  handle: HandleView['state'],
  failure: WireFailure | null,
  completeToAt: number | null,
): SourceStatus['state'] {
  if (handle === 'reconnect') return 'paused'
  if (failure) return waits.has(failure.code) ? 'paused' : 'failed'
  return completeToAt === null ? 'waiting' : 'ok'
}
