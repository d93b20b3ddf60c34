/** @file Why a ticket is here and why now: the rule, the words that spoke, what makes it press. */
import { useRef } from 'react'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { TriageView } from '../../shared/domain/triage.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useDetail } from './ActDialog.tsx'
import { useCommand } from './console-context.ts'
import { WhyDue } from './WhyDue.tsx'
import { WhyRules } from './WhyRules.tsx'
import { hereWords, nowWords, termWords, weightWords, whatWords } from './why-words.ts'
import form from '../ui/Form.module.css'
import styles from './WhyDialog.module.css'

function Why({ detail, triage }: { detail: TicketDetail; triage: TriageView }) {
  return (
    <>
      <section className={styles['part']}>
        <h3>{t('why.here')}</h3>
        <p>{hereWords(detail)}</p>
      </section>
      <section className={styles['part']}>
        <h3>{t('why.what')}</h3>
        <p>{whatWords(triage)}</p>
        {triage.terms.length > 0 && (
          <ul className={styles['terms']}>
            {triage.terms.map((term) => (
              <li key={`${term.kind} ${term.term}`}>
                <Tag>
                  {termWords(term)} <span className={styles['weight']}>{weightWords(term)}</span>
                </Tag>
              </li>
            ))}
          </ul>
        )}
        {triage.corrected && (
          <p>{t('why.corrected.learns', { category: t(`category.${triage.category}`) })}</p>
        )}
      </section>
      <section className={styles['part']}>
        <h3>{t('why.now')}</h3>
        {nowWords(detail, triage).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
    </>
  )
}

export function WhyDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const detail = useDetail(ticketId)
  const first = useRef<HTMLButtonElement>(null)
  const correct = useCommand('ticket.categorize')
  return (
    <Modal title={t('why.title')} onClose={onClose} look="wide" first={first}>
      <div className={form['form']}>
        {detail?.triage ? (
          <Why detail={detail} triage={detail.triage} />
        ) : (
          <Notice title={t(detail ? 'why.waiting' : 'pane.loading')} />
        )}
        {detail && <WhyDue detail={detail} />}
        {detail && <WhyRules detail={detail} />}
        <div className={form['actions']}>
          <Button ref={first} onClick={correct.run} aria-keyshortcuts={correct.aria}>
            {t('why.correct')}
          </Button>
          <Button onClick={onClose}>{t('app.close')}</Button>
        </div>
      </div>
    </Modal>
  )
}
