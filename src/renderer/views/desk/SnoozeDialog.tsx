/** @file Until when tickets are put off: typed words, or one of a few usual ends. */
import { snooze, snoozeWords } from '../../commands/desk.ts'
import { snoozeOf, type Snooze } from '../../state/snooze-words.ts'
import { whenOf } from '../../state/when.ts'
import { fullTime } from '../../time.ts'
import { Chooser, type Choice } from '../../ui/Chooser.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'

type Offer = { choice: Choice; means: Snooze }

const untilReply: Snooze = { until: null, forReply: true }

/** The usual ends, seen from now. */
function usual(now: number): Offer[] {
  const at = (key: 'later' | 'tomorrow' | 'monday', words: string): Offer[] => {
    const until = whenOf(words, now)
    if (until === null || until <= now) return []
    const choice = { key, title: t(`snooze.${key}`), detail: fullTime(until) }
    return [{ choice, means: { until, forReply: false } }]
  }
  return [
    ...at('later', 'in 3 hours'),
    ...at('tomorrow', 'tomorrow 9:00'),
    ...at('monday', 'next monday 9:00'),
    {
      choice: { key: 'reply', title: t('snooze.reply'), detail: t('snooze.reply.detail') },
      means: untilReply,
    },
  ]
}

/** What typed words may mean: the instant alone, and the instant or an answer. */
function typedOffers(typed: string, now: number): Offer[] {
  const means = snoozeOf(typed, now)
  if (means === null) return []
  if (means.until === null)
    return [{ choice: { key: 'reply', title: t('snooze.reply'), detail: t('snooze.reply.detail') }, means }]
  const alone: Snooze = { until: means.until, forReply: false }
  const both: Snooze = { until: means.until, forReply: true }
  const offers = [
    { choice: { key: 'alone', title: snoozeWords(alone), detail: t('snooze.only.detail') }, means: alone },
    { choice: { key: 'both', title: snoozeWords(both), detail: t('snooze.or-reply.detail') }, means: both },
  ]
  return means.forReply ? offers.toReversed() : offers
}

export function SnoozeDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const offersFor = (typed: string) => (typed.trim() === '' ? usual(c.now()) : typedOffers(typed, c.now()))
  return (
    <Chooser
      title={t('snooze.title', { count: ticketIds.length })}
      placeholder={t('snooze.placeholder')}
      choicesFor={(typed) => offersFor(typed).map(({ choice }) => choice)}
      nothing={(typed) => t('snooze.nothing', { typed })}
      hint={t('snooze.hint')}
      onClose={onClose}
      onChosen={(key, typed) => {
        const offer = offersFor(typed).find(({ choice }) => choice.key === key)
        onClose()
        if (offer) snooze(c, ticketIds, offer.means)
      }}
    />
  )
}
