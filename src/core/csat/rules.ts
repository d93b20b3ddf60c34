/** @file Whom an agent may ask how it went, and what an answer does. Pure. */
import type { CsatReason } from '../../shared/domain/csat-setting.ts'
import type { Category } from '../../shared/domain/triage.ts'

export type AskFacts = {
  isOn: boolean
  hasDm: boolean
  /** The customer wrote first in that conversation, as far as it is here. */
  customerOpened: boolean
  /** They asked for no survey, or to be left alone. */
  saidStop: boolean
  /** When they were asked last, epoch ms; null: never. */
  askedAt: number | null
  periodDays: number
  category: Category | null
  inIncident: boolean
}

const dayMs = 86_400_000

/** Why not; null when the customer may be asked. @param now epoch ms */
export function mayNotAsk(facts: AskFacts, now: number): CsatReason | null {
  if (!facts.isOn) return 'off'
  if (!facts.hasDm) return 'no-dm'
  if (!facts.customerOpened) return 'not-theirs'
  if (facts.saidStop) return 'stop'
  if (facts.category === 'spam' || facts.category === 'protest') return facts.category
  if (facts.inIncident) return 'incident'
  if (facts.askedAt !== null && now - facts.askedAt < facts.periodDays * dayMs) return 'lately'
  return null
}

/** From here down an answer brings the ticket back. */
const badAtMost = 2
export const isBad = (score: number): boolean => score <= badAtMost

/** An answer that comes later is a message like any other. */
export const answerWithinMs = 7 * dayMs
