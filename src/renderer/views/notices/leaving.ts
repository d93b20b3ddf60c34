/** @file When the notice of one brand leaves: an instant for all, or the same hour on each brand's own clock. Pure. */
import { sameWallTime } from '../../../shared/domain/wall-time.ts'

/** @param at as typed, epoch ms; null: after the hold · @param isOwnZone the clock of each brand counts, not this computer's */
export const leavesOf = (at: number | null, zone: string, isOwnZone: boolean): number | null =>
  at === null || !isOwnZone ? at : sameWallTime(at, zone)
