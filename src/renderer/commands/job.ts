/**
 * @file What an agent may decide about an outgoing message, and how it is done: take it back, send it, put it off, drop
 * it, or mend what X said. Which of it is open is a rule here; whether it still can be done is core's to say.
 */
import type { AskReason, JobKind, JobView } from '../../shared/domain/outbox.ts'
import { RefusalReason } from '../../shared/domain/refusal.ts'
import { fromWire } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { openComposer, showEdit } from './go.ts'

/** A decision about a message, by the words of its button. */
export type Way =
  | 'recall'
  | 'approve'
  | 'send-now'
  | 'send-anyway'
  | 'send-again'
  | 'reschedule'
  | 'to-draft'
  | 'was-sent'
  | 'drop'
  | 'open-on-x'
  | 'reconnect'

const withWords: ReadonlySet<JobKind> = new Set(['reply', 'chain', 'dm', 'post', 'edit'])

/** Whether it carries words that can go back to where they were written. */
export const hasWords = (job: JobView): boolean => withWords.has(job.kind)

const reconnecting: ReadonlySet<string> = new Set(['missing-permission', 'wrong-token-kind'])
const onX: ReadonlySet<string> = new Set(['not-summoned', 'replies-restricted'])

/** What mends a refusal, before trying again; null where nothing but other words does. */
function mending(job: JobView): Way | null {
  if (!job.failure) return null
  const failure = fromWire(job.failure)
  if (failure.is('x.reconnect')) return 'reconnect'
  if (!failure.is('x.refused')) return null
  const reason = RefusalReason.safeParse(failure.data.reason).data ?? 'forbidden'
  if (reconnecting.has(reason)) return 'reconnect'
  return onX.has(reason) && job.ticketId !== null && job.channel === 'public' ? 'open-on-x' : null
}

/** Whether it leaves only once another agent said yes. */
export const isUnapproved = (job: JobView): boolean => job.approval !== null && !job.approval.isGiven

/** The ways that are open, the most careful one first. */
export function waysOf(job: JobView): readonly Way[] {
  const words = hasWords(job)
  const all = (): readonly Way[] => {
    switch (job.state) {
      case 'held':
        return job.scheduledAt === null ? ['recall'] : ['recall', 'reschedule', 'send-now']
      case 'ask':
      case 'stopped':
      case 'missed':
        return ['to-draft', isUnapproved(job) ? 'approve' : 'send-anyway', 'reschedule', 'drop']
      case 'refused': {
        const mend = mending(job)
        const others: readonly Way[] = ['to-draft', 'send-again', 'drop']
        return mend === null ? others : [mend, ...others]
      }
      case 'unsure':
        return ['was-sent', 'send-again', 'to-draft', 'drop']
      case 'queued':
        return job.reversible.by === 'recall' ? ['recall'] : []
      default:
        return []
    }
  }
  return words ? all() : all().filter((way) => way !== 'to-draft')
}

/** What a brand told everybody goes back to its notice, any other post to what the brand is writing. */
const showWords = (c: Console, job: JobView): void =>
  c.attempt(async () => {
    const notices = await c.call('notice.list', {})
    const isOfNotice = notices.some(({ posts }) => posts.some((post) => post.job.id === job.id))
    c.session.setState({
      overlay: isOfNotice ? { kind: 'notices', ask: null } : { kind: 'compose', brandId: job.brandId },
    })
  })

/** Goes to the words that were taken back. */
function showDraft(c: Console, job: JobView): void {
  if (!hasWords(job)) return
  // What belongs to no ticket is written in the main window.
  const isOfTicket = job.ticketId !== null && job.kind !== 'edit'
  if (!isOfTicket && c.session.getState().view.kind !== 'main') return
  if (job.kind === 'edit') return showEdit(c, job.brandId, must(job.targetPostId, 'an edit names its post'))
  if (job.ticketId === null) return showWords(c, job)
  c.apply.ticketShown()
  openComposer(c, job.ticketId, job.channel)
}

/** Answers on X's own site, where X lets the handle not answer by itself. */
async function openOnX(c: Console, job: JobView): Promise<void> {
  const { ticketId } = job
  if (ticketId === null) return
  await c.call('ticket.wait-on-x', { ticketId })
  await c.call('link.open', { kind: 'web-intent', ticketId })
  c.say(t('said.on-x'), { undoable: true })
}

/**
 * Does what was decided.
 * @param asks what the screen showed as changed: core sends nothing when more has by now
 * @param stay the screen stays where it is, though words went back into a draft
 * @throws Failure what core says to it
 */
export async function decide(
  c: Console,
  job: JobView,
  way: Exclude<Way, 'reschedule'>,
  { stay = false, asks }: { stay?: boolean; asks?: readonly AskReason[] } = {},
): Promise<void> {
  const jobId = job.id
  switch (way) {
    case 'recall': {
      await c.drafts.flush()
      const done = await c.call('outbox.recall', { jobId })
      c.say(t(`said.undone.${done.reach}`))
      return showDraft(c, job)
    }
    case 'approve':
      return c.session.setState({ overlay: { kind: 'approve', jobId } })
    case 'send-now':
    case 'send-anyway':
      await c.call('outbox.release', { jobId, decision: 'send', ...(asks ? { asks: [...asks] } : {}) })
      return c.say(t('said.released'))
    case 'to-draft':
      await c.drafts.flush()
      if (job.state === 'refused' || job.state === 'unsure')
        await c.call('outbox.settle', { jobId, decision: 'to-draft' })
      else await c.call('outbox.release', { jobId, decision: 'to-draft' })
      c.say(t('said.undone.recalled'))
      return stay ? undefined : showDraft(c, job)
    case 'drop':
      if (job.state === 'refused' || job.state === 'unsure')
        await c.call('outbox.settle', { jobId, decision: 'drop' })
      else await c.call('outbox.release', { jobId, decision: 'drop' })
      return c.say(t('said.dropped'))
    case 'send-again':
    case 'was-sent':
      await c.call('outbox.settle', { jobId, decision: way })
      return c.say(t('said.settled'))
    case 'open-on-x':
      return openOnX(c, job)
    case 'reconnect':
      c.session.setState({
        overlay: { kind: 'connect', target: { kind: 'reconnect', handleId: job.handleId } },
      })
  }
}

/** Puts a message off. @param at epoch ms, workspace time */
export async function reschedule(c: Console, job: JobView, at: number): Promise<void> {
  await c.call('outbox.release', { jobId: job.id, decision: 'reschedule', at })
}
