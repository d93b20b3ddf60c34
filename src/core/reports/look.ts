/** @file How a client's reports look: a logo and a colour, in the database, so that they go with the client. */
import { record } from '../audit/audit.ts'
import { Accent, type ClientLook, type LogoChange } from '../../shared/domain/report-delivery.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { logoSize } from './logo.ts'

/** The client whose brands these are; null where they are of several, or there are none. */
export async function clientOf(
  db: Reads,
  brandIds: readonly string[],
): Promise<{ id: string; name: string } | null> {
  if (brandIds.length === 0) return null
  const clients = await db
    .selectFrom('brands')
    .innerJoin('clients', 'clients.id', 'brands.client_id')
    .select(['clients.id', 'clients.name'])
    .distinct()
    .where('brands.id', 'in', brandIds)
    .limit(2)
    .execute()
  return clients.length === 1 ? (clients[0] ?? null) : null
}

/** @returns null where the brands are of several clients, or of none */
export async function lookOf(db: Reads, brandIds: readonly string[]): Promise<ClientLook | null> {
  const client = await clientOf(db, brandIds)
  if (!client) return null
  const row = await db
    .selectFrom('client_looks')
    .selectAll()
    .where('client_id', '=', client.id)
    .executeTakeFirst()
  return {
    clientId: client.id,
    clientName: client.name,
    accent: Accent.nullable().parse(row?.accent ?? null),
    logo:
      row && row.logo !== null && row.logo_width !== null && row.logo_height !== null
        ? {
            bytes: new Uint8Array(Buffer.from(row.logo, 'base64')),
            width: row.logo_width,
            height: row.logo_height,
          }
        : null,
  }
}

type LogoColumns = { logo: string | null; logo_width: number | null; logo_height: number | null }

function columnsOf(change: LogoChange): LogoColumns | null {
  if (change.do === 'keep') return null
  if (change.do === 'remove') return { logo: null, logo_width: null, logo_height: null }
  const { width, height } = logoSize(change.bytes)
  return { logo: Buffer.from(change.bytes).toString('base64'), logo_width: width, logo_height: height }
}

/** Sets it; the history tells that, and of which size the picture is. @throws Failure `client.missing`, `logo.*` */
export async function setLook(
  tx: Tx,
  { clientId, accent, logo }: { clientId: string; accent: string | null; logo: LogoChange },
): Promise<void> {
  const client = await tx.db.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst()
  if (!client) throw new Failure('client.missing', {})
  const changed = columnsOf(logo)
  await tx.db
    .insertInto('client_looks')
    .values({
      client_id: clientId,
      accent,
      ...(changed ?? { logo: null, logo_width: null, logo_height: null }),
    })
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet({ accent, ...changed }))
    .execute()
  await record(tx, {
    event: 'client.look-set',
    actionId: newId(tx.at),
    after: { client_id: clientId, accent, logo: logo.do, width: changed?.logo_width },
    undoable: false,
  })
  tx.touch.session()
}
