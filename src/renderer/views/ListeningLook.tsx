/** @file What looking at X before listening brought: what it will cost, what it found, why it could not be. */
import { previewPosts, type ListeningPreview } from '../../shared/domain/listening.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { Failure } from '../../shared/errors.ts'
import { price } from '../money.ts'
import { t } from '../words.ts'
import { previewWords } from './listening-rules.ts'
import { readFailureWords } from './source-words.ts'
import form from '../ui/Form.module.css'
import styles from './Listening.module.css'

/** Null before the first look. */
export type Look = 'asking' | ListeningPreview | Failure | null

function shown(look: Look): { words: string; tone?: string | undefined } {
  if (look === null) {
    const most = price(previewPosts * priceOf.post)
    return { words: t('listening.preview.paid', { count: previewPosts, price: most }) }
  }
  if (look === 'asking') return { words: t('listening.preview.asking') }
  if (look instanceof Failure) return { words: readFailureWords(look), tone: form['bad'] }
  return { words: previewWords(look), tone: styles['found'] }
}

export function ListeningLook({ look }: { look: Look }) {
  const { words, tone } = shown(look)
  return (
    <p role="status" className={tone}>
      {words}
    </p>
  )
}
