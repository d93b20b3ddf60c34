/**
 * @file The lines of a ticket's frame, below its strip: each a component of its own that shows nothing when it has
 * nothing to say. One line here per line there, the most pressing first.
 */
import type { ComponentType } from 'react'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { FieldsLine } from './FieldsLine.tsx'
import { LastWordLine } from './LastWordLine.tsx'
import { FollowUpLine } from './FollowUpLine.tsx'
import { IncidentLine } from './IncidentLine.tsx'
import { NoteToMeLine } from './NoteToMeLine.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { PromiseLines } from './PromiseLines.tsx'
import { SnoozeLine } from './SnoozeLine.tsx'
import { StackLine } from './StackLine.tsx'

/** What each line is given. */
export type FrameLineProps = { detail: TicketDetail }

export const frameLines: readonly ComponentType<FrameLineProps>[] = [
  IncidentLine,
  StackLine,
  NoteToMeLine,
  PromiseLines,
  FollowUpLine,
  SnoozeLine,
  OutcomeLine,
  LastWordLine,
  FieldsLine,
]

/** Whether a chip of the card says what the frame says in full. */
export const isInFrame = (tagKey: string): boolean =>
  ['owed', 'priority', 'snooze', 'debt', 'promise', 'stack', 'linked-answered'].includes(tagKey) ||
  tagKey.startsWith('label ')
