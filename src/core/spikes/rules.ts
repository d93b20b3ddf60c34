/**
 * @file When more customers than usual write about one thing: the last hour held against the same hour of earlier weeks.
 * People are counted, not messages: one who writes ten times is one. Pure.
 */
import type { Spike, SpikeAbout } from '../../shared/domain/alert.ts'

/** What one message was about. */
export type Heard = {
  customerId: string
  /** Words and pairs of words, see `topicsIn`. */
  words: ReadonlySet<string>
  category: string | null
  /** The labels of its ticket. */
  tags: readonly string[]
}

/** So many customers at least: fewer are told apart from chance by nobody. */
const least: Record<SpikeAbout, number> = { word: 6, tag: 6, category: 10, all: 15 }
/** Times the usual count. */
const growth = 3
/** Standard deviations above the usual count, as of chance arrivals (their variance is their mean). */
const deviations = 4
/** So many spikes are told of at once. */
const toldAtMost = 3
/** A pair of words says more than one of them, if nearly as many say it. */
const pairShare = 0.7
/** Whoever is among a wave to this share is of that wave. */
const sameWave = 0.5

export const isSpike = (about: SpikeAbout, count: number, usual: number): boolean =>
  count >= least[about] &&
  count >= growth * usual &&
  count - usual >= deviations * Math.sqrt(Math.max(usual, 1))

/** Whether so many wrote that anything could spike: before their words are looked at. */
export const isWorthLooking = (messages: readonly { customerId: string }[]): boolean =>
  new Set(messages.map(({ customerId }) => customerId)).size >= Math.min(...Object.values(least))

/** Whether a message is one of those that a spike is about. */
export function isAbout(heard: Heard | undefined, { about, value }: Pick<Spike, 'about' | 'value'>): boolean {
  if (!heard) return false
  switch (about) {
    case 'word':
      return heard.words.has(value)
    case 'tag':
      return heard.tags.includes(value)
    case 'category':
      return heard.category === value
    case 'all':
      return true
  }
}

type Group = { about: SpikeAbout; value: string; customers: ReadonlySet<string>; usual: number }

/**
 * What spikes in the last hour, the widest first.
 * @param earlier the hours to hold it against, each on its own; none: the usual count is unknown and taken for 0
 */
export function spikesIn(lastHour: readonly Heard[], earlier: readonly (readonly Heard[])[]): Spike[] {
  const now = groupsIn(lastHour)
  const before = earlier.map((hour) => groupsIn(hour))
  const spiking: Group[] = []
  for (const [key, { about, value, customers }] of now) {
    // Long before anything is looked up: nearly everything is said by few.
    if (customers.size < least[about]) continue
    const sum = before.reduce((total, groups) => total + (groups.get(key)?.customers.size ?? 0), 0)
    const usual = before.length === 0 ? 0 : sum / before.length
    if (isSpike(about, customers.size, usual)) spiking.push({ about, value, customers, usual })
  }
  return waves(spiking).map(({ about, value, customers, usual }) => ({
    about,
    value,
    count: customers.size,
    usual: Math.round(usual * 10) / 10,
  }))
}

type Groups = Map<string, { about: SpikeAbout; value: string; customers: Set<string> }>

function groupsIn(heard: readonly Heard[]): Groups {
  const groups: Groups = new Map()
  const add = (about: SpikeAbout, value: string, customerId: string): void => {
    const key = `${about} ${value}`
    const known = groups.get(key)
    if (known) known.customers.add(customerId)
    else groups.set(key, { about, value, customers: new Set([customerId]) })
  }
  for (const { customerId, words, category, tags } of heard) {
    add('all', '', customerId)
    if (category !== null) add('category', category, customerId)
    for (const tag of tags) add('tag', tag, customerId)
    for (const word of words) add('word', word, customerId)
  }
  return groups
}

/** A topic says more than a category, and a category more than that many write at all. */
const telling: Record<SpikeAbout, number> = { word: 3, tag: 3, category: 2, all: 1 }

/** One thing that happened makes many words spike: the most telling stands for all that the same customers say. */
function waves(spiking: readonly Group[]): Group[] {
  const told: Group[] = []
  let left = [...spiking]
  while (left.length > 0 && told.length < toldAtMost) {
    const lead = left.reduce((best, one) => (isBetter(one, best) ? one : best))
    told.push(lead)
    left = left.filter(({ customers }) => overlap(customers, lead.customers) < sameWave)
  }
  return told
}

function isBetter(one: Group, other: Group): boolean {
  if (telling[one.about] !== telling[other.about]) return telling[one.about] > telling[other.about]
  if (weight(one) !== weight(other)) return weight(one) > weight(other)
  // The longer one says more; the order of letters only keeps the choice steady.
  const longer = one.value.length - other.value.length
  return longer === 0 ? one.value < other.value : longer > 0
}

const weight = ({ value, customers }: Group): number =>
  value.includes(' ') ? customers.size / pairShare : customers.size

/** The share of these that is among those. */
function overlap(these: ReadonlySet<string>, those: ReadonlySet<string>): number {
  let both = 0
  for (const one of these) if (those.has(one)) both += 1
  return both / these.size
}
