/** @file What decks and columns are called. */
import type { BrandView } from '../shared/domain/brand.ts'
import type { ColumnView, DeckView } from '../shared/domain/deck.ts'
import { t } from './words.ts'

/** What somebody called it, else its brand, or all of them. */
export const deckName = (
  { name, brandId }: Pick<DeckView, 'name' | 'brandId'>,
  brands: readonly BrandView[],
): string => name ?? brands.find((brand) => brand.id === brandId)?.name ?? t('deck.all')

export const columnTitle = ({ title, kind }: Pick<ColumnView, 'title' | 'kind'>): string =>
  title ?? t(`column.${kind}`)
