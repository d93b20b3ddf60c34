/** @file What a brand settled about time, ready for use; made once per settings, however many tickets ask for it. */
import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { BrandHours } from '../../shared/domain/brand.ts'
import { HolidaysSetting, HoursSetting, TargetsSetting } from '../../shared/domain/deadline-settings.ts'
import type { Reads, Tx } from '../db/database.ts'
import { businessTime } from './business-time.ts'
import type { Policy } from './rules.ts'

/** The settings that deadlines follow from, as they are stored; undefined: the default. */
type Stored = { hours?: string | undefined; holidays?: string | undefined; targets?: string | undefined }

const settingNames = ['hours', 'holidays', 'targets'] as const

/** So many policies are kept ready: more than anybody has brands, and old settings are forgotten at last. */
const keptAtMost = 500
const kept = new Map<string, Policy>()

/** @param computerZone the zone of this computer, for a brand that has none of its own */
function policyFrom({ hours, holidays, targets }: Stored, computerZone: string): Policy {
  const key = keyOf({ hours, holidays, targets }, computerZone)
  const known = kept.get(key)
  if (known) return known
  const { zone, week } = HoursSetting.parse(JSON.parse(hours ?? '{}'))
  const { days } = HolidaysSetting.parse(JSON.parse(holidays ?? '{}'))
  const made: Policy = {
    zone: zone ?? computerZone,
    time: businessTime(zone ?? computerZone, week, days),
    targets: TargetsSetting.parse(JSON.parse(targets ?? '{}')),
  }
  if (kept.size >= keptAtMost) kept.clear()
  kept.set(key, made)
  return made
}

const keyOf = ({ hours, holidays, targets }: Stored, computerZone: string): string =>
  JSON.stringify([hours ?? '', holidays ?? '', targets ?? '', computerZone])

const storedFrom = (rows: readonly { name: string | null; value: string | null }[]): Stored =>
  Object.fromEntries(rows.flatMap(({ name, value }) => (name === null ? [] : [[name, value]])))

/** Asked once per transaction and brand. */
const ofTransactions = new WeakMap<Tx, Map<string, Policy>>()

/** A brand's policy inside a transaction, at once: for intake. What this transaction itself settles counts from the next. */
export function policyNow(tx: Tx, brandId: string): Policy {
  const known = ofTransactions.get(tx) ?? new Map<string, Policy>()
  ofTransactions.set(tx, known)
  const policy = known.get(brandId) ?? policyFrom(storedNow(tx, brandId), Temporal.Now.timeZoneId())
  known.set(brandId, policy)
  return policy
}

const storedNow = (tx: Tx, brandId: string): Stored =>
  storedFrom(
    tx
      .raw<{ name: string; value: string }>(
        "SELECT name, value FROM brand_settings WHERE brand_id = ? AND name IN ('hours', 'holidays', 'targets')",
      )
      .all(brandId),
  )

/** The hash of the policy that counts inside a transaction, see `deadline_policies`. */
export const policyHashNow = (tx: Tx, brandId: string): string =>
  hashOf(keyOf(storedNow(tx, brandId), Temporal.Now.timeZoneId()))

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** The policy of every brand, with the hash of its settings. */
export async function policiesOf(read: Reads): Promise<Map<string, Policy & { hash: string }>> {
  const rows = await read
    .selectFrom('brands')
    .leftJoin('brand_settings', (join) =>
      join.onRef('brand_settings.brand_id', '=', 'brands.id').on('brand_settings.name', 'in', settingNames),
    )
    .select(['brands.id', 'brand_settings.name', 'brand_settings.value'])
    .execute()
  const zone = Temporal.Now.timeZoneId()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofBrand]) => {
      const stored = storedFrom(ofBrand)
      return [id, { ...policyFrom(stored, zone), hash: hashOf(keyOf(stored, zone)) }]
    }),
  )
}

/** How a brand's hours stand at `now`. */
export function hoursOf({ zone, time }: Policy, now: number): BrandHours {
  const open = time.isOpen(now)
  const opensAt = time.nextOpening(now)
  return { zone, open, changesAt: open ? time.closesAt(now) : opensAt, opensAt }
}
