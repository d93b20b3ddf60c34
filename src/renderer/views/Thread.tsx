/** @file The conversation, oldest first: posts keep X's form, messages and notes are bubbles, events are quiet lines. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { TicketDetail, TimelineItem } from '../../shared/domain/ticket.ts'
import { writtenAt } from '../time.ts'
import { eventWords, t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { JobEntry } from './JobEntry.tsx'
import { DmEntry, NoteEntry } from './Bubbles.tsx'
import { GoneLine } from './GoneLine.tsx'
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

/** How near to the end still counts as being there, px. */
const nearEnd = 80

export function Thread({ detail }: { detail: TicketDetail }) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const sizeThen = useRef('')
  const { timeline } = detail
  // Something came, or what stands last says more than before: why X refused it, and the ways out.
  useLayoutEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [timeline])
  useEffect(() => {
    const element = box.current
    if (!element) return
    // The composer grows and shrinks below: who read the newest goes on reading it.
    const keep = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    keep.observe(element)
    return () => keep.disconnect()
  }, [])
  return (
    <div
      ref={box}
      className={styles['thread']}
      role="log"
      aria-label={t('thread.label')}
      tabIndex={0}
      onScroll={(event) => {
        const element = event.currentTarget
        const { scrollTop, scrollHeight, clientHeight, clientWidth } = element
        const size = [scrollHeight, clientHeight, clientWidth].join()
        // The browser moves it too, when what is in it or around it changes: that is nobody's wish to look elsewhere.
        if (size === sizeThen.current) atEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd
        else if (atEnd.current) element.scrollTop = scrollHeight
        sizeThen.current = size
      }}
    >
      {timeline.map((item) => (
        <Entry key={keyOf(item)} item={item} />
      ))}
    </div>
  )
}
