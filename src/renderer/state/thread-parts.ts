/** @file The parts of a ticket in a thread: what of it is folded, and what is seen whatever comes. Pure. */
import type { TimelineItem } from '../../shared/domain/ticket.ts'
import { foldFrom, partsOf, type Part } from './folds.ts'

/** A line of what happened, or a message on its way, is not counted among what was said. */
const isMessage = ({ kind }: TimelineItem): boolean => kind !== 'event' && kind !== 'job'

/** Whether a ticket is long enough for its middle to be folded. */
export const isFoldable = (items: readonly TimelineItem[]): boolean =>
  items.filter(isMessage).length > foldFrom

/** How many messages a part holds. */
export const messagesIn = ({ items }: Part<TimelineItem>): number => items.filter(isMessage).length

/** @param targetId the post that an answer goes to; it and whatever is on its way are never folded */
export const threadParts = <T extends TimelineItem>(
  items: readonly T[],
  targetId: string | null,
): Part<T>[] =>
  partsOf(items, isMessage, (item) => item.kind === 'job' || (item.kind === 'post' && item.id === targetId))
