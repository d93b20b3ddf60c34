/**
 * @file What X would charge: prices, dedup per resource until midnight UTC, prepaid credits, per app. Failed calls cost
 * nothing, because only a handler that succeeds charges.
 */
import { refuse } from './answer.ts'
import type { AppMeter, WorldApp } from './world-data.ts'
import type { World } from './world.ts'

/** Dollars per resource read, or per write. */
export const prices = {
  'post.read': 0.005,
  'owned.read': 0.001,
  'user.read': 0.01,
  'dm.read': 0.01,
  'post.event': 0.005,
  'dm.event': 0.01,
  'post.create': 0.015,
  'post.create.url': 0.2,
  'post.create.summoned': 0.01,
  'dm.create': 0.015,
  'post.delete': 0.01,
  'content.manage': 0.005,
  'counts.recent': 0.005,
  'interaction.create': 0.015,
  'interaction.delete': 0.01,
  'mute.delete': 0.005,
} as const
export type Kind = keyof typeof prices

/** Sums of dollars are kept to a hundredth of a cent: floating point would show through otherwise. */
const round = (dollars: number): number => Math.round(dollars * 10_000) / 10_000

/** What was paid for today, by meter, as a set: the world keeps it as a list, and a busy day fills that with thousands. */
const paidOf = new WeakMap<AppMeter, Set<string>>()

function paidIn(meter: AppMeter): Set<string> {
  const known = paidOf.get(meter)
  if (known) return known
  const paid = new Set(meter.seen)
  paidOf.set(meter, paid)
  return paid
}

/** @returns whether it was not paid for before */
function pay(meter: AppMeter, resource: string): boolean {
  const paid = paidIn(meter)
  if (paid.has(resource)) return false
  paid.add(resource)
  meter.seen.push(resource)
  return true
}

export function meterOf(world: World, app: string): AppMeter {
  const day = new Date(world.now()).toISOString().slice(0, 10)
  const meter = (world.data.meters[app] ??= { day, seen: [], dollars: 0, kinds: {}, postsByDay: {} })
  if (meter.day !== day) {
    meter.day = day
    meter.seen = []
    paidOf.delete(meter)
  }
  return meter
}

function add(world: World, app: WorldApp, kind: Kind, count: number): void {
  if (count === 0) return
  const meter = meterOf(world, app.name)
  const dollars = prices[kind] * count
  const line = (meter.kinds[kind] ??= { count: 0, dollars: 0 })
  line.count += count
  line.dollars = round(line.dollars + dollars)
  meter.dollars = round(meter.dollars + dollars)
  if (kind === 'post.read' || kind === 'owned.read')
    meter.postsByDay[meter.day] = (meter.postsByDay[meter.day] ?? 0) + count
  if (app.credits !== null) app.credits = round(app.credits - dollars)
  world.changed()
}

/** Charges for resources that were returned; each is free once it was paid for, until 00:00 UTC. */
export function chargeReads(
  world: World,
  app: WorldApp,
  kind: 'post.read' | 'owned.read' | 'user.read' | 'dm.read',
  ids: Iterable<string>,
): void {
  const meter = meterOf(world, app.name)
  const resource = kind === 'owned.read' ? 'post' : kind.slice(0, kind.indexOf('.'))
  const fresh = [...ids].filter((id) => pay(meter, `${resource}:${id}`))
  add(world, app, kind, fresh.length)
}

/** Charges for an event that the stream delivered. @param dedup whether what was paid for that day is free */
export function chargeEvent(
  world: World,
  app: WorldApp,
  resource: 'post' | 'dm',
  id: string,
  dedup: boolean,
): void {
  const kind = resource === 'post' ? 'post.event' : 'dm.event'
  if (dedup && !pay(meterOf(world, app.name), `${resource}:${id}`)) return
  add(world, app, kind, 1)
}

/** Charges for a write that took effect. */
export const chargeWrite = (world: World, app: WorldApp, kind: Kind): void => add(world, app, kind, 1)

/** Throws 402 when the app's credits are used up. */
export function needCredits(app: WorldApp): void {
  if (app.credits !== null && app.credits <= 0) throw refuse.credits(`19${app.id.padStart(17, '4')}`)
}
