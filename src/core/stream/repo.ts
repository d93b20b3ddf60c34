/** @file The rows of the stream: which apps have one, for which handles, what was heard and taken in. */
import type { Reads, Tx } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import type { Subscribed } from '../x/gateway.ts'
import type { HandleRef } from '../tickets/intake.ts'
import { isAlive } from '../tickets/alive.ts'

/** A handle of an app that has a stream. */
export type StreamedHandle = HandleRef & { chatSeen: boolean }

export type StreamedApp = {
  id: string
  name: string
  /** Signed-in handles of brands that are not removed. */
  handles: StreamedHandle[]
  heardAt: number | null
}

/** X sends again what is five minutes old at most; a day more costs nothing. */
const rememberMs = 24 * 3_600_000
/** And however many came: the oldest go. */
const rememberAtMost = 50_000

/** Apps that have a bearer token, with the handles that it may stream. */
export async function streamedApps(read: Reads): Promise<StreamedApp[]> {
  const apps = await read
    .selectFrom('apps')
    .leftJoin('stream_apps', 'stream_apps.app_id', 'apps.id')
    .select(['apps.id', 'apps.name', 'apps.has_bearer', 'stream_apps.heard_at as heardAt'])
    .orderBy('apps.id')
    .execute()
  const handles = await read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .leftJoin('dm_signals', 'dm_signals.handle_id', 'handles.id')
    .select(['handles.id', 'handles.app_id', 'handles.brand_id as brandId', 'handles.x_user_id as xUserId'])
    .select(['handles.username', 'dm_signals.chat_event_at as chatAt'])
    .where('handles.state', 'in', ['connected', 'memory-only'])
    .where('brands.removed_at', 'is', null)
    .orderBy('handles.id')
    .execute()
  return apps
    .filter((app) => isSet(app.has_bearer))
    .map((app) => ({
      id: app.id,
      name: app.name,
      heardAt: app.heardAt,
      handles: handles
        .filter((handle) => handle.app_id === app.id)
        .map(({ id, brandId, xUserId, username, chatAt }) => ({
          id,
          brandId,
          xUserId,
          username,
          chatSeen: chatAt !== null,
        })),
    }))
}

/**
 * Customers of the app's open tickets, the newest first: news of their deleted posts is free.
 * @param read the thread for what may take long
 */
export async function customersOf(read: Reads, appId: string, limit: number): Promise<string[]> {
  const rows = await read
    .selectFrom('tickets')
    .innerJoin('handles', 'handles.id', 'tickets.handle_id')
    .select('tickets.customer_id as id')
    .where('handles.app_id', '=', appId)
    // With the brand, the index of open tickets finds them.
    .whereRef('tickets.brand_id', '=', 'handles.brand_id')
    .where('tickets.channel', '=', 'public')
    .where(isAlive('tickets'))
    .groupBy('tickets.customer_id')
    .orderBy((order) => order.fn.max('tickets.newest_customer_at'), 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Ids of the subscriptions that this workspace made for the app. */
export async function madeHere(read: Reads, appId: string): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('stream_subscriptions')
    .select('id')
    .where('app_id', '=', appId)
    .execute()
  return new Set(rows.map((row) => row.id))
}

export function keepMade(tx: Tx, appId: string, made: readonly Subscribed[]): void {
  const keep = tx.raw('INSERT OR IGNORE INTO stream_subscriptions (id, app_id) VALUES (?, ?)')
  for (const { id } of made) keep.run(id, appId)
}

export function dropMade(tx: Tx, ids: readonly string[]): void {
  const drop = tx.raw('DELETE FROM stream_subscriptions WHERE id = ?')
  for (const id of ids) drop.run(id)
}

/** Whether this delivery is news; it is remembered from now on. */
export function isNews(tx: Tx, appId: string, event: string): boolean {
  return (
    tx
      .raw('INSERT OR IGNORE INTO stream_events (app_id, event, at) VALUES (?, ?, ?)')
      .run(appId, event, tx.at).changes === 1
  )
}

/** Up to here everything that X told is here. Forgets deliveries that X will not repeat. */
export function keepHeard(tx: Tx, appId: string, heardAt: number): void {
  tx.raw(heardRow).run(appId, heardAt)
  tx.raw('DELETE FROM stream_events WHERE at < ?').run(tx.at - rememberMs)
  tx.raw(tooMany).run(rememberAtMost)
}

const heardRow = `
  INSERT INTO stream_apps (app_id, heard_at) VALUES (?, ?)
  ON CONFLICT (app_id) DO UPDATE SET heard_at = max(heard_at, excluded.heard_at)`

const tooMany =
  'DELETE FROM stream_events WHERE at < (SELECT at FROM stream_events ORDER BY at DESC LIMIT 1 OFFSET ?)'
