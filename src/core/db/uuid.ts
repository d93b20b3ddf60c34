/** @file Ids of our own: UUID version 7, so that ids sort by birth. Time comes from the caller's clock. */
import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const idBytes = 16
// One call into the system for many ids: an action over a thousand tickets needs three thousand.
const pool = new Uint8Array(256 * idBytes)
let used = pool.length

function rng(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.subarray(used - idBytes, used)
}

let newestAt = 0
let sequence = 0

/**
 * A new id. Ids of one process rise strictly, also within one millisecond and when the clock goes back.
 * @param at epoch ms, as the workspace's clock has it
 */
export function newId(at: number): string {
  if (at > newestAt) {
    newestAt = at
    sequence = 0
  } else {
    sequence += 1
  }
  return v7({ msecs: newestAt, seq: sequence, rng })
}

/** Below every id that was made at this instant or later, and above all earlier ones. @param at epoch ms */
export function oldestIdAt(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
