/**
 * @file `cost`, `cost-undeduped` and `cost-naive`: what a simulated week of four brands costs in reads, by the practice X's own meter,
 * against the least that it can cost. The real core on a fake clock, over HTTP.
 */
import { tokensOf } from '../../src/practice/tokens.ts'
import type { World } from '../../src/practice/world.ts'
import { flow, type Flow } from '../flows/harness.ts'
import { answerAll, brands, people, week } from './cost-world.ts'
import { median, rounded, type Figure } from './line.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A week takes minutes; less shows less of what is read again. */
const days = Number(process.env['SWITCHBOARD_COST_DAYS'] ?? 7)
const seeds = [1, 2, 3] as const
const goal = 1.05

/** Dollars of one resource, by what the meter calls it. */
const prices: Readonly<Record<string, number>> = { post: 0.005, user: 0.01, dm: 0.01 }
const profileLifeMs = 7 * day
const naiveApp = 'Naive'

type Paid = { resource: string; at: number }

/** What was paid for each day, and which posts belonged to open tickets then. */
type Records = { paid: Paid[]; open: Map<number, ReadonlySet<string>> }

type Week = { paid: number; naive: number; floor: number; again: Map<string, number> }

/** @param dedup whether X charges once for what the stream delivered and a read returned on the same day */
async function simulate(seed: number, dedup: boolean): Promise<Week> {
  const f = await flow({
    lines: people()
      .map((line) => JSON.stringify(line))
      .join('\n'),
    kind: 'live',
    stream: true,
  })
  try {
    await f.control.stream({ dedup })
    const { world } = f.s.x
    const naive = naiveReader(world, f.s.x.baseUrl)
    const records: Records = { paid: [], open: new Map() }
    const from = Math.ceil(f.clock.now() / day) * day
    const happenings = week(seed, from, days)
    for (let at = f.clock.now(); at < from + days * day; at += 15 * minute) {
      for (;;) {
        const next = happenings[0]
        if (!next || next.at >= at + 15 * minute) break
        happenings.shift()
        await f.clock.advance(next.at - f.clock.now())
        await next.run(f)
      }
      // The last millisecond before midnight, when the meter still knows its day.
      await f.clock.advance(at + 15 * minute - 1 - f.clock.now())
      await each(f, naive, records)
      // What midnight brings belongs to the day after the last.
      if (at + 15 * minute < from + days * day) await f.clock.advance(1)
    }
    return judge(world, records)
  } finally {
    await f.end()
  }
}

async function each(f: Flow, naive: () => Promise<void>, records: Records): Promise<void> {
  const now = f.clock.now() + 1
  const { world } = f.s.x
  if (now % hour === 0) await naive()
  const ofDay = now % day
  if (ofDay >= 8 * hour && ofDay <= 20 * hour) await answerAll(f)
  if (ofDay !== 0) return
  const seen = world.data.meters['Agency']?.seen ?? []
  for (const resource of seen) records.paid.push({ resource, at: now - day })
  records.open.set(now, await openItems(f))
}

/** What X shows of tickets that are open at this moment. */
async function openItems(f: Flow): Promise<ReadonlySet<string>> {
  const items = new Set<string>()
  for (const row of await f.column('needs-reply')) {
    const { timeline } = await f.call('ticket.get', { ticketId: row.card.ticketId })
    for (const item of timeline) if (item.kind === 'post') items.add(item.id)
  }
  return items
}

/**
 * The dollars of reads, and the least: each resource at its first delivery, an open ticket's post again on each
 * following day, a profile again after a week.
 */
function judge(world: World, { paid, open }: Records): Week {
  const newest = new Map<string, number>()
  const again = new Map<string, number>()
  let floor = 0
  for (const { resource, at } of paid) {
    const [kind = '', id = ''] = resource.split(':')
    const price = prices[kind] ?? 0
    const before = newest.get(resource)
    const isDue =
      before === undefined ||
      (kind === 'user' && at - before >= profileLifeMs) ||
      (kind === 'post' && open.get(at)?.has(id) === true)
    if (isDue) floor += price
    else again.set(kind, (again.get(kind) ?? 0) + price)
    newest.set(resource, at)
  }
  return { paid: readDollars(world, 'Agency'), naive: readDollars(world, naiveApp), floor, again }
}

function readDollars(world: World, app: string): number {
  const kinds = Object.entries(world.data.meters[app]?.kinds ?? {})
  return kinds
    .filter(([kind]) => kind.endsWith('.read') || kind.endsWith('.event'))
    .reduce((sum, [, { dollars }]) => sum + dollars, 0)
}

/**
 * Reads the same world through an app of its own as a program would that keeps no cursor: a whole page of each time
 * line with its people. Within a day X charges nothing twice, so that once an hour costs what once a minute would, as
 * long as fewer than 100 arrive between.
 */
function naiveReader(world: World, baseUrl: string): () => Promise<void> {
  const tokens = tokensOf(world)
  const app = tokens.addApp({
    name: naiveApp,
    confidential: false,
    redirectUris: [],
    ownerId: null,
    credits: null,
  })
  const redirectUri = 'http://127.0.0.1/'
  const scopes = ['tweet.read', 'users.read', 'dm.read']
  function signIn(userId: string): string {
    const consent = { userId, app: naiveApp, scopes, redirectUri, challenge: 'c', method: 'plain' } as const
    return tokens.redeem(app, tokens.grantCode(consent), redirectUri, 'c').access_token
  }
  return async () => {
    for (const brand of brands) {
      const id = world.userNamed(brand)?.id ?? ''
      const authorization = `Bearer ${signIn(id)}`
      for (const path of [`users/${id}/mentions`, `users/${id}/tweets`])
        await get(`${baseUrl}/2/${path}?max_results=100&expansions=author_id`, authorization)
      await get(`${baseUrl}/2/dm_events?max_results=100&expansions=sender_id`, authorization)
    }
  }
}

async function get(url: string, authorization: string): Promise<void> {
  const response = await fetch(url, { headers: { authorization } })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`the naive reader was answered ${response.status}`)
}

const dollars = (value: number): string => `$${value.toFixed(2)}`

let simulated: Promise<Week[]> | null = null

/** One simulation serves both figures. */
const weeks = (): Promise<Week[]> => (simulated ??= simulateAll())

async function simulateAll(): Promise<Week[]> {
  const all: Week[] = []
  for (const seed of seeds) all.push(await simulate(seed, true))
  return all
}

const floorWords = 'each resource at its first delivery, and what docs/money.md says must be read again'

/** What reading costs against the least. */
export async function cost(): Promise<Figure> {
  const all = await weeks()
  return {
    line: {
      name: 'cost',
      value: rounded(median(all.map(({ paid, floor }) => paid / floor)), 3),
      unit: 'ratio',
      goal,
      runs: all.length,
      floor: floorWords,
    },
    notes: all.map(
      ({ paid, floor, again }, n) =>
        `seed ${seeds[n]}: ${dollars(paid)} of ${dollars(floor)}; read again without need: ${
          [...again].map(([kind, sum]) => `${kind} ${dollars(sum)}`).join(', ') || 'nothing'
        }`,
    ),
  }
}

/** The same, if X charged twice for what its stream delivers and a read returns. No goal: X says that it does not. */
export async function costUndeduped(): Promise<Figure> {
  const { paid, floor } = await simulate(seeds[0], false)
  return {
    line: {
      name: 'cost-undeduped',
      value: rounded(paid / floor, 3),
      unit: 'ratio',
      goal: null,
      runs: 1,
      floor: floorWords,
    },
    notes: [`seed ${seeds[0]}: ${dollars(paid)} of ${dollars(floor)}`],
  }
}

/** The same world read without a thought. No goal: printed to compare. */
export async function costNaive(): Promise<Figure> {
  const all = await weeks()
  return {
    line: {
      name: 'cost-naive',
      value: rounded(median(all.map(({ naive, floor }) => naive / floor)), 3),
      unit: 'ratio',
      goal: null,
      runs: all.length,
      floor: floorWords,
    },
    notes: all.map(({ naive }, n) => `seed ${seeds[n]}: ${dollars(naive)}`),
  }
}
