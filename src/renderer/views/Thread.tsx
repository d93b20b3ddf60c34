/** @file The conversation, oldest first: posts keep X's form, messages and notes are bubbles, events are quiet lines. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { t } from '../words.ts'
import { useRows, useSession } from './console-context.ts'
import { EarlierTickets } from './EarlierTickets.tsx'
import { placeIn, putBack, type Place } from './steady-place.ts'
import { ThreadParts } from './ThreadParts.tsx'
import styles from './Thread.module.css'

/** How near to the end still counts as being there, px. */
const nearEnd = 80

export function Thread({ detail }: { detail: TicketDetail }) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const sizeThen = useRef('')
  const place = useRef<Place | null>(null)
  const { timeline, card, routes } = detail
  const isUnfolded = useSession((session) => session.earlierOf === card.ticketId)
  const loaded = useRows(({ earlier }) => earlier)
  const earlier = isUnfolded && loaded?.ticketId === card.ticketId ? loaded : null
  // Something came, or what stands last says more than before: why X refused it, and the ways out.
  useLayoutEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [timeline])
  // What comes in above what is read moves nothing of it.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (atEnd.current) element.scrollTop = element.scrollHeight
    else putBack(element, place.current)
    place.current = placeIn(element)
  }, [earlier])
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
        place.current = placeIn(element)
      }}
    >
      <EarlierTickets detail={detail} earlier={earlier} />
      <ThreadParts ticketId={card.ticketId} items={timeline} targetId={routes.public.targetPostId} />
    </div>
  )
}
