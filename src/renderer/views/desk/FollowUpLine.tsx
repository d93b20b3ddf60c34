/** @file That a ticket comes back on a day, or has come back, and what for. */
import { CalendarClock } from 'lucide-react'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function FollowUpLine({ detail }: FrameLineProps) {
  const change = useCommand('ticket.follow-up')
  const { followUp, owedAt } = detail.desk
  if (followUp === null) return null
  const isDue = owedAt !== null && followUp.at <= owedAt
  const reason = { has: followUp.reason !== '', reason: followUp.reason }
  return (
    <FrameLine
      tone={isDue ? 'warn' : 'plain'}
      icon={<CalendarClock size={12} aria-hidden="true" />}
      ways={
        <LineButton keys={change.aria} onClick={change.run}>
          {t('desk.change')}
        </LineButton>
      }
    >
      {isDue
        ? t('desk.follow-up.due', reason)
        : t('desk.follow-up.at', { at: fullTime(followUp.at), ...reason })}
    </FrameLine>
  )
}
