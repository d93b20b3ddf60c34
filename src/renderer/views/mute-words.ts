/** @file What is said of mutes: whom or what, where and until when. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { isMutable, type DeckView } from '../../shared/domain/deck.ts'
import type { MuteView } from '../../shared/domain/mute.ts'
import { nameInSentence } from '../overrides.ts'
import { snoozeOf } from '../state/snooze-words.ts'
import { fullTime } from '../time.ts'
import { columnTitle, deckName } from '../titles.ts'
import { t } from '../words.ts'

export const muteName = ({ kind, name, username }: Pick<MuteView, 'kind' | 'name' | 'username'>): string =>
  kind === 'word'
    ? t('mute.words', { words: name })
    : username === null
      ? nameInSentence(name)
      : t('thread.handle', { username })

export const untilWords = (until: number | null): string =>
  until === null ? t('mute.for-good') : t('mute.until', { at: fullTime(until) })

/** Columns in which something can be muted, each with its deck; one that stands in two is named once. */
export function placesOf(
  decks: readonly DeckView[],
  brands: readonly BrandView[],
): { columnId: string; words: string }[] {
  const found = decks.flatMap((deck) =>
    deck.columns
      .filter(({ kind }) => isMutable(kind))
      .map((column) => ({
        columnId: column.id,
        words: t('mute.place', { column: columnTitle(column), deck: deckName(deck, brands) }),
      })),
  )
  return [...new Map(found.toReversed().map((place) => [place.columnId, place])).values()].toReversed()
}

/** A column that is shown nowhere any more is told as that. */
export const whereWords = (
  columnId: string | null,
  decks: readonly DeckView[],
  brands: readonly BrandView[],
): string =>
  columnId === null
    ? t('mute.everywhere')
    : (placesOf(decks, brands).find((place) => place.columnId === columnId)?.words ?? t('mute.nowhere'))

/** How typed words are understood; `until` undefined: they name no time to come. @param now epoch ms */
export function endOf(words: string, now: number): { until: number | null | undefined; understood: string } {
  if (words.trim() === '') return { until: null, understood: t('mute.until.examples') }
  const means = snoozeOf(words, now)
  if (means === null || means.until === null || means.forReply)
    return { until: undefined, understood: t('mute.until.unknown') }
  return { until: means.until, understood: t('mute.until', { at: fullTime(means.until) }) }
}
