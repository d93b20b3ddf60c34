/** @file Accounts that answer the customer of a ticket and resemble one of our handles, with what can be done about them. */
import { useRef } from 'react'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { ImpostorView } from '../../shared/domain/triage.ts'
import { dismissImpostor, warnAndReport } from '../commands/triage.ts'
import { writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useDetail } from './ActDialog.tsx'
import { useConsole } from './console-context.ts'
import { Name } from './Runs.tsx'
import form from '../ui/Form.module.css'
import styles from './ReleaseList.module.css'

type Props = { detail: TicketDetail; impostor: ImpostorView; onClose: () => void }

function Impostor({ detail, impostor, onClose }: Props) {
  const c = useConsole()
  const { username, name, resembles, why, state } = impostor
  const { ticketId } = detail.card
  return (
    <li className={styles['item']}>
      <div className={styles['facts']}>
        <b>
          <Name name={name} />
        </b>
        <span>{t('thread.handle', { username })}</span>
        {state !== 'seen' && <Tag>{t(`impostor.${state}`)}</Tag>}
      </div>
      <p>{t(`impostor.why.${why}`, { resembles })}</p>
      <p className={styles['facts']}>{t('impostor.seen', { time: writtenAt(c.now(), impostor.at) })}</p>
      <div className={styles['ways']}>
        {state !== 'reported' && (
          <Button
            onClick={() => {
              onClose()
              warnAndReport(c, detail, impostor)
            }}
          >
            {t('impostor.warn')}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() => c.attempt(() => c.call('link.open', { kind: 'post', postId: impostor.postId }))}
        >
          {t('impostor.look')}
        </Button>
        {state === 'seen' && (
          <Button
            look="quiet"
            onClick={() => {
              onClose()
              dismissImpostor(c, ticketId, impostor)
            }}
          >
            {t('impostor.dismiss')}
          </Button>
        )}
      </div>
    </li>
  )
}

export function ImpostorDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const detail = useDetail(ticketId)
  const list = useRef<HTMLUListElement>(null)
  return (
    <Modal title={t('impostor.title')} onClose={onClose} look="wide">
      <div className={form['form']}>
        {!detail ? (
          <Notice title={t('pane.loading')} />
        ) : detail.impostors.length === 0 ? (
          <Notice title={t('impostor.none')} next={t('impostor.none.next')} />
        ) : (
          <ul ref={list} className={styles['items']}>
            {detail.impostors.map((one) => (
              <Impostor key={one.xUserId} detail={detail} impostor={one} onClose={onClose} />
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
