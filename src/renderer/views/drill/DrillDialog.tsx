/** @file The practice drill: what it asks, how far it is, and its score with every ticket that went wrong. */
import { Check, TriangleAlert } from 'lucide-react'
import { useRef, type RefObject } from 'react'
import { MissKind, type DrillMiss, type DrillView } from '../../../shared/domain/drill.ts'
import { startDrill } from '../../commands/drill.ts'
import { openTicket } from '../../commands/go.ts'
import { stopwatch } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useCommand, useConsole, useSession, useTimed } from '../console-context.ts'
import form from '../../ui/Form.module.css'
import styles from './Drill.module.css'

function MissItem({ miss: { ticket, caught }, onClose }: { miss: DrillMiss; onClose: () => void }) {
  const c = useConsole()
  return (
    <li>
      {ticket === null ? (
        t('drill.miss.post')
      ) : (
        <button
          type="button"
          className={styles['ticket']}
          onClick={() => {
            onClose()
            openTicket(c, ticket.id)
          }}
        >
          {t('undo.one', ticket)}
        </button>
      )}
      {caught && <span>{t('drill.miss.caught')}</span>}
    </li>
  )
}

function KindItem({
  kind,
  misses,
  onClose,
}: {
  kind: MissKind
  misses: readonly DrillMiss[]
  onClose: () => void
}) {
  const ofKind = misses.filter((miss) => miss.kind === kind)
  return (
    <li className={styles['kind']}>
      <span className={ofKind.length > 0 ? styles['bad'] : styles['good']}>
        {ofKind.length > 0 ? (
          <TriangleAlert size={15} aria-hidden="true" />
        ) : (
          <Check size={15} aria-hidden="true" />
        )}
        {t(`drill.score.${kind}`, { count: ofKind.length })}
      </span>
      {ofKind.length > 0 && (
        <ul className={styles['tickets']}>
          {ofKind.map((miss) => (
            <MissItem key={miss.ticket?.id ?? 'post'} miss={miss} onClose={onClose} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Score({ drill, onClose }: { drill: DrillView; onClose: () => void }) {
  const { beganAt, endedAt, total, left, answered, misses } = drill
  const took = useTimed((now) => stopwatch((endedAt ?? now) - beganAt))
  const done = total - left
  const each = useTimed((now) =>
    done === 0 ? '' : t('drill.each', { seconds: Math.round(((endedAt ?? now) - beganAt) / 1_000 / done) }),
  )
  return (
    <>
      <p className={styles['result']}>
        <b className={styles['took']}>{took}</b>
        <span>
          {[t('drill.done', { done, total }), t('drill.answered', { count: answered }), each]
            .filter((part) => part !== '')
            .join(t('app.separator'))}
        </span>
      </p>
      <ul className={styles['kinds']} aria-label={t('drill.score')}>
        {MissKind.options.map((kind) => (
          <KindItem key={kind} kind={kind} misses={misses} onClose={onClose} />
        ))}
      </ul>
    </>
  )
}

function Rules() {
  return (
    <>
      <p>{t('drill.why')}</p>
      <p className={styles['heading']}>{t('drill.counts')}</p>
      <ul className={styles['kinds']}>
        {MissKind.options.map((kind) => (
          <li key={kind} className={styles['kind']}>
            {t(`drill.rule.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Ways({
  drill,
  first,
  onClose,
}: {
  drill: DrillView | null
  first: RefObject<HTMLButtonElement | null>
  onClose: () => void
}) {
  const c = useConsole()
  const end = useCommand('drill.end')
  const reset = useCommand('practice.reset')
  if (drill !== null && drill.endedAt === null)
    return (
      <div className={form['actions']}>
        <Button onClick={end.run}>{t('drill.end')}</Button>
        <Button ref={first} look="primary" onClick={onClose}>
          {t('drill.go-on')}
        </Button>
      </div>
    )
  return (
    <div className={form['actions']}>
      {drill !== null && (
        <Button
          onClick={() => {
            onClose()
            reset.run()
          }}
        >
          {t('drill.leave')}
        </Button>
      )}
      <Button ref={first} look="primary" onClick={() => startDrill(c)}>
        {t(drill === null ? 'drill.start' : 'drill.again')}
      </Button>
    </div>
  )
}

export function DrillDialog({ onClose }: { onClose: () => void }) {
  const first = useRef<HTMLButtonElement>(null)
  const drill = useSession((session) => session.drill)
  return (
    <Modal title={t('drill.title')} onClose={onClose} look="wide" first={first}>
      <div className={form['form']}>
        {drill === null ? <Rules /> : <Score drill={drill} onClose={onClose} />}
        <p className={styles['gone']}>{t('drill.gone')}</p>
        <Ways drill={drill} first={first} onClose={onClose} />
      </div>
    </Modal>
  )
}
