/** @file The posts of a chain, numbered, and which of them X has. */
import { Check } from 'lucide-react'
import type { JobPart } from '../../shared/domain/outbox.ts'
import { Hidden } from '../ui/Hidden.tsx'
import { t } from '../words.ts'
import { Plain } from './Runs.tsx'
import styles from './JobParts.module.css'

export function JobParts({ parts }: { parts: readonly JobPart[] }) {
  return (
    <ol className={styles['parts']} aria-label={t('chain.label', { count: parts.length })}>
      {parts.map((part, n) => (
        <li key={n} className={styles['part']}>
          <span className={styles['number']}>{t('chain.number', { n: n + 1, total: parts.length })}</span>
          <span className={styles['text']} dir="auto">
            <Plain text={part.text} />
          </span>
          {part.state === 'sent' && (
            <span className={styles['sent']}>
              <Check size={12} aria-hidden="true" />
              <Hidden>{t('chain.part.sent')}</Hidden>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
