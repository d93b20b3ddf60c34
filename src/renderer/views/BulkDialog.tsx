/** @file Asks before a command works on many tickets: how many of which brands, and what will be skipped. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { skipped, type Tally } from '../../shared/domain/bulk.ts'
import { run } from '../commands/registry.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './BulkDialog.module.css'

const sum = (all: readonly { count: number }[]): number => all.reduce((total, { count }) => total + count, 0)

/** The brands that are worked on, with how many of each: a wrong one is seen before it is too late. */
function Brands({ tally }: { tally: Tally }) {
  const brands = useRows((rows) => rows.brands)
  return (
    <ul className={styles['brands']}>
      {tally.brands.map(({ brandId, count }) => {
        const brand = brands.find((one) => one.id === brandId)
        return (
          <li key={brandId} className={styles['brand']}>
            {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
            {t('bulk.brand', { name: brand?.name ?? '', count })}
          </li>
        )
      })}
    </ul>
  )
}

export function BulkDialog({ command, onClose }: { command: CommandId; onClose: () => void }) {
  const c = useConsole()
  const yes = useRef<HTMLButtonElement>(null)
  const [selection] = useState(() => c.session.getState().selection ?? [])
  const [tally, setTally] = useState<Tally | null>(null)
  useEffect(() => {
    c.attempt(async () => setTally(await c.call('ticket.tally', { ticketIds: [...selection] })))
  }, [c, selection])
  // Before it is drawn: whoever sees the question may answer it at once.
  useLayoutEffect(() => yes.current?.focus(), [tally])

  const words = t(`command.${command}`)
  const left = tally ? skipped(command, tally) : []
  const count = tally ? tally.total - sum(left) : 0
  const go = () => {
    c.session.setState({ overlay: null, area: 'deck', agreed: selection })
    run(c, command)
  }
  return (
    <Modal title={t('bulk.title', { command: words })} onClose={onClose} first={yes}>
      <div className={form['form']}>
        {tally === null ? (
          <p>{t('bulk.counting')}</p>
        ) : (
          <>
            <p>
              <b>{t('bulk.count', { count: tally.total })}</b>
            </p>
            <Brands tally={tally} />
            {left.map((one) => (
              <p key={one.status}>
                {t('bulk.skipped', { count: one.count, status: t(`status.${one.status}`) })}
              </p>
            ))}
            {tally.total < selection.length && (
              <p>{t('bulk.gone', { count: selection.length - tally.total })}</p>
            )}
            <p>{t(count === 0 ? 'bulk.nothing' : 'bulk.undo')}</p>
          </>
        )}
        <div className={form['actions']}>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button ref={yes} look="primary" disabled={count === 0} onClick={go}>
            {t('bulk.do', { command: words, count })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
