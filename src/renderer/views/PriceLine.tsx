/** @file What sending the text will cost, told before it is sent where it is more than a plain message. */
import twitter from 'twitter-text'
import { priceOfSend } from '../../shared/domain/prices.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { priceRange } from '../money.ts'
import type { DraftChannel } from '../state/session.ts'
import { t } from '../words.ts'
import styles from './SendBar.module.css'

export function PriceLine({
  detail,
  channel,
  text,
}: {
  detail: TicketDetail
  channel: DraftChannel
  text: string
}) {
  if (channel === 'note' || text.trim() === '') return null
  const hasLink = channel === 'public' && twitter.extractUrls(text).length > 0
  const summoned = detail.routes.public.reason !== 'our-post'
  const range = priceOfSend({ kind: channel === 'dm' ? 'dm' : 'reply', summoned, hasLink })
  const price = priceRange(range, t('composer.price.to'))
  const words =
    range.low === range.high ? (hasLink ? 'composer.price.link' : 'composer.price') : 'composer.price.range'
  return (
    <p
      className={`${styles['price']} ${hasLink ? styles['dear'] : ''}`}
      role={hasLink ? 'status' : undefined}
    >
      {t(words, { price })}
    </p>
  )
}
