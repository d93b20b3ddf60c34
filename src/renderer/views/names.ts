/** @file Names of things that core names by id only. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { countedAtMost, type DeckView } from '../../shared/domain/deck.ts'
import { t } from '../words.ts'

/** What a deck is called: its brand, or all of them. */
export const deckName = (deck: DeckView, brands: readonly BrandView[]): string =>
  brands.find((brand) => brand.id === deck.brandId)?.name ?? t('deck.all')

/** How many rows a column has, in figures: “19”, “1,000+”; empty before it was read. */
export const totalWords = (total: number | undefined): string =>
  total === undefined
    ? ''
    : total < countedAtMost
      ? `${total}`
      : t('column.total.many', { count: countedAtMost })

/** Whether something about a brand waits for a person. */
export const isBroken = (brand: BrandView): boolean =>
  brand.handles.some(
    (handle) =>
      handle.state === 'reconnect' ||
      handle.sources.some((source) => source.state === 'failed' || source.alarm !== null),
  )
