/** @file Why a ticket stands here as it does, in sentences. Pure. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { LearnedWeight, Term, TriageView } from '../../shared/domain/triage.ts'
import { fullTime } from '../time.ts'
import { isMessage, t } from '../words.ts'
import { locale } from '../language.ts'

const opened = ['typed-handle', 'quotes-us', 'our-post'] as const

/** By which rule it is a ticket. */
export function hereWords({ card, routes }: TicketDetail): string {
  const { username } = routes
  if (card.channel === 'dm') return t('why.here.dm', { username })
  const reason = opened.find((one) => one === routes.public.reason)
  return t(reason === undefined ? 'why.here.thread' : `why.here.${reason}`, { username })
}

/** A word as it stands in the word files, or what a trait says. */
export function termWords({ kind, term }: Pick<Term, 'kind' | 'term'>): string {
  const key = `trait.${term}`
  return kind === 'trait' && isMessage(key) ? t(key) : t('why.word', { term })
}

/** `+1.5`: what it added to the score of its category. */
export const weightWords = ({ weight }: Term): string =>
  t('why.weight', { weight: String(Math.round(weight * 10) / 10) })

/** What it is, before the terms. */
export function whatWords({ category, corrected, found, terms }: TriageView): string {
  const words = t(`category.${category}`)
  if (corrected) return t('why.corrected', { category: words, found: t(`category.${found}`) })
  return t(terms.length > 0 ? 'why.found' : 'why.found.nothing', { category: words })
}

const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
/** X's codes for "no language". */
const noLanguage = /^(?:und|q[a-z]{2}|zxx|art)$/u

function langWords(lang: string | null): string | null {
  const name = lang === null || noLanguage.test(lang) ? undefined : languages.of(lang)
  return name === undefined ? null : t('why.lang', { lang: name })
}

/** Why it stands where it stands in the queue, one sentence each. */
export function nowWords({ card }: TicketDetail, triage: TriageView): string[] {
  const due =
    card.dueAt !== null && card.needsReply
      ? t('why.due.opened', { at: fullTime(card.dueAt) })
      : t('why.nobody-waits')
  const kinds = triage.privateData.map((kind) => t(`why.private.${kind}`)).join(', ')
  return [
    due,
    triage.loud ? t('why.loud') : null,
    triage.urgency === 'normal' ? null : t(`why.urgency.${triage.urgency}`),
    triage.lastResort === null ? null : t('why.last-resort', { term: triage.lastResort }),
    triage.sentiment === 'neutral' ? null : t(`why.sentiment.${triage.sentiment}`),
    triage.reach === 'usual' ? null : t(`why.reach.${triage.reach}`),
    kinds === '' ? null : t('why.private', { kinds }),
    langWords(triage.lang),
  ].filter((sentence) => sentence !== null)
}

/** What corrections made of a word. */
export function learnedWords({ language, category, weight }: LearnedWeight): string {
  const points = String(Math.round(Math.abs(weight) * 100) / 100)
  const words = t(weight > 0 ? 'learned.more' : 'learned.less', {
    category: t(`category.${category}`),
    points,
  })
  return language === 'en' ? words : t('learned.in', { words, language: languages.of(language) ?? language })
}
