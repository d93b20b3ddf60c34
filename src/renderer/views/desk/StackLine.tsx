/** @file What hangs on a ticket: others that are open with its customer, the one it goes on from, who answered already. */
import { Layers, Link2, Megaphone, Merge } from 'lucide-react'
import { openTicket } from '../../commands/go.ts'
import { nameInSentence } from '../../overrides.ts'
import { t } from '../../words.ts'
import { useCommand, useConsole, useRows } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function StackLine({ detail }: FrameLineProps) {
  const c = useConsole()
  const merge = useCommand('ticket.merge')
  const brands = useRows((rows) => rows.brands)
  const { card, previous, mergedInto } = detail
  const names = brands.filter(({ id }) => card.answeredByBrandIds.includes(id)).map(({ name }) => name)
  const name = nameInSentence(card.customer.name)
  return (
    <>
      {mergedInto && (
        <FrameLine
          tone="warn"
          icon={<Merge size={12} aria-hidden="true" />}
          ways={<LineButton onClick={() => openTicket(c, mergedInto.ticketId)}>{t('stack.show')}</LineButton>}
        >
          {t('stack.merged', { number: mergedInto.number })}
        </FrameLine>
      )}
      {names.length > 0 && (
        <FrameLine tone="warn" icon={<Megaphone size={12} aria-hidden="true" />}>
          {t('linked.answered', { names: names.join(', ') })}
        </FrameLine>
      )}
      {card.openWithCustomer > 1 && !mergedInto && (
        <FrameLine
          icon={<Layers size={12} aria-hidden="true" />}
          ways={
            <LineButton keys={merge.aria} onClick={merge.run}>
              {t('stack.open.merge')}
            </LineButton>
          }
        >
          {t('stack.open', { count: card.openWithCustomer, name })}
        </FrameLine>
      )}
      {previous && (
        <FrameLine
          icon={<Link2 size={12} aria-hidden="true" />}
          ways={<LineButton onClick={() => openTicket(c, previous.ticketId)}>{t('stack.show')}</LineButton>}
        >
          {t('stack.previous', { number: previous.number })}
        </FrameLine>
      )}
    </>
  )
}
