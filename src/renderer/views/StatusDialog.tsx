/** @file Where a ticket is to stand: only where an agent's key may lead from where it stands now. */
import { useRef } from 'react'
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { mayMove } from '../../shared/domain/transitions.ts'
import { cardOf } from '../commands/context.ts'
import { setStatus } from '../commands/standing.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { Choice } from './Choice.tsx'
import { useConsole, useRows } from './console-context.ts'

const letters: Readonly<Record<TicketStatus, string>> = {
  new: 'n',
  open: 'o',
  pending: 'p',
  'on-hold': 'h',
  solved: 's',
  closed: 'c',
}

export function StatusDialog({ ticketIds, onClose }: { ticketIds: readonly string[]; onClose: () => void }) {
  const c = useConsole()
  const start = useRef<HTMLButtonElement>(null)
  const first = useRows((rows) => cardOf(rows, ticketIds[0] ?? null)?.status ?? null)
  const current = ticketIds.length === 1 ? first : null
  const offered = TicketStatus.options.filter(
    (status) => status === current || current === null || mayMove(current, status, 'agent'),
  )
  return (
    <Modal title={t('status.choose')} onClose={onClose} first={start}>
      <Choice
        first={start}
        label={t('status.choose')}
        options={offered
          .filter((status) => status !== 'new' || current === 'new')
          .map((id) => ({ id, letter: letters[id], label: t(`status.${id}`), why: t(`status.${id}.why`) }))}
        current={current}
        onChosen={(status) => {
          onClose()
          if (status !== current) setStatus(c, ticketIds, status)
        }}
      />
    </Modal>
  )
}
