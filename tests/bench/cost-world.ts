/**
 * @file A week of four brands for the benchmarks of money: who writes what and when, by seed, and an agent who answers.
 * Knows nothing of prices.
 */
import type { Flow } from '../flows/harness.ts'
import { seeded, type Chance } from './seeded.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const brands = ['northair', 'lumen', 'metro', 'kettle'] as const
type Brand = (typeof brands)[number]

/** Customers of each brand; about one in five of a day's messages is somebody's second one of that week. */
const customersOfBrand = 120
const perDay = { mentions: 45, dms: 12, posts: 3 }
/** Most people write by day. */
const hours = [
  0,
  6,
  7,
  22,
  23,
  ...[8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].flatMap((at) => [at, at, at, at]),
]

const customer = (brand: Brand, n: number): string => `${brand.slice(0, 4)}_c${n}`

/** Apps and people of the world: scenario lines. */
export function people(): object[] {
  const agency = { type: 'app', name: 'Agency' }
  const handles = brands.map((username) => ({
    type: 'handle',
    username,
    name: username,
    client: username,
    brand: username,
    app: 'Agency',
  }))
  const users = brands.flatMap((brand) =>
    Array.from({ length: customersOfBrand }, (_, n) => ({
      type: 'user',
      username: customer(brand, n),
      name: `Customer ${n} of ${brand}`,
    })),
  )
  return [agency, ...handles, ...users]
}

export type Happening = { at: number; run: (flow: Flow) => Promise<unknown> }

/** Everything that people do from `from` on, in order, for so many days. */
export function week(seed: number, from: number, days: number): Happening[] {
  const chance = seeded(seed)
  const all: Happening[] = []
  for (let n = 0; n < days; n++)
    for (const brand of brands) {
      const start = from + n * day
      for (let one = 0; one < perDay.mentions; one++) all.push(mention(chance, brand, start, one))
      for (let one = 0; one < perDay.dms; one++) all.push(message(chance, brand, start, one))
      for (let one = 0; one < perDay.posts; one++) all.push(ownPost(chance, brand, start, one))
    }
  return all.sort((a, b) => a.at - b.at)
}

const instant = (chance: Chance, start: number): number =>
  start + chance.one(hours) * hour + chance.whole(hour)

function mention(chance: Chance, brand: Brand, start: number, n: number): Happening {
  const by = customer(brand, chance.whole(customersOfBrand))
  const text = `@${brand} number ${n} of ${start}: where is it?`
  return { at: instant(chance, start), run: (flow) => flow.control.post({ by, text }) }
}

function message(chance: Chance, brand: Brand, start: number, n: number): Happening {
  const from = customer(brand, chance.whole(customersOfBrand))
  const text = `privately, number ${n} of ${start}`
  return { at: instant(chance, start), run: (flow) => flow.control.dm({ from, to: brand, text }) }
}

function ownPost(chance: Chance, brand: Brand, start: number, n: number): Happening {
  const text = `News number ${n} of ${start}`
  return { at: instant(chance, start), run: (flow) => flow.control.post({ by: brand, text }) }
}

/** What the agent leaves for later: the newest few, so that tickets stay open over night. */
const leftOpen = 12

/** Answers what needs a reply, the most pressing first, and solves it. */
export async function answerAll(flow: Flow): Promise<void> {
  const rows = await flow.column('needs-reply')
  for (const row of rows.slice(0, Math.max(0, rows.length - leftOpen))) {
    const { ticketId } = row.card
    const { routes } = await flow.call('ticket.get', { ticketId })
    const channel = routes.suggested === 'dm' ? 'dm' : 'public'
    if (channel === 'public' && routes.public.open === 'no') continue
    if (row.card.job !== null) continue
    const targetPostId = channel === 'public' ? routes.public.targetPostId : null
    const text = `We are on it, ${row.card.number}. ^JD`
    await flow.call('reply.send', { ticketId, channel, text, targetPostId, solves: true })
  }
}
