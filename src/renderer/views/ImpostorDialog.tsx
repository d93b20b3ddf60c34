/** @file Accounts that answer the customer of a ticket and resemble one of our handles, with what can be done about them. */
import { useEffect, useRef, type RefObject } from 'react'
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
import { sinceWords } from './since-words.ts'
import { Name } from './Runs.tsx'
import form from '../ui/Form.module.css'
import styles from './ReleaseList.module.css'

type Props = {
  detail: TicketDetail
  impostor: ImpostorView
  /** Where the focus begins, on the first of them. */
  first: RefObject<HTMLButtonElement | null> | null
  onClose: () => void
}

function Impostor({ detail, impostor, first, onClose }: Props) {
  const c = useConsole()
  const { username, name, resembles, why, state, joinedAt } = impostor
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
      <p className={styles['facts']}>
        {t('impostor.seen', { time: writtenAt(c.now(), impostor.at) })}
        {joinedAt !== null && t('app.separator') + sinceWords(c.now(), joinedAt)}
      </p>
      <div className={styles['ways']}>
        {state !== 'reported' && (
          <Button
            ref={first}
            onClick={() => {
              onClose()
              warnAndReport(c, detail, impostor)
            }}
          >
            {t('impostor.warn')}
          </Button>
        )}
        <Button
          ref={state === 'reported' ? first : null}
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
  const first = useRef<HTMLButtonElement>(null)
  const known = detail !== null
  // The list comes with the ticket, which may still be read when the dialog opens.
  useEffect(() => first.current?.focus(), [known])
  return (
    <Modal title={t('impostor.title')} onClose={onClose} look="wide" first={first}>
      <div className={form['form']}>
        {!detail ? (
          <Notice title={t('pane.loading')} />
        ) : detail.impostors.length === 0 ? (
          <Notice title={t('impostor.none')} next={t('impostor.none.next')} />
        ) : (
          <ul className={styles['items']}>
            {detail.impostors.map((one, n) => (
              <Impostor
                key={one.xUserId}
                detail={detail}
                impostor={one}
                first={n === 0 ? first : null}
                onClose={onClose}
              />
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
