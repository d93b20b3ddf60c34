/** @file The head of a report as it stands on paper, and a small picture of it where it is chosen. */
import type { CSSProperties, ReactNode } from 'react'
import { isForWords, type DrawnLook } from '../../state/client-look.ts'
import { Logo } from './Logo.tsx'
import styles from './PaperHead.module.css'

/** The colours of a client for what is drawn within; none: our own. */
export const lookStyle = (look: Pick<DrawnLook, 'accent'> | null): CSSProperties => {
  if (!look?.accent) return {}
  const ink = isForWords(look.accent) ? { '--client-ink': look.accent } : {}
  return { '--accent': look.accent, '--client-rule': look.accent, ...ink }
}

export function PaperHead({ look, children }: { look: DrawnLook | null; children: ReactNode }) {
  return (
    <header className={styles['head']}>
      {children}
      {look?.logo && <Logo picture={look.logo} name={look.clientName} />}
    </header>
  )
}
