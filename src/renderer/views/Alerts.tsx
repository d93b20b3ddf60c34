/** @file Failures in words: what happened, what was kept, what to do. They stay until they are dismissed. */
import { CircleAlert, X } from 'lucide-react'
import { t } from '../words.ts'
import { useConsole, useSession } from './console-context.ts'
import styles from './Alerts.module.css'

/** @param inside drawn within a dialog instead of over the window */
export function Alerts({ inside = false }: { inside?: boolean }) {
  const c = useConsole()
  const alerts = useSession((session) => session.alerts)
  const dismiss = (id: number) =>
    c.session.setState({ alerts: c.session.getState().alerts.filter((alert) => alert.id !== id) })
  if (alerts.length === 0) return null
  return (
    <div className={inside ? styles['inside'] : styles['alerts']}>
      {alerts.map((alert) => (
        <div key={alert.id} className={styles['alert']} role="alert">
          <CircleAlert size={15} aria-hidden="true" className={styles['icon']} />
          <span className={styles['words']}>{alert.text}</span>
          <button
            type="button"
            className={styles['close']}
            aria-label={t('app.dismiss')}
            onClick={() => dismiss(alert.id)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  )
}
