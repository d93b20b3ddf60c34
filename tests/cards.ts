/** @file Rows of a column as core hands them to a window: plain ones, told apart by a number. */
import type { ColumnRow } from '../src/shared/domain/deck.ts'
import type { Card } from '../src/shared/domain/ticket.ts'

export const id = (n: number): string => `0193f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`

export const card = (n: number): Card => ({
  ticketId: id(n),
  number: n,
  brandId: id(900),
  status: 'open',
  customer: { xUserId: '1', name: 'Mara', username: 'mara', avatar: null, followers: null, verified: false },
  runs: [],
  gone: null,
  lang: null,
  channel: 'public',
  messageAt: 0,
  dueAt: null,
  warnAt: null,
  needsReply: true,
  waitingOnXUntil: null,
  hasMedia: false,
  isQuote: false,
  link: null,
  ownerInitials: null,
  job: null,
  linkedBrandIds: [],
  answeredByBrandIds: [],
  openWithCustomer: 1,
  answeredElsewhere: false,
  triage: null,
  desk: {
    priority: 'normal',
    tags: [],
    snoozedUntil: null,
    snoozedForReply: false,
    debtAt: null,
    owedAt: null,
    promiseNoticed: false,
  },
  imported: false,
})
export const row = (n: number): ColumnRow => ({ kind: 'ticket', id: id(n), card: card(n) })
