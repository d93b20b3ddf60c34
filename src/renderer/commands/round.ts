/** @file Answering chosen tickets one after the other: each has its own draft, and leaves by its own send. */
import type { CommandId } from '../../shared/commands.ts'
import type { Console } from '../state/console.ts'
import type { DraftChannel } from '../state/session.ts'
import { t } from '../words.ts'
import { chosenTickets, letGo } from './chosen.ts'
import { openComposer } from './go.ts'
import type { Runtime } from './runtime.ts'
import { locale } from '../language.ts'

/** Names as a sentence lists them. */
const list = new Intl.ListFormat(locale, { type: 'conjunction' })

/**
 * Opens the composer of the first of the chosen tickets. Tickets of two brands are refused by name: an answer speaks for
 * one brand alone.
 * @returns false where none are chosen together: then the command means one ticket
 */
export function beginRound(c: Console, command: CommandId, channel: DraftChannel): boolean {
  const { area, selection } = c.session.getState()
  if (area !== 'deck' || selection === null || selection.length < 2) return false
  const ticketIds = chosenTickets(c, command)
  if (ticketIds === null) return true
  c.attempt(async () => {
    const { brands } = await c.call('ticket.tally', { ticketIds })
    if (channel !== 'note' && brands.length > 1) {
      const names = brands.flatMap(
        ({ brandId }) => c.rows.getState().brands.find((brand) => brand.id === brandId)?.name ?? [],
      )
      return c.say(t('round.two-brands', { names: list.format(names) }))
    }
    const [first, ...left] = ticketIds
    letGo(c)
    c.session.setState({ round: { at: first, channel, left } })
    openComposer(c, first, channel)
    c.say(t('round.begun', { count: ticketIds.length }))
  })
  return true
}

/** After a ticket of the round is answered, or left out: on to the next. @returns whether there was a next */
export function goOnInRound(c: Console, ticketId: string): boolean {
  const { round } = c.session.getState()
  if (round === null || round.at !== ticketId) return false
  const [next, ...left] = round.left
  c.session.setState({ round: next === undefined ? null : { ...round, at: next, left } })
  if (next === undefined) return false
  openComposer(c, next, round.channel)
  return true
}

export const roundCommands = {
  'round.skip': {
    when: (x) => x.inRound,
    run(c) {
      const { round } = c.session.getState()
      if (round === null) return
      c.attempt(async () => {
        await c.drafts.flush()
        if (!goOnInRound(c, round.at)) c.say(t('round.over'))
      })
    },
  },
} as const satisfies Record<string, Runtime>
