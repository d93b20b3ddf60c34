/** @file The spending panel: what was spent by brand, purpose, ticket and app, and where its limits are. */
import { useEffect } from 'react'
import type { SpendView } from '../../shared/domain/money.ts'
import { openTicket } from '../commands/go.ts'
import { spent } from '../money.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { SpendApps } from './SpendApps.tsx'
import { SpendRows } from './SpendRows.tsx'
import form from '../ui/Form.module.css'
import styles from './SpendPanel.module.css'

function Levels({ level }: { level: SpendView['today']['level'] }) {
  if (level !== 'slow' && level !== 'stopped') return null
  return <p className={form['warn']}>{t(`spend.level.${level}.what`)}</p>
}

function Streams({ view }: { view: SpendView }) {
  return (
    <section>
      <h3 className={styles['title']}>{t('spend.streams')}</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('spend.name')}</th>
            <th scope="col">{t('spend.today')}</th>
            <th scope="col">{t('spend.month')}</th>
            <th scope="col">{t('spend.charged')}</th>
          </tr>
        </thead>
        <tbody>
          {view.streams.map((part) => (
            <tr key={part.stream}>
              <th scope="row">{t(`spend.stream.${part.stream}`)}</th>
              <td>{spent(part.today)}</td>
              <td>{spent(part.month)}</td>
              <td>{t('spend.charged.value', { charged: part.charged, delivered: part.delivered })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.openPriced > 0 && (
        <p className={styles['aside']}>{t('spend.open-priced', { count: view.openPriced })}</p>
      )}
    </section>
  )
}

function Tickets({ view, onClose }: { view: SpendView; onClose: () => void }) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const open = (ticketId: string) => {
    onClose()
    openTicket(c, ticketId)
  }
  return (
    <section>
      <h3 className={styles['title']}>{t('spend.tickets')}</h3>
      {view.tickets.length === 0 && <p>{t('spend.tickets.none')}</p>}
      <ul className={styles['tickets']}>
        {view.tickets.map((ticket) => (
          <li key={ticket.ticketId}>
            <Button look="quiet" onClick={() => open(ticket.ticketId)}>
              {t('palette.ticket', {
                number: ticket.number,
                name: brands.find((brand) => brand.id === ticket.brandId)?.name ?? '',
              })}
            </Button>
            <span>{spent(ticket.month)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function SpendPanel({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const view = useRows((rows) => rows.spending)
  useEffect(() => c.apply.spendingShown(), [c])
  return (
    <Modal title={t('spend.title')} onClose={onClose} look="wide">
      <div className={form['form']}>
        {view === null ? (
          <p>{t('spend.reading')}</p>
        ) : (
          <>
            <Levels level={view.today.level} />
            <SpendRows title={t('spend.brands')} rows={view.brands} />
            <Streams view={view} />
            <Tickets view={view} onClose={onClose} />
            <SpendRows title={t('spend.apps')} rows={view.apps} />
            <SpendApps apps={view.credits} />
            <p className={styles['aside']}>{t('spend.day')}</p>
          </>
        )}
      </div>
    </Modal>
  )
}
