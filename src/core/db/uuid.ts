/** @file Ids of our own: UUID version 7, so that ids sort by birth. Time comes from the caller's clock. */
import { v7 } from 'uuid'

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
  return v7({ msecs: newestAt, seq: sequence })
}
