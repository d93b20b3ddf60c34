/** @file Whether a rule holds for a ticket. Pure: no clock has a say but the one that is given. */
import type { RuleBody, RuleCondition } from '../../shared/domain/rule.ts'
import type { Priority, TicketStatus } from '../../shared/domain/ticket.ts'
import type { Category, Reach, Sentiment, Urgency } from '../../shared/domain/triage.ts'
import { isOver } from '../../shared/domain/transitions.ts'
import { holdsTerm } from '../incidents/rules.ts'

/** A ticket as rules see it. */
export type RuleFacts = {
  ticketId: string
  brandId: string
  handleId: string
  status: TicketStatus
  priority: Priority
  channel: 'public' | 'dm'
  ownerId: string | null
  labels: readonly string[]
  /** What is known by the fields of its brand. */
  fields: ReadonlyMap<string, string>
  followerIds: readonly string[]
  snoozedUntil: number | null
  isSnoozedForReply: boolean
  /** What triage says; null while it has not looked. */
  triage: {
    category: Category
    sentiment: Sentiment
    urgency: Urgency
    reach: Reach
    isLastResort: boolean
    hasPrivateData: boolean
    isLoud: boolean
  } | null
  /** Of the newest message of the customer that X still shows. */
  lang: string | null
  text: string
  followers: number | null
  isVerified: boolean
  ticketsOfCustomer: number
  openedAt: number
  waitingSince: number | null
  dueAt: number | null
  isAnswered: boolean
  needsReply: boolean
  isInIncident: boolean
  /** Whether the brand answers at this hour. */
  isOpenHours: boolean
}

const minuteMs = 60_000

/** Whether a field has a value, `airport=LYS`, or any, `booking=*`. */
function standsIn(fields: RuleFacts['fields'], asked: string): boolean {
  const at = asked.indexOf('=')
  const value = fields.get(asked.slice(0, at)) ?? ''
  const wanted = asked.slice(at + 1)
  return wanted === '*' ? value !== '' : value.toLowerCase() === wanted.toLowerCase()
}

const holdsPlainly = (condition: RuleCondition, facts: RuleFacts, now: number): boolean => {
  const { triage } = facts
  const isOneOf = (value: string | null | undefined): boolean =>
    value !== null &&
    value !== undefined &&
    'oneOf' in condition &&
    condition.oneOf.some((one) => one === value)
  const atLeast = (value: number | null): boolean =>
    value !== null && 'amount' in condition && value >= condition.amount
  switch (condition.field) {
    case 'brand':
      return isOneOf(facts.brandId)
    case 'handle':
      return isOneOf(facts.handleId)
    case 'status':
      return isOneOf(facts.status)
    case 'priority':
      return isOneOf(facts.priority)
    case 'channel':
      return isOneOf(facts.channel)
    case 'category':
      return isOneOf(triage?.category)
    case 'sentiment':
      return isOneOf(triage?.sentiment)
    case 'urgency':
      return isOneOf(triage?.urgency)
    case 'reach':
      return isOneOf(triage?.reach)
    case 'language':
      return isOneOf(facts.lang)
    case 'owner':
      return isOneOf(facts.ownerId)
    case 'label':
      return condition.oneOf.some((label) => facts.labels.includes(label))
    case 'ticket-field':
      return condition.oneOf.some((one) => standsIn(facts.fields, one))
    case 'words':
      return holdsTerm(facts.text, condition.oneOf)
    case 'owned':
      return facts.ownerId !== null
    case 'answered':
      return facts.isAnswered
    case 'needs-reply':
      return facts.needsReply
    case 'last-resort':
      return triage?.isLastResort ?? false
    case 'private-data':
      return triage?.hasPrivateData ?? false
    case 'loud':
      return triage?.isLoud ?? false
    case 'verified':
      return facts.isVerified
    case 'outside-hours':
      return !facts.isOpenHours
    case 'in-incident':
      return facts.isInIncident
    case 'overdue':
      return facts.dueAt !== null && facts.dueAt <= now
    case 'followers':
      return atLeast(facts.followers)
    case 'tickets-of-customer':
      return atLeast(facts.ticketsOfCustomer)
    case 'waiting':
      return atLeast(facts.waitingSince === null ? null : (now - facts.waitingSince) / minuteMs)
    case 'age':
      return atLeast((now - facts.openedAt) / minuteMs)
    case 'due-within':
      return facts.dueAt !== null && facts.dueAt - now <= condition.amount * minuteMs
  }
}

/** Whether one condition holds at an instant, epoch ms. */
export const holds = (condition: RuleCondition, facts: RuleFacts, now: number): boolean =>
  holdsPlainly(condition, facts, now) !== condition.not

/** Whether all that a rule asks holds. A rule that asks nothing always does. */
export const matches = ({ if: { all, any } }: RuleBody, facts: RuleFacts, now: number): boolean =>
  all.every((condition) => holds(condition, facts, now)) &&
  (any.length === 0 || any.some((condition) => holds(condition, facts, now)))

/**
 * Whether what a rule waited for still lasts when it looks some minutes later: what was late may have been answered
 * meanwhile, what was put aside may be over.
 */
export function stillLasts(on: RuleBody['when']['on'], facts: RuleFacts, now: number): boolean {
  switch (on) {
    case 'message':
    case 'reopened':
      return facts.needsReply && !isOver(facts.status)
    case 'due-soon':
      return facts.dueAt !== null && facts.needsReply
    case 'overdue':
      return facts.dueAt !== null && facts.dueAt <= now
    default:
      return true
  }
}
