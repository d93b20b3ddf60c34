/** @file One line of a ticket's frame: what is so, and at its end what can be done about it. */
import type { ReactNode } from 'react'
import styles from './TicketFrame.module.css'

type Props = {
  /** Colours repeat what the words say. */
  tone?: 'plain' | 'warn' | 'bad'
  icon?: ReactNode
  children: ReactNode
  /** Buttons. */
  ways?: ReactNode
}

export function FrameLine({ tone = 'plain', icon, children, ways }: Props) {
  return (
    <div className={`${styles['line']} ${styles[tone]}`}>
      {icon}
      <span className={styles['words']} dir="auto">
        {children}
      </span>
      {ways}
    </div>
  )
}

/** A quiet way at the end of a line. */
export function LineButton({
  keys,
  onClick,
  children,
}: {
  keys?: string | undefined
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className={styles['way']} aria-keyshortcuts={keys} onClick={onClick}>
      {children}
    </button>
  )
}
