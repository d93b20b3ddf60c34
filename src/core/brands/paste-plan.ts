/** @file What a pasted list will make of what is here: which brands with which squares, which handles. Pure. */
import type { ClientList, ListLine, ListProblem } from '../../shared/domain/client-list.ts'
import { must } from '../../shared/must.ts'
import { readClientList, type ReadLine } from './client-list.ts'
import { fillFor, initialsFor } from './initials.ts'

export type KnownBrand = {
  id: string
  name: string
  client: string
  initials: string
  fill: number
  removed: boolean
}

export type KnownHandle = { kind: 'connected' | 'expected' | 'removed'; brand: string }

/** What is here before the list: brands, and the handles that cannot be expected, by their lower-case name. */
export type KnownHere = {
  brands: readonly KnownBrand[]
  clients: readonly string[]
  handles: ReadonlyMap<string, KnownHandle>
}

/** A brand that a list makes, or adds handles to; `id` null: it is new. */
export type PastedBrand = {
  id: string | null
  client: string
  name: string
  initials: string
  fill: number
  handles: string[]
}

/** Names that differ in nothing but large and small letters are one. */
const keyOf = (...names: string[]): string => JSON.stringify(names.map((name) => name.toLowerCase()))

function knownProblem(line: ReadLine, { handles }: KnownHere): ListProblem | null {
  for (const handle of line.read?.handles ?? []) {
    const known = handles.get(handle.toLowerCase())
    if (known) return { ...known, handle }
  }
  return null
}

/** Reads a list, and lays out what it makes: handles of one client's brand of one name come together. */
export function pastePlan(text: string, here: KnownHere): { list: ClientList; brands: PastedBrand[] } {
  const taken = new Set(here.brands.map(({ initials }) => initials))
  const fills = here.brands.filter(({ removed }) => !removed).map(({ fill }) => fill)
  const clients = new Map(here.clients.map((name) => [keyOf(name), name]))
  const living = new Map(
    here.brands.filter(({ removed }) => !removed).map((brand) => [keyOf(brand.client, brand.name), brand]),
  )
  const brands = new Map<string, PastedBrand>()

  function brandOf(clientName: string, name: string): { brand: PastedBrand; joins: boolean } {
    const key = keyOf(clientName, name)
    const earlier = brands.get(key)
    if (earlier) return { brand: earlier, joins: true }
    const known = living.get(key)
    const client = clients.get(keyOf(clientName)) ?? clientName
    clients.set(keyOf(clientName), client)
    const brand = known
      ? { ...known, handles: [] }
      : { id: null, client, name, initials: initialsFor(name, taken), fill: fillFor(fills), handles: [] }
    brands.set(key, brand)
    if (known) return { brand, joins: true }
    taken.add(brand.initials)
    fills.push(brand.fill)
    return { brand, joins: false }
  }

  const lines = readClientList(text).map((one): ListLine => {
    const { line, text: words } = one
    const problem = one.problem ?? knownProblem(one, here)
    if (problem) return { line, text: words, stands: false, problem }
    const read = must(one.read, 'a line without a problem was read')
    const { brand, joins } = brandOf(read.client, read.brand)
    brand.handles.push(...read.handles)
    const { client, name, initials, fill } = brand
    return {
      line,
      text: words,
      stands: true,
      client,
      brand: name,
      handles: read.handles,
      initials,
      fill,
      joins,
    }
  })
  const made = [...brands.values()]
  const counts = {
    clients: new Set(made.map(({ client }) => client)).size,
    brands: made.length,
    handles: made.reduce((sum, { handles }) => sum + handles.length, 0),
    problems: lines.filter(({ stands }) => !stands).length,
  }
  return { list: { lines, counts }, brands: made }
}
