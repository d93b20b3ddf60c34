/** @file One client's reports: how they look, and when they are delivered by themselves. */
import { useRef, useState } from 'react'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useSession } from '../console-context.ts'
import { LookFields } from './LookFields.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { useSchedules } from './use-schedules.ts'
import form from '../../ui/Form.module.css'
import styles from './Delivery.module.css'

/** What was said since the dialog is open: the status bar is out of sight behind it. */
function Said() {
  const said = useSession((session) => session.said)
  const [before] = useState(said)
  return <p role="status">{said === before ? '' : (said?.text ?? '')}</p>
}

type Props = { clientId: string | null; back: boolean; onClose: () => void }

export function DeliveryDialog({ clientId, back, onClose }: Props) {
  const c = useConsole()
  const first = useRef<HTMLSelectElement>(null)
  const clients = useSchedules()
  const [chosen, choose] = useState(clientId)
  const client = clients?.find((one) => one.clientId === chosen) ?? clients?.[0] ?? null
  const close = back ? () => c.session.setState({ overlay: { kind: 'report' } }) : onClose
  return (
    <Modal title={t('report.delivery')} onClose={close} look="full" first={first}>
      <div className={form['form']}>
        {clients?.length === 0 && <Notice title={t('report.no-client')} next={t('report.no-brand.why')} />}
        {client && (
          <>
            <label className={`${form['label']} ${styles['narrow']}`}>
              {t('report.client')}
              <select
                ref={first}
                autoFocus
                className={form['select']}
                value={client.clientId}
                onChange={(event) => choose(event.target.value)}
              >
                {clients?.map((one) => (
                  <option key={one.clientId} value={one.clientId}>
                    {one.clientName}
                  </option>
                ))}
              </select>
            </label>
            <ScheduleFields key={`schedule ${client.clientId}`} view={client} />
            <LookFields key={`look ${client.clientId}`} client={client} />
          </>
        )}
        <div className={styles['part']}>
          <Said />
        </div>
      </div>
    </Modal>
  )
}
