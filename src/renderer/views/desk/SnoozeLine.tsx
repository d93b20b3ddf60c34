/** @file That a ticket is put off, and until when. */
import { Moon } from 'lucide-react'
import { wake } from '../../commands/desk.ts'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function SnoozeLine({ detail }: FrameLineProps) {
  const c = useConsole()
  const { ticketId, desk } = detail.card
  if (desk.snoozedUntil === null && !desk.snoozedForReply) return null
  const words =
    desk.snoozedUntil === null
      ? t('desk.snoozed.reply')
      : t(desk.snoozedForReply ? 'desk.snoozed.both' : 'desk.snoozed.until', {
          at: fullTime(desk.snoozedUntil),
        })
  return (
    <FrameLine
      icon={<Moon size={12} aria-hidden="true" />}
      ways={<LineButton onClick={() => wake(c, [ticketId])}>{t('desk.wake')}</LineButton>}
    >
      {words}
    </FrameLine>
  )
}
