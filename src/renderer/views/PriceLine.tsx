/** @file What sending the text will cost, told before it is sent where it is more than a plain message. */
import twitter from 'twitter-text'
import { priceOfSend, type Unsent } from '../../shared/domain/prices.ts'
import { priceRange } from '../money.ts'
import { t } from '../words.ts'
import styles from './SendBar.module.css'

const hasLink = (text: string): boolean => twitter.extractUrls(text).length > 0

type Props = {
  /** How the first of the texts leaves; every further one is a post below it. */
  kind: Unsent['kind']
  /** The author of the post that is answered called upon the handle. */
  summoned: boolean
  texts: readonly string[]
}

/** The sum over all texts. */
function priceOfAll({ kind, summoned, texts }: Props): { low: number; high: number } {
  const each = texts.map((text, n) =>
    priceOfSend({
      kind: n === 0 ? kind : 'reply',
      summoned: n === 0 && summoned,
      hasLink: kind !== 'dm' && hasLink(text),
    }),
  )
  return {
    low: each.reduce((sum, { low }) => sum + low, 0),
    high: each.reduce((sum, { high }) => sum + high, 0),
  }
}

export function PriceLine(props: Props) {
  const { kind, texts } = props
  if (texts.every((text) => text.trim() === '')) return null
  const dear = kind !== 'dm' && texts.some(hasLink)
  const range = priceOfAll(props)
  const price = priceRange(range, t('composer.price.to'))
  const words =
    range.low === range.high ? (dear ? 'composer.price.link' : 'composer.price') : 'composer.price.range'
  return (
    <p className={`${styles['price']} ${dear ? styles['dear'] : ''}`} role={dear ? 'status' : undefined}>
      {t(words, { price })}
    </p>
  )
}
