/** @file What customers wrote between two instants, for spikes; and the tickets of one. */
import { sql } from 'kysely'
import { Spike } from '../../shared/domain/alert.ts'
import { IncidentTerms } from '../../shared/domain/incident-words.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { isVisible } from '../posts/visible.ts'
import { idAt } from '../x/dates.ts'

/** One message, with what triage and agents made of it. */
export type HeardRow = {
  brandId: string
  ticketId: string
  customerId: string
  text: string
  lang: string | null
  category: string | null
  /** Labels of its ticket, JSON. */
  tags: string
}

/**
 * By the ids of the messages, which X counts by time: there is an index on them. Joined crosswise, so that SQLite takes
 * it: it would read all tickets of the brand instead.
 * @param until not included
 */
export async function heardBetween(
  read: Reads,
  from: number,
  until: number,
  brandId?: string,
): Promise<HeardRow[]> {
  const ofBrand = brandId === undefined ? sql`` : sql`AND t.brand_id = ${brandId}`
  const { rows } = await sql<HeardRow>`
    SELECT t.brand_id AS "brandId", t.id AS "ticketId", t.customer_id AS "customerId", coalesce(p.text, d.text) AS text,
      coalesce(x.lang, p.lang) AS lang, x.category,
      (SELECT json_group_array(g.tag) FROM ticket_tags g WHERE g.ticket_id = t.id) AS tags
    FROM ticket_items i CROSS JOIN tickets t ON t.id = i.ticket_id
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id AND ${isVisible('post', 'p.id', 't.brand_id')}
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id AND ${isVisible('dm', 'd.id', 't.brand_id')}
    LEFT JOIN triage_items x ON x.item_id = i.item_id AND x.kind = i.kind AND x.brand_id = t.brand_id
    WHERE i.item_id >= ${idAt(from)} AND i.item_id < ${idAt(until)} AND i.role = 'customer'
      AND coalesce(p.text, d.text) IS NOT NULL ${ofBrand}`.execute(read)
  return rows
}

/** Since when each brand is read, epoch ms: the first of its handles. */
export async function knownSince(read: Reads): Promise<Map<string, number>> {
  const rows = await read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select(({ fn }) => ['brand_id as brandId', fn.min('handles.created_at').as('at')])
    .where('brands.removed_at', 'is', null)
    .groupBy('brand_id')
    .execute()
  return new Map(rows.map(({ brandId, at }) => [brandId, at]))
}

/** Words by which incidents of a brand that go on take tickets. */
export async function goingTerms(read: Reads, brandId: string): Promise<string[]> {
  const rows = await read
    .selectFrom('incidents')
    .select('terms')
    .where('brand_id', '=', brandId)
    .where('over_at', 'is', null)
    .execute()
  return rows.flatMap(({ terms }) => IncidentTerms.parse(JSON.parse(terms)))
}

/** What spikes of a brand were told of since. */
export async function toldSpikes(
  read: Reads,
  brandId: string,
  since: number,
): Promise<{ id: string; spike: Spike }[]> {
  const rows = await read
    .selectFrom('alerts')
    .select(['id', 'spike'])
    .where('brand_id', '=', brandId)
    .where('at', '>=', since)
    .where('spike', 'is not', null)
    .execute()
  return rows.flatMap(({ id, spike }) =>
    spike === null ? [] : [{ id, spike: Spike.parse(JSON.parse(spike)) }],
  )
}

/** A spike that was told of, by its alert. @throws Failure `alert.missing` */
export async function spikeOfAlert(
  read: Reads,
  alertId: string,
): Promise<{ brandId: string; at: number; spike: Spike }> {
  const row = await read
    .selectFrom('alerts')
    .select(['brand_id as brandId', 'at', 'spike'])
    .where('id', '=', alertId)
    .executeTakeFirst()
  const spike = fromJson(Spike, row?.spike ?? null)
  if (!row || spike === null) throw new Failure('alert.missing', {})
  return { brandId: row.brandId, at: row.at, spike }
}

/** Which of these tickets wait for something and are of no incident. */
export async function ungathered(read: Reads, ticketIds: readonly string[]): Promise<string[]> {
  if (ticketIds.length === 0) return []
  const rows = await read
    .selectFrom('tickets')
    .select('id')
    .where('id', 'in', ticketIds)
    .where('status', 'in', ['new', 'open', 'pending', 'on-hold'])
    .where('incident_id', 'is', null)
    .where('merged_into_id', 'is', null)
    .orderBy('opened_at')
    .execute()
  return rows.map(({ id }) => id)
}
