/** @file The messages of one ticket in a thread, its middle folded where it is long. */
import { ChevronsUpDown } from 'lucide-react'
import type { TimelineItem } from '../../shared/domain/ticket.ts'
import { unfoldOne } from '../commands/conversation.ts'
import { messagesIn, threadParts } from '../state/thread-parts.ts'
import { writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { eventWords, t } from '../words.ts'
import { DmEntry, NoteEntry } from './Bubbles.tsx'
import { useCommand, useConsole, useSession } from './console-context.ts'
import { GoneLine } from './GoneLine.tsx'
import { JobEntry } from './JobEntry.tsx'
import { PostEntry } from './PostEntry.tsx'
import styles from './Thread.module.css'

type Event = Extract<TimelineItem, { kind: 'event' }>

function EventLine({ item }: { item: Event }) {
  const c = useConsole()
  const what = eventWords(item.event)
  const words = item.agentName === null ? what : t('event.by', { what, name: item.agentName })
  return <p className={styles['event']}>{[words, writtenAt(c.now(), item.at)].join(t('app.separator'))}</p>
}

function Entry({ item }: { item: TimelineItem }) {
  switch (item.kind) {
    case 'post':
      return <PostEntry item={item} />
    case 'dm':
      return <DmEntry item={item} />
    case 'gone':
      return <GoneLine item={item} />
    case 'note':
      return <NoteEntry item={item} />
    case 'event':
      return <EventLine item={item} />
    case 'job':
      return <JobEntry job={item.job} />
  }
}

const keyOf = (item: TimelineItem) => `${item.kind} ${item.kind === 'job' ? item.job.id : item.id}`

type Props = {
  ticketId: string
  items: readonly TimelineItem[]
  /** The post that an answer goes to; null where nothing is answered. */
  targetId: string | null
}

export function ThreadParts({ ticketId, items, targetId }: Props) {
  const c = useConsole()
  const unfold = useCommand('ticket.unfold')
  const isWhole = useSession((session) => session.unfolded.includes(ticketId))
  const parts = isWhole ? [{ folded: false, items }] : threadParts(items, targetId)
  return parts.map((part, at) =>
    part.folded ? (
      <Button
        key={`fold ${at}`}
        look="quiet"
        className={styles['fold']}
        aria-expanded={false}
        aria-keyshortcuts={unfold.aria}
        onClick={() => unfoldOne(c, ticketId)}
      >
        <ChevronsUpDown size={13} aria-hidden="true" />
        {t('thread.folded', { count: messagesIn(part) })}
      </Button>
    ) : (
      part.items.map((item) => <Entry key={keyOf(item)} item={item} />)
    ),
  )
}
