/** @file Who is on duty, what is told, and how long a failure waits. Pure: words and numbers of ours, nothing of a customer's. */
import type { AlertReason } from '../../shared/domain/alert.ts'
import type { Duty } from '../../shared/domain/webhook.ts'
import { en } from '../../shared/messages/en.ts'
import { businessTime } from '../deadlines/business-time.ts'
import type { Policy } from '../deadlines/rules.ts'

/** Whether somebody listens at this instant. @param policy of the brand */
export function isOnDuty(duty: Duty, policy: Pick<Policy, 'time'>, at: number): boolean {
  switch (duty.kind) {
    case 'always':
      return true
    case 'open':
      return policy.time.isOpen(at)
    case 'closed':
      return !policy.time.isOpen(at)
    case 'week':
      return businessTime(duty.zone, duty.week, []).isOpen(at)
  }
}

/** What is told at once. */
export type Message = {
  brand: string
  /** How often each reason came up. */
  reasons: readonly { reason: AlertReason; count: number }[]
  /** Tickets of the brand that need a reply now. */
  needsReply: number
  /** Where to look on X. */
  link: string
}

export function countsOf(rows: readonly { reason: AlertReason }[]): Message['reasons'] {
  const counts = new Map<AlertReason, number>()
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count }))
}

/** One line for people. */
export function sentenceOf({ brand, reasons, needsReply, link }: Message): string {
  const what = reasons.map(({ reason, count }) => `${count} × ${en[`webhook.said.${reason}`]}`).join(', ')
  return `${brand}: ${what}. ${en['webhook.said.needs-reply']} ${needsReply}. ${link}`
}

/**
 * The JSON that a service takes: Slack and its kin read `text` and refuse what they do not know, Discord reads
 * `content`; whoever reads it by a program of their own gets all of it in fields.
 */
export function bodyFor(host: string, message: Message, at: number): Record<string, unknown> {
  const text = sentenceOf(message)
  if (isChat(host)) return wordsAlone(host, text)
  return { text, ...message, at: new Date(at).toISOString() }
}

/** A sentence and nothing else, under the name that the service reads. */
export const wordsAlone = (host: string, text: string): Record<string, unknown> =>
  readContent.some((domain) => isOf(host, domain)) ? { content: text } : { text }

const readContent = ['discord.com', 'discordapp.com']
const readText = ['slack.com', 'office.com', 'chat.googleapis.com']
const isChat = (host: string): boolean => [...readContent, ...readText].some((domain) => isOf(host, domain))

const isOf = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

const minuteMs = 60_000
/** So long nothing follows a message: what comes meanwhile is one more message. */
export const gatherMs = 5 * minuteMs
/** From here on somebody here is told that nobody there is. */
export const failuresTold = 3
/** What could not be told for so long helps nobody any more. */
export const staleMs = 12 * 60 * minuteMs

/** How long the next try waits after so many failures in a row: 30 s, doubled, up to half an hour. */
export const waitAfter = (failures: number): number =>
  Math.min(30 * minuteMs, (minuteMs / 2) * 2 ** Math.max(0, failures - 1))
