/** @file A small labelled chip. Its colour repeats what its words say, never more. */
import type { ReactNode } from 'react'
import styles from './Tag.module.css'

export type Tone = 'plain' | 'bad' | 'warn' | 'good' | 'info'

export function Tag({
  tone = 'plain',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children: ReactNode
}) {
  return (
    <span className={`${styles['tag']} ${styles[tone]}`} title={title}>
      {children}
    </span>
  )
}
