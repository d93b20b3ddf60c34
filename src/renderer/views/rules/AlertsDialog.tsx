/** @file What somebody has to know, newest first; looking at it is taken note of. */
import { useEffect, useState } from 'react'
import type { AlertView } from '../../../shared/domain/alert.ts'
import { openTicket } from '../../commands/go.ts'
import { openIncidentOf } from '../../commands/incident.ts'
import { showDelivery } from '../../commands/report.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { spikeAbout, spikeWords } from './spike-words.ts'
import { useAlerts } from './use-rules.ts'
import form from '../../ui/Form.module.css'
import styles from './Rules.module.css'

function AlertItem({ alert, isNew }: { alert: AlertView; isNew: boolean }) {
  const c = useConsole()
  const brand = useRows((rows) => rows.brands.find(({ id }) => id === alert.brandId)?.name ?? '')
  const clientId = useRows((rows) => rows.brands.find(({ id }) => id === alert.brandId)?.clientId)
  const { ticket, spike } = alert
  return (
    <li className={styles['rule']}>
      <div className={styles['about']}>
        <b>{t(`alert.${alert.reason}`, { count: alert.count })}</b>
        {isNew && <Tag>{t('alerts.new')}</Tag>}
        <span dir="auto">{spike ? spikeWords(spike) : alert.words}</span>
        <span>{t('alerts.line', { brand, at: fullTime(alert.at), separator: t('app.separator') })}</span>
      </div>
      {spike && (
        <div className={styles['ways']}>
          <Button onClick={() => openIncidentOf(c, alert.id, spikeAbout(spike))}>
            {t('alerts.incident')}
          </Button>
        </div>
      )}
      {alert.reason === 'no-notice' && (
        <div className={styles['ways']}>
          <Button
            onClick={() =>
              c.session.setState({
                overlay: {
                  kind: 'notices',
                  ask: { brandId: alert.brandId, incidentId: null, title: alert.words },
                },
              })
            }
          >
            {t('command.notice.write')}
          </Button>
        </div>
      )}
      {alert.reason === 'report' && (
        <div className={styles['ways']}>
          <Button onClick={() => showDelivery(c, clientId ?? null, false)}>{t('report.delivery')}</Button>
        </div>
      )}
      {ticket && (
        <div className={styles['ways']}>
          <Button
            onClick={() => {
              c.session.setState({ overlay: null })
              openTicket(c, ticket.id)
            }}
          >
            {t('alerts.ticket', { number: ticket.number, customer: ticket.customer })}
          </Button>
        </div>
      )}
    </li>
  )
}

export function AlertsDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const alerts = useAlerts()
  const [openedAt] = useState(() => c.now())
  const newest = alerts?.find(({ seenAt }) => seenAt === null)?.at
  useEffect(() => {
    if (newest !== undefined) c.attempt(() => c.call('alert.seen', { until: newest }))
  }, [c, newest])
  return (
    <Modal title={t('alerts.title')} onClose={onClose} look="wide">
      <div className={form['form']} tabIndex={0}>
        {alerts?.length === 0 && <Notice title={t('alerts.none')} next={t('alerts.none.why')} />}
        <ul className={styles['rules']}>
          {alerts?.map((alert) => (
            <AlertItem key={alert.id} alert={alert} isNew={(alert.seenAt ?? openedAt) >= openedAt} />
          ))}
        </ul>
      </div>
    </Modal>
  )
}
