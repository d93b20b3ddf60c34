/** @file What came while the computer slept or Switchboard was closed, brand by brand, the most pressing first. */
import { useEffect } from 'react'
import type { AbsenceOfBrand, AbsenceView } from '../../../shared/domain/absence.ts'
import { showBrand } from '../../commands/deck.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { useAbsence } from './use-absence.ts'
import form from '../../ui/Form.module.css'
import styles from './Rules.module.css'

const lines = ['loud', 'late', 'unsent', 'promises'] as const

function BrandItem({ of, first }: { of: AbsenceOfBrand; first: boolean }) {
  const c = useConsole()
  const brand = useRows((rows) => rows.brands.find(({ id }) => id === of.brandId)?.name ?? '')
  const pressing = lines
    .filter((line) => of[line] > 0)
    .map((line) => t(`absence.${line}`, { count: of[line] }))
  return (
    <li className={styles['rule']}>
      <div className={styles['about']}>
        <b dir="auto">{brand}</b>
        {pressing.length > 0 && <span className={form['bad']}>{pressing.join(t('app.separator'))}</span>}
        <span>{t('absence.messages', { messages: of.messages, tickets: of.tickets })}</span>
      </div>
      <div className={styles['ways']}>
        <Button
          autoFocus={first}
          look={first ? 'primary' : 'plain'}
          onClick={() => {
            c.session.setState({ overlay: null })
            showBrand(c, of.brandId)
          }}
        >
          {t('absence.show', { brand })}
        </Button>
      </div>
    </li>
  )
}

function Seen({ absence }: { absence: AbsenceView }) {
  const c = useConsole()
  const { id, why, fromAt, untilAt, brands, seenAt } = absence
  useEffect(() => {
    if (seenAt === null) c.attempt(() => c.call('absence.seen', { absenceId: id }))
  }, [c, id, seenAt])
  return (
    <>
      <p>{t(`absence.${why}`, { from: fullTime(fromAt), until: fullTime(untilAt) })}</p>
      {brands.length === 0 && <Notice title={t('absence.nothing')} />}
      <ul className={styles['rules']}>
        {brands.map((of, at) => (
          <BrandItem key={of.brandId} of={of} first={at === 0} />
        ))}
      </ul>
    </>
  )
}

export function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const absence = useAbsence()
  return (
    <Modal title={t('absence.title')} onClose={onClose} look="wide">
      <div className={form['form']} tabIndex={0}>
        {absence === null && <Notice title={t('absence.none')} next={t('absence.none.why')} />}
        {absence && <Seen absence={absence} />}
      </div>
    </Modal>
  )
}
