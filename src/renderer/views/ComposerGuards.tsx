/** @file The guard rails of a ticket's composer. */
import { useEffect, useRef, type RefObject } from 'react'
import { partsOf } from '../../shared/domain/parts.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { send } from '../commands/answer.ts'
import type { DraftChannel } from '../state/session.ts'
import { t } from '../words.ts'
import { useConsole, useDraft, useSession } from './console-context.ts'
import { ExposedLine, GuardLines } from './GuardLines.tsx'
import { useGuards } from './use-guards.ts'

type Props = {
  detail: TicketDetail
  channel: DraftChannel
  text: RefObject<HTMLTextAreaElement | null>
}

export function ComposerGuards({ detail, channel, text }: Props) {
  const c = useConsole()
  const { ticketId } = detail.card
  const draft = useDraft(ticketId, channel)
  const files = detail.attachments.filter((file) => file.channel === channel)
  const guarded = useSession((session) => session.guarded)
  const kept = guarded?.ticketId === ticketId && guarded.channel === channel ? guarded : null
  const to = channel === 'note' ? null : ({ kind: 'ticket', ticketId, channel } as const)
  const { findings, exposed } = useGuards(to, draft, files, kept !== null)

  // A changed text is another message: it is sent, and looked at, anew.
  const before = useRef(draft)
  useEffect(() => {
    if (before.current !== draft && kept) c.session.setState({ guarded: null })
    before.current = draft
  }, [c, draft, kept])

  const back = () => {
    c.session.setState({ guarded: null })
    text.current?.focus()
  }
  const toDm = () => {
    const there = c.drafts.text(ticketId, 'dm')
    const moved = partsOf(draft).join('\n\n')
    c.drafts.type(ticketId, 'dm', there === '' ? moved : `${there}\n\n${moved}`)
    c.drafts.type(ticketId, channel, '')
    c.session.setState({ channel: 'dm', guarded: null, composerWanted: { ticketId, typed: '' } })
    c.attempt(async () => {
      const { left } = files.length > 0 ? await c.call('attachment.to-dm', { ticketId }) : { left: 0 }
      c.say(left > 0 ? t('said.to-dm.left', { count: left }) : t('said.to-dm'))
    })
  }
  const [first] = exposed
  /** In private where that is open: an answer in public would point at the post. */
  const askToDelete = () => {
    const way = detail.routes.dm.open ? 'dm' : 'public'
    const there = c.drafts.text(ticketId, way)
    const words = t('guard.exposed.text')
    c.drafts.type(ticketId, way, there === '' ? words : `${there}\n\n${words}`)
    c.session.setState({ channel: way, guarded: null, composerWanted: { ticketId, typed: '' } })
  }
  return (
    <>
      {first && channel !== 'note' && (
        <ExposedLine exposed={first} name={detail.card.customer.name} onAsk={askToDelete} />
      )}
      <GuardLines
        findings={findings}
        isKept={kept !== null}
        ways={{
          toDm: channel === 'public' && detail.routes.dm.open ? toDm : null,
          change({ where }) {
            back()
            if (where) text.current?.setSelectionRange(where.start, where.end)
          },
          takeOff(attachmentId) {
            back()
            c.attempt(() => c.call('attachment.remove', { attachmentId }))
          },
        }}
        onSend={(override) => {
          if (kept) send(c, { solves: kept.solves, scheduledAt: kept.scheduledAt, override })
        }}
        onBack={back}
      />
    </>
  )
}
