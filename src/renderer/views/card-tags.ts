/** @file Which chips a card carries, most telling first: pure, so that every row is one line of fixed height. */
import type { JobState, JobView } from '../../shared/domain/outbox.ts'
import type { Card } from '../../shared/domain/ticket.ts'
import { isUnapproved } from '../commands/job.ts'
import { nameInSentence } from '../overrides.ts'
import { secondsLeft } from '../time.ts'
import type { Tone } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { locale } from '../language.ts'

export type CardTag = { key: string; text: string; tone: Tone }

const manyFollowers = 10_000
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })

/** `48.2K`. */
export const compactCount = (count: number): string => compact.format(count)

const bad: ReadonlySet<JobState> = new Set(['refused', 'unsure', 'missed', 'ask'])
const onItsWay: ReadonlySet<JobState> = new Set(['held', 'queued', 'sending'])

/** The chip of an outgoing message; null for one that is settled. @param leaves the countdown of a held one, in words */
export function jobTag(job: JobView, leaves: string): CardTag | null {
  if (job.state === 'ask' && isUnapproved(job)) return { key: 'job', text: t('tag.approval'), tone: 'warn' }
  if (bad.has(job.state)) return { key: 'job', text: t(`job.${job.state}`), tone: 'bad' }
  if (job.state === 'stopped') return { key: 'job', text: t('job.stopped'), tone: 'warn' }
  if (!onItsWay.has(job.state)) return null
  const scheduled = job.state === 'held' && job.scheduledAt !== null
  const text = scheduled ? t('tag.scheduled') : leaves === '' ? t(`job.${job.state}`) : leaves
  return { key: 'job', text, tone: 'info' }
}

/** The countdown of a message that is held; nothing for any other. */
export function leavesIn(job: JobView | null, now: number): string {
  if (job?.state !== 'held' || job.scheduledAt !== null || job.releaseAt === null) return ''
  const seconds = secondsLeft(now, job.releaseAt)
  return seconds > 0 ? t('tag.leaves', { seconds }) : ''
}

/** An instant to come, as short as it stays clear. */
const shortAt = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The chips of what agents decided: what is owed and how urgent it is, then what puts it off. */
function deskTags({ desk }: Card): { first: CardTag[]; after: CardTag[] } {
  const { priority, snoozedUntil, snoozedForReply, debtAt, owedAt, promiseNoticed, tags } = desk
  const first: CardTag[] = []
  const after: CardTag[] = []
  if (owedAt !== null) first.push({ key: 'owed', text: t('tag.owed'), tone: 'warn' })
  if (promiseNoticed) first.push({ key: 'promise', text: t('tag.promise'), tone: 'warn' })
  if (priority === 'urgent') first.push({ key: 'priority', text: t('priority.urgent'), tone: 'bad' })
  if (priority === 'high') first.push({ key: 'priority', text: t('priority.high'), tone: 'warn' })
  if (snoozedUntil !== null)
    after.push({ key: 'snooze', text: t('tag.snoozed', { at: shortAt.format(snoozedUntil) }), tone: 'plain' })
  else if (snoozedForReply) after.push({ key: 'snooze', text: t('tag.snoozed.reply'), tone: 'plain' })
  if (debtAt !== null && owedAt === null)
    after.push({ key: 'debt', text: t('tag.debt', { at: shortAt.format(debtAt) }), tone: 'plain' })
  for (const tag of tags) after.push({ key: `label ${tag}`, text: tag, tone: 'plain' })
  if (priority === 'low') after.push({ key: 'priority', text: t('priority.low'), tone: 'plain' })
  return { first, after }
}

/** All chips of a card, by priority. @param leaves see `jobTag` */
export function cardTags(card: Card, leaves = ''): CardTag[] {
  const tags: CardTag[] = []
  const add = (key: string, text: string, tone: Tone = 'plain') => tags.push({ key, text, tone })
  const ofJob = card.job && jobTag(card.job, leaves)
  if (ofJob) tags.push(ofJob)
  const { triage } = card
  if (triage?.loud) add('loud', t('tag.loud'), 'bad')
  if (triage && triage.impostors > 0) add('impostor', t('tag.impostor'), 'bad')
  const ofDesk = deskTags(card)
  tags.push(...ofDesk.first)
  if (triage && card.needsReply) {
    if (triage.lastResort) add('last-resort', t('tag.last-resort'), 'warn')
    if (triage.urgency === 'urgent' && card.desk.priority !== 'urgent') add('urgent', t('tag.urgent'), 'warn')
  }
  if (card.waitingOnXUntil !== null) add('waiting', t('tag.waiting-on-x'), 'warn')
  if (card.answeredByBrandIds.length > 0) add('linked-answered', t('tag.linked-answered'), 'warn')
  if (card.answeredElsewhere && !card.imported) add('elsewhere', t('tag.elsewhere'), 'good')
  if (card.imported) add('status', t('tag.imported'))
  else if (card.status === 'new') add('status', t('status.new'), 'info')
  else if (card.status !== 'open')
    add('status', t(`status.${card.status}`), card.status === 'solved' ? 'good' : 'plain')
  if (triage && !card.imported) {
    add('category', t(`category.${triage.category}`), triage.category === 'security' ? 'bad' : 'plain')
    if (triage.privateData) add('private', t('tag.private'), 'warn')
  }
  if (card.openWithCustomer > 1 && !card.imported)
    add('stack', t('tag.stack', { count: card.openWithCustomer, name: nameInSentence(card.customer.name) }))
  tags.push(...ofDesk.after)
  if (card.channel === 'dm') add('dm', t('tag.dm'))
  if (card.lang !== null && !['en', 'und', 'qme', 'zxx'].includes(card.lang))
    add('lang', card.lang.toUpperCase())
  if ((card.customer.followers ?? 0) >= manyFollowers)
    add('followers', compactCount(card.customer.followers ?? 0))
  if (card.linkedBrandIds.length > 0) add('linked', t('tag.linked', { count: card.linkedBrandIds.length }))
  if (card.isQuote) add('quote', t('tag.quote'))
  if (card.hasMedia) add('media', t('tag.media'))
  return tags
}

/** What a chip takes beside its letters, px: padding and the gap before the next. */
const chipFrame = 17
/** The mean width of a letter at the size of chips, px. */
const letter = 6.2
/** What "+3" takes, px. */
const moreChip = 30

/** What the arrow of a chip takes, px. */
const arrow = 15

/** What a chip with these words and an arrow takes of a row, px. */
export const chipWidth = (text: string): number => text.length * letter + chipFrame + arrow

/**
 * The tags that fit a row by their priority, and how many do not.
 * @param room px · @param least so many always stand
 */
export function fitTags(
  tags: readonly CardTag[],
  room: number,
  least = 1,
): { shown: readonly CardTag[]; more: number } {
  let left = room
  let count = 0
  for (const [index, tag] of tags.entries()) {
    left -= tag.text.length * letter + chipFrame
    const reserve = index === tags.length - 1 ? 0 : moreChip
    if (count >= least && left < reserve) break
    count += 1
  }
  return { shown: tags.slice(0, count), more: tags.length - count }
}
