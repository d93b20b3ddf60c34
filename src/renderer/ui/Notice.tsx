/** @file Words where there is nothing else to see: what is the case, and the next step. */
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

type Props = { title: string; next?: string; tone?: 'quiet' | 'bad'; children?: ReactNode }

export function Notice({ title, next, tone = 'quiet', children }: Props) {
  return (
    <div className={styles['notice']} role={tone === 'bad' ? 'alert' : undefined}>
      <p className={tone === 'bad' ? styles['bad'] : styles['title']}>{title}</p>
      {next !== undefined && <p>{next}</p>}
      {children}
    </div>
  )
}
