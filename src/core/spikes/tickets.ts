/** @file Whom a spike is about, to offer an incident of their tickets. */
import type { Reads } from '../db/database.ts'
import { heardOf } from './heard.ts'
import { isAbout } from './rules.ts'
import { heardBetween, spikeOfAlert, ungathered } from './rows.ts'

const hourMs = 60 * 60_000
/** Whoever writes later than this after a spike is found by the incident's words. */
const reachMs = 12 * hourMs

/** Open tickets, oldest first, of no incident yet. @throws Failure `alert.missing` */
export async function ticketsOfSpike(read: Reads, alertId: string, now: number): Promise<string[]> {
  const { brandId, at, spike } = await spikeOfAlert(read, alertId)
  const rows = await heardBetween(read, at - hourMs, Math.min(now + hourMs, at + reachMs), brandId)
  const heard = await heardOf(rows)
  const ids = new Set(rows.flatMap(({ ticketId }, n) => (isAbout(heard[n], spike) ? [ticketId] : [])))
  return ungathered(read, [...ids])
}
