/** @file One part of a report, with its title and what it means. */
import type { ReactNode } from 'react'
import styles from './Reports.module.css'

export function Section({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {why !== undefined && <p className={styles['why']}>{why}</p>}
      {children}
    </section>
  )
}
