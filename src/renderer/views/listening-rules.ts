/** @file What was typed into the listening form, and what a preview says: pure. */
import { longestQuery, type ListeningInput, type ListeningPreview } from '../../shared/domain/listening.ts'
import { XId } from '../../shared/ids.ts'
import { price, spent } from '../money.ts'
import { t } from '../words.ts'

/** The number at the end of a list's address, or the number alone; null for anything else. */
export function listIdOf(text: string): string | null {
  const typed = text.trim()
  const id = /^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\/i\/lists\/(\d+)\/?(?:[?#].*)?$/i.exec(typed)?.[1]
  const parsed = XId.safeParse(id ?? typed)
  return parsed.success ? parsed.data : null
}

/** What can be asked of X; null while what is typed is nothing that X takes. */
export function typedListening(
  kind: ListeningInput['kind'],
  brandId: string,
  text: string,
): ListeningInput | null {
  if (kind === 'list') {
    const query = listIdOf(text)
    return query === null ? null : { kind, brandId, query }
  }
  const query = text.trim()
  return query === '' || query.length > longestQuery ? null : { kind, brandId, query }
}

/** What is wrong with the text; null while there is nothing to say. */
export function textTrouble(kind: ListeningInput['kind'], text: string): string | null {
  const typed = text.trim()
  if (kind === 'list') return typed === '' || listIdOf(typed) !== null ? null : t('listening.list.wrong')
  const over = typed.length - longestQuery
  return over > 0 ? t('listening.query.long', { most: longestQuery, over }) : null
}

/** A rate that is no promise: two figures are all that a guess is worth. */
const rough = (count: number): number => (count < 100 ? Math.round(count) : Number(count.toPrecision(2)))

/** What listening would bring and cost. */
export function previewWords({ postsPerDay, microsPerDay, isExact, paidMicros }: ListeningPreview): string {
  if (paidMicros === 0) return t('listening.preview.nothing')
  return t('listening.preview.result', {
    exact: isExact,
    posts: t('listening.preview.posts', { count: rough(postsPerDay) }),
    price: spent(microsPerDay),
    paid: price(paidMicros),
  })
}
