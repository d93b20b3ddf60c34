/** @file How a brand comes to be: a square of its own, behind all others, silent until it goes live. */
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { stopWithOthers } from '../outbox/stops.ts'
import { fillFor, initialsFor } from './initials.ts'
import { settleAtBirth } from './settings.ts'

export type NewBrand = {
  clientName: string
  brandName: string
  initials?: string | undefined
  /** The brand's time zone; that of this computer by default. */
  zone?: string | undefined
  /** It writes nothing before somebody says so. */
  readOnly: boolean
}

async function clientFor(tx: Tx, name: string): Promise<string> {
  const client = await tx.db.selectFrom('clients').select('id').where('name', '=', name).executeTakeFirst()
  if (client) return client.id
  const id = newId(tx.at)
  await tx.db.insertInto('clients').values({ id, name, created_at: tx.at }).execute()
  return id
}

/** Makes a brand, and its client where there is none of that name. @returns the brand's id */
export async function makeBrand(tx: Tx, brand: NewBrand): Promise<string> {
  const clientId = await clientFor(tx, brand.clientName)
  const brands = await tx.db
    .selectFrom('brands')
    .select(['initials', 'fill', 'position', 'removed_at'])
    .execute()
  const id = newId(tx.at)
  const taken = new Set(brands.map(({ initials }) => initials))
  await tx.db
    .insertInto('brands')
    .values({
      id,
      client_id: clientId,
      name: brand.brandName,
      initials: initialsFor(brand.brandName, taken, brand.initials),
      fill: fillFor(brands.filter((one) => one.removed_at === null).map(({ fill }) => fill)),
      position: Math.max(-1, ...brands.map(({ position }) => position)) + 1,
      created_at: tx.at,
      removed_at: null,
    })
    .execute()
  if (brand.zone !== undefined) await settleAtBirth(tx, id, 'hours', { zone: brand.zone })
  if (brand.readOnly) await settleAtBirth(tx, id, 'goLive', { live: false })
  await stopWithOthers(tx, id)
  return id
}
