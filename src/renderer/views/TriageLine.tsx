/** @file What triage made of the open ticket, in one line that leads to why. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { t } from '../words.ts'
import { useCommand } from './console-context.ts'
import { termWords } from './why-words.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './TriageLine.module.css'

/** So many of the words that spoke stand in the line. */
const termsShown = 3

export function TriageLine({ detail: { triage } }: { detail: TicketDetail }) {
  const why = useCommand('ticket.why')
  if (!triage) return null
  const terms = triage.corrected ? [] : triage.terms.slice(0, termsShown).map(termWords)
  return (
    <button type="button" className={styles['line']} aria-keyshortcuts={why.aria} onClick={why.run}>
      <b>{t(`category.${triage.category}`)}</b>
      <span className={styles['terms']}>{terms.join(t('app.comma'))}</span>
      <Kbd keys={why.keys} />
    </button>
  )
}
