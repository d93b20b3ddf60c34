/** @file That a note on the ticket is for who sits here. */
import { AtSign } from 'lucide-react'
import { seen } from '../../commands/desk.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function NoteToMeLine({ detail }: FrameLineProps) {
  const c = useConsole()
  const { noteToMe } = detail.desk
  if (noteToMe === null) return null
  return (
    <FrameLine
      tone="warn"
      icon={<AtSign size={12} aria-hidden="true" />}
      ways={
        <LineButton onClick={() => seen(c, [detail.card.ticketId])}>{t('desk.note-to-me.seen')}</LineButton>
      }
    >
      {noteToMe.by === null ? t('desk.note-to-me.nobody') : t('desk.note-to-me', { name: noteToMe.by })}
    </FrameLine>
  )
}
