/** @file Brands, their handles and how each source stands, as the console shows them. */
import type {
  BrandView,
  Gap,
  HandleView,
  MovedReason,
  SourceKind,
  SourceStatus,
} from '../../shared/domain/brand.ts'
import { WireFailure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { hoursOf, policiesOf } from '../deadlines/policy.ts'
import { otherSeats } from '../tickets/other-seat.ts'
import { standingKinds } from '../sync/sources.ts'
import { listExpected } from './expected.ts'

/** How many tickets of a brand need a reply, and whether one is late or told as near. */
export type Counts = ReadonlyMap<string, { needsReply: number; pressing: boolean }>

/** Failures that are no fault of a source: it waits for X, for credits or for a person. */
const waits: ReadonlySet<string> = new Set(['x.rate-limited', 'x.credits', 'x.reconnect', 'money.capped'])

/** What stands in the way of a source, where not even that could be written down; null otherwise. */
export type UnwrittenTrouble = (
  handleId: string,
  source: SourceKind,
  subject: string,
) => { failure: WireFailure; nextTryAt: number | null } | null

/** Brands that are not removed, in their order. @param now epoch ms */
export async function listBrands(
  read: Reads,
  now: number,
  counts: Counts,
  unwritten: UnwrittenTrouble,
  moved: ReadonlyMap<string, MovedReason> = new Map(),
  isStreaming: (handleId: string) => boolean = () => false,
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
  const policies = await policiesOf(read)
  const elsewhere = await otherSeats(read, now)
  const expected = await listExpected(read)
  const handles = await handleViews(read, elsewhere, unwritten, moved, isStreaming)
  return brands.map((brand) => ({
    id: brand.id,
    clientId: brand.client_id,
    clientName: brand.client_name,
    name: brand.name,
    initials: brand.initials,
    fill: brand.fill,
    holdMs: { public: brand.hold_public_ms, dm: brand.hold_dm_ms },
    handles: handles.filter((handle) => handle.brandId === brand.id),
    expected: expected
      .filter(({ brandId }) => brandId === brand.id)
      .map(({ id, username }) => ({ id, username })),
    needsReply: counts.get(brand.id)?.needsReply ?? 0,
    pressing: counts.get(brand.id)?.pressing ?? false,
    hours: hoursOf(must(policies.get(brand.id), 'every brand has a policy'), now),
  }))
}

async function handleViews(
  read: Reads,
  elsewhere: ReadonlySet<string>,
  unwritten: UnwrittenTrouble,
  moved: ReadonlyMap<string, MovedReason>,
  isStreaming: (handleId: string) => boolean,
): Promise<HandleView[]> {
  const rows = await read
    .selectFrom('handles')
    .leftJoin('people', 'people.x_user_id', 'handles.x_user_id')
    .select(['handles.id', 'handles.brand_id', 'handles.app_id', 'handles.username', 'handles.x_user_id'])
    .select(['handles.state', 'people.name', 'people.avatar_id'])
    .where('handles.state', '<>', 'removed')
    .orderBy('handles.created_at')
    .execute()
  const sources = await read.selectFrom('sources').selectAll().execute()
  const listening = await read
    .selectFrom('listening')
    .select(['id', 'handle_id', 'kind', 'name'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const gaps = await read
    .selectFrom('gaps')
    .select(['id', 'handle_id', 'source', 'subject', 'from_at as fromAt', 'to_at as toAt', 'why'])
    .select('seen_at as seenAt')
    .where('closed_at', 'is', null)
    .orderBy('from_at')
    .execute()

  function statusOf(row: (typeof rows)[number], which: Which): SourceStatus {
    const { source: kind, subject, title } = which
    const isIt = (one: { handle_id: string; source: string; subject: string }): boolean =>
      one.handle_id === row.id && one.source === kind && one.subject === subject
    const source = sources.find(isIt)
    const trouble = unwritten(row.id, kind, subject)
    const failure = trouble?.failure ?? fromJson(WireFailure, source?.failure ?? null)
    const completeToAt = source?.complete_to_at ?? null
    const since = source?.silent_since ?? null
    return {
      source: kind,
      subject,
      title,
      state: stateOf(row.state, failure, completeToAt),
      completeToAt,
      proof: proofs[kind],
      gaps: gaps
        .filter(isIt)
        .map(({ id, fromAt, toAt, why, seenAt }): Gap => ({ id, fromAt, toAt, why, seen: seenAt !== null })),
      alarm: since === null ? null : { since, rhythmMs: source?.silent_rhythm_ms ?? 0 },
      nextTryAt: trouble?.nextTryAt ?? source?.next_try_at ?? null,
      failure,
    }
  }

  return rows.map((row) => {
    const listenedTo = listening
      .filter((one) => one.handle_id === row.id)
      .map(({ id, kind, name }): Which => ({ source: kind, subject: id, title: name }))
    return {
      id: row.id,
      brandId: row.brand_id,
      appId: row.app_id,
      username: row.username,
      xUserId: row.x_user_id,
      name: row.name ?? row.username,
      avatar: row.avatar_id,
      state: row.state,
      dmsMoved: moved.get(row.id) ?? null,
      live: isStreaming(row.id),
      otherSeat: elsewhere.has(row.id),
      sources: [...standing, ...listenedTo].map((which) => statusOf(row, which)),
    }
  })
}

type Which = { source: SourceKind; subject: string; title: string | null }

const standing = standingKinds.map((source): Which => ({ source, subject: '', title: null }))

const proofs: Record<SourceKind, SourceStatus['proof']> = {
  mentions: 'poll',
  dms: 'poll',
  posts: 'poll',
  list: 'poll',
  thread: 'search',
  quotes: 'search',
  search: 'search',
  stream: 'stream',
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
