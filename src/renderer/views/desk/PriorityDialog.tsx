/** @file How urgent tickets are. */
import { Priority } from '../../../shared/domain/ticket.ts'
import { cardOf } from '../../commands/context.ts'
import { prioritise } from '../../commands/desk.ts'
import { Chooser } from '../../ui/Chooser.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { narrowed } from '../narrowed.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'

export function PriorityDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const now = useRows((rows) => cardOf(rows, ticketIds[0] ?? null)?.desk.priority)
  const choices = Priority.options.map((priority) => ({
    key: priority,
    title: t(`priority.${priority}`),
    detail: t(`priority.${priority}.detail`),
    on: ticketIds.length === 1 && priority === now,
  }))
  return (
    <Chooser
      title={t('prioritise.title', { count: ticketIds.length })}
      placeholder={t('prioritise.placeholder')}
      choicesFor={(typed) => narrowed(choices, typed)}
      nothing={() => t('prioritise.nothing')}
      onClose={onClose}
      onChosen={(key) => {
        onClose()
        prioritise(c, ticketIds, Priority.parse(key))
      }}
    />
  )
}
