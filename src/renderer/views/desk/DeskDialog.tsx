/** @file What is asked about tickets beside answering: one dialog per question. */
import type { ComponentType } from 'react'
import type { DeskQuestion } from '../../state/session.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { FollowUpDialog } from './FollowUpDialog.tsx'
import { FieldsDialog } from './FieldsDialog.tsx'
import { HandleDialog } from './HandleDialog.tsx'
import { HandOffDialog } from './HandOffDialog.tsx'
import { PriorityDialog } from './PriorityDialog.tsx'
import { PromiseDialog } from './PromiseDialog.tsx'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import { TagDialog } from './TagDialog.tsx'

/** What each of them is given. */
export type DeskDialogProps = { ticketIds: readonly string[]; onClose: () => void }

const dialogs: Readonly<Record<DeskQuestion, ComponentType<DeskDialogProps>>> = {
  assign: AssignDialog,
  tag: TagDialog,
  prioritise: PriorityDialog,
  snooze: SnoozeDialog,
  'follow-up': FollowUpDialog,
  promise: PromiseDialog,
  'hand-off': HandOffDialog,
  handle: HandleDialog,
  fields: FieldsDialog,
}

export function DeskDialog({ ask, ...props }: DeskDialogProps & { ask: DeskQuestion }) {
  const Dialog = dialogs[ask]
  return <Dialog {...props} />
}
