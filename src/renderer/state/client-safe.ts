/**
 * @file The client-safe screen: while one brand is shown to others, nothing of another brand comes into this window. It
 * stands where answers of core arrive, so that no view can forget it: whatever names another brand, or a handle or client
 * of it, is taken out of every list. Pure but for what it was told last.
 */
import { z } from 'zod'
import { BrandView } from '../../shared/domain/brand.ts'
import { DeckView } from '../../shared/domain/deck.ts'
import { Failure } from '../../shared/errors.ts'

/** Every id that tells of another brand. */
export type Others = ReadonlySet<string>

export function othersOf(brands: readonly BrandView[], onlyBrandId: string): Others {
  const only = brands.find(({ id }) => id === onlyBrandId)
  const hidden = brands.filter(({ id }) => id !== onlyBrandId)
  return new Set(
    hidden.flatMap(({ id, clientId, handles }) => [
      id,
      // Two brands of one client have its name in common.
      ...(clientId === only?.clientId ? [] : [clientId]),
      ...handles.map((handle) => handle.id),
    ]),
  )
}

/** How far into a thing its brand may stand: a row of a column has it on its card. */
const depth = 3

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)

/** Whether a thing is another brand's: it says so itself, or one of its parts does that is no list. */
function isTheirs(value: unknown, others: Others, deep: number = depth): boolean {
  if (typeof value === 'string') return others.has(value)
  if (!isRecord(value) || deep === 0) return false
  return Object.values(value).some((part) => isTheirs(part, others, deep - 1))
}

function without(value: unknown, others: Others): unknown {
  if (Array.isArray(value))
    return value.filter((item) => !isTheirs(item, others)).map((item) => without(item, others))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, without(part, others)]))
}

/**
 * An answer of core without anything of other brands.
 * @throws Failure `brand.hidden` for one that is another brand's as a whole
 */
export function withoutOthers(answer: unknown, others: Others): unknown {
  if (!Array.isArray(answer) && isTheirs(answer, others)) throw new Failure('brand.hidden', {})
  return without(answer, others)
}

export type ClientSafe = {
  /** @param brandId the brand that alone is shown; null: all are · @param known the brands that there are, where known */
  show(brandId: string | null, known: readonly BrandView[] | null): void
  /** Whether it is known what to hide: `brand.list` has to be asked before anything else. */
  isReady(): boolean
  /** What a window gets of an answer. @throws Failure `brand.hidden` */
  receive(method: string, answer: unknown): unknown
}

export function clientSafe(): ClientSafe {
  let only: string | null = null
  let others: Others | null = null
  return {
    show(brandId, known) {
      only = brandId
      others = brandId === null || known === null ? null : othersOf(known, brandId)
    },
    isReady: () => only === null || others !== null,
    receive(method, answer) {
      if (only === null) return answer
      // A brand that is new since is hidden from its first answer on.
      if (method === 'brand.list') others = othersOf(z.array(BrandView).parse(answer), only)
      if (others === null) throw new Failure('brand.hidden', {})
      const left = withoutOthers(answer, others)
      // The deck over all brands would be the brand's own a second time, under another name.
      if (method === 'deck.list')
        return z
          .array(DeckView)
          .parse(left)
          .filter(({ brandId }) => brandId === only)
      return left
    },
  }
}
