/** @file What is asked about tickets of one customer: which one another goes into or on from, where it parts, its name. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Stack } from '../../../shared/domain/stack.ts'
import type { TicketDetail, TimelineItem } from '../../../shared/domain/ticket.ts'
import { link, merge, rename, split } from '../../commands/stack.ts'
import type { StackQuestion } from '../../state/session.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Chooser, type Choice } from '../../ui/Chooser.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { narrowed } from '../narrowed.ts'
import form from '../../ui/Form.module.css'

type Props = { ticketIds: readonly [string, ...string[]]; onClose: () => void }

const noLink = 'none'

/** The other tickets of the same customer; nothing until they are read. */
function useStack(ticketId: string): Stack | null {
  const c = useConsole()
  const [stack, setStack] = useState<Stack | null>(null)
  useEffect(() => c.attempt(async () => setStack(await c.call('ticket.stack', { ticketId }))), [c, ticketId])
  return stack
}

const choicesOf = (stack: Stack | null, without: readonly string[]): Choice[] =>
  (stack?.others ?? [])
    .filter(({ ticketId }) => !without.includes(ticketId))
    .map(({ ticketId, number, title, status, openedAt }) => ({
      key: ticketId,
      title: t('stack.option', { number, title }),
      detail: [t(`status.${status}`), fullTime(openedAt)].join(t('app.separator')),
      on: stack?.previous?.ticketId === ticketId,
    }))

function MergeDialog({ ticketIds, onClose }: Props) {
  const c = useConsole()
  const stack = useStack(ticketIds[0])
  // Of several that are chosen together, one may be the one that stays.
  const choices = choicesOf(stack, ticketIds.length === 1 ? ticketIds : [])
  return (
    <Chooser
      title={t('stack.merge.title', { count: ticketIds.length })}
      placeholder={t('stack.placeholder')}
      choicesFor={(typed) => narrowed(choices, typed)}
      nothing={() => t(stack === null ? 'pane.loading' : 'stack.none')}
      onClose={onClose}
      onChosen={(key) => {
        const into = stack?.others.find(({ ticketId }) => ticketId === key)
        onClose()
        if (into) merge(c, ticketIds, into)
      }}
    />
  )
}

function LinkDialog({ ticketIds: [ticketId], onClose }: Props) {
  const c = useConsole()
  const stack = useStack(ticketId)
  const choices = choicesOf(stack, [ticketId])
  const none = stack?.previous ? [{ key: noLink, title: t('stack.unlink'), detail: '' }] : []
  return (
    <Chooser
      title={t('stack.link.title')}
      placeholder={t('stack.placeholder')}
      choicesFor={(typed) => [...narrowed(choices, typed), ...none]}
      nothing={() => t(stack === null ? 'pane.loading' : 'stack.none')}
      onClose={onClose}
      onChosen={(key) => {
        onClose()
        link(c, ticketId, key === noLink ? null : key)
      }}
    />
  )
}

/** The ticket with all its messages; null until it is read. */
function useDetail(ticketId: string): TicketDetail | null {
  const c = useConsole()
  const [detail, setDetail] = useState<TicketDetail | null>(null)
  useEffect(() => c.attempt(async () => setDetail(await c.call('ticket.get', { ticketId }))), [c, ticketId])
  return detail
}

type Message = Extract<TimelineItem, { kind: 'post' | 'dm' }>

const isTheirs = (item: TimelineItem): item is Message =>
  (item.kind === 'dm' && !item.ours) ||
  (item.kind === 'post' && !item.ours && !item.context && item.otherTicket === null)

/** The customer's messages of this ticket. */
const theirs = (detail: TicketDetail): Message[] => detail.timeline.filter(isTheirs)

function SplitDialog({ ticketIds: [ticketId], onClose }: Props) {
  const c = useConsole()
  const detail = useDetail(ticketId)
  const later = detail ? theirs(detail).slice(1) : []
  const choices = later.map((item) => ({
    key: item.id,
    title: item.runs.map(({ text }) => text).join(''),
    detail: fullTime(item.at),
  }))
  return (
    <Chooser
      title={t('split.title')}
      placeholder={t('split.placeholder')}
      choicesFor={(typed) => narrowed(choices, typed)}
      nothing={() => t(detail === null ? 'pane.loading' : 'split.none')}
      onClose={onClose}
      onChosen={(key) => {
        const item = later.find(({ id }) => id === key)
        onClose()
        if (item) split(c, ticketId, item)
      }}
    />
  )
}

function RenameDialog({ ticketIds: [ticketId], onClose }: Props) {
  const c = useConsole()
  const detail = useDetail(ticketId)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const title = typed ?? detail?.title ?? ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    const wanted = title.trim()
    rename(c, ticketId, wanted === '' ? null : wanted)
  }
  return (
    <Modal title={t('rename.title')} onClose={onClose} first={field}>
      <form className={form['form']} onSubmit={save}>
        <Field label={t('rename.label')} value={title} maxLength={200} ref={field} onText={setTyped} />
        <p>{t('rename.hint')}</p>
        <div className={form['actions']}>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={detail === null}>
            {t('rename.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const dialogs = { merge: MergeDialog, link: LinkDialog, split: SplitDialog, rename: RenameDialog } as const

export function StackDialog({ ask, ...props }: Props & { ask: StackQuestion }) {
  const Dialog = dialogs[ask]
  return <Dialog {...props} />
}
