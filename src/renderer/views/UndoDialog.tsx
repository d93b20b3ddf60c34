/** @file What undo would take back, the newest first; the top one can be taken back here. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UndoLine } from '../../shared/domain/session.ts'
import { run } from '../commands/registry.ts'
import { nameInSentence } from '../overrides.ts'
import { fullTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { eventWords, t } from '../words.ts'
import { useCommand, useConsole, useRows } from './console-context.ts'
import styles from './UndoDialog.module.css'

function aboutWords({ ticket, tickets }: UndoLine): string | null {
  if (ticket) return t('undo.one', { number: ticket.number, customer: nameInSentence(ticket.customer) })
  return tickets === 0 ? null : t('undo.many', { count: tickets })
}

export function UndoDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const undo = useCommand('undo.last')
  const brands = useRows((rows) => rows.brands)
  const first = useRef<HTMLButtonElement>(null)
  const [lines, setLines] = useState<readonly UndoLine[] | null>(null)
  const read = useCallback(() => c.attempt(async () => setLines(await c.call('undo.list', {}))), [c])
  useEffect(read, [read])
  // The one thing to do here is there only once the list was read.
  useEffect(() => first.current?.focus(), [lines])
  return (
    <Modal title={t('undo.title')} onClose={onClose} look="wide" first={first}>
      <p className={styles['hint']}>{t('undo.hint')}</p>
      {lines?.length === 0 && <Notice title={t('undo.none')} next={t('undo.none.next')} />}
      <ol className={styles['list']}>
        {lines?.map((line, at) => (
          <li key={line.actionId} className={styles['line']}>
            <span className={styles['what']}>
              <b>{eventWords(line.event)}</b>{' '}
              <bdi>
                {[aboutWords(line), brands.find(({ id }) => id === line.brandId)?.name]
                  .filter((part) => typeof part === 'string')
                  .join(t('app.separator'))}
              </bdi>
            </span>
            <span className={styles['when']}>
              {[line.by, fullTime(line.at)].filter((part) => part !== null).join(t('app.separator'))}
            </span>
            {at === 0 && (
              <Button
                ref={first}
                onClick={() => {
                  onClose()
                  run(c, 'undo.last')
                }}
              >
                {t('undo.do')} <Kbd keys={undo.keys} />
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Modal>
  )
}
