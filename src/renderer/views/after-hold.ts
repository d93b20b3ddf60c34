/** @file What became of a message whose hold is over, as far as the rows on screen tell: pure. */
import type { JobState } from '../../shared/domain/outbox.ts'
import type { Rows } from '../state/rows.ts'
import type { Leaving } from '../state/session.ts'

type Words = 'said.left' | 'said.sent' | 'said.unsure' | 'said.waits'

function ofState(state: JobState): Words {
  switch (state) {
    case 'sent':
      return 'said.sent'
    case 'unsure':
      return 'said.unsure'
    case 'refused':
    case 'missed':
    case 'ask':
    case 'stopped':
      return 'said.waits'
    case 'held':
    case 'queued':
    case 'sending':
    case 'recalled':
    case 'dropped':
      return 'said.left'
  }
}

/** A ticket’s card names its message until X has it. A row that is not loaded tells nothing. */
export function afterHold(rows: Pick<Rows, 'rows'>, { jobId, ticketId }: Leaving): Words {
  const own = rows.rows.get(jobId)
  if (own?.kind === 'job') return ofState(own.job.state)
  const row = ticketId === null ? undefined : rows.rows.get(ticketId)
  if (row?.kind !== 'ticket') return 'said.left'
  if (row.card.job === null) return 'said.sent'
  return row.card.job.id === jobId ? ofState(row.card.job.state) : 'said.left'
}
