/** @file Which chips a card carries, most telling first: pure, so that every row is one line of fixed height. */
import type { Card } from '../../shared/domain/ticket.ts'
import type { Tone } from '../ui/Tag.tsx'
import { t } from '../words.ts'

export type CardTag = { key: string; text: string; tone: Tone }

const manyFollowers = 10_000
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** `48.2K`. */
export const compactCount = (count: number): string => compact.format(count)

/** All chips of a card, by priority. */
export function cardTags(card: Card): CardTag[] {
  const tags: CardTag[] = []
  const add = (key: string, text: string, tone: Tone = 'plain') => tags.push({ key, text, tone })
  const { job } = card
  if (job && ['refused', 'unsure', 'missed'].includes(job.state)) add('job', t(`job.${job.state}`), 'bad')
  else if (job && ['held', 'queued', 'sending'].includes(job.state)) add('job', t(`job.${job.state}`), 'info')
  if (card.waitingOnXUntil !== null) add('waiting', t('tag.waiting-on-x'), 'warn')
  if (card.answeredElsewhere) add('elsewhere', t('tag.elsewhere'), 'good')
  if (card.status === 'new') add('status', t('status.new'), 'info')
  else if (card.status !== 'open')
    add('status', t(`status.${card.status}`), card.status === 'solved' ? 'good' : 'plain')
  if (card.channel === 'dm') add('dm', t('tag.dm'))
  if (card.lang !== null && !['en', 'und', 'qme', 'zxx'].includes(card.lang))
    add('lang', card.lang.toUpperCase())
  if ((card.customer.followers ?? 0) >= manyFollowers)
    add('followers', compactCount(card.customer.followers ?? 0))
  if (card.linkedBrandIds.length > 0) add('linked', t('tag.linked', { count: card.linkedBrandIds.length }))
  if (card.isQuote) add('quote', t('tag.quote'))
  if (card.hasMedia) add('media', t('tag.media'))
  return tags
}

/** The first `most` chips, and how many are left out. One more is shown rather than “+1”. */
export function fitTags(tags: readonly CardTag[], most: number): { shown: readonly CardTag[]; more: number } {
  return tags.length <= most
    ? { shown: tags, more: 0 }
    : { shown: tags.slice(0, most - 1), more: tags.length - most + 1 }
}
