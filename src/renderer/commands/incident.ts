/** @file Commands on incidents, and what their dialog does. */
import type { IncidentView, TellKind } from '../../shared/domain/incident.ts'
import type { IncidentWords } from '../../shared/domain/incident-words.ts'
import type { Console } from '../state/console.ts'
import type { IncidentAbout } from '../state/session.ts'
import { t } from '../words.ts'
import { chosenTickets, letGo } from './chosen.ts'
import type { Runtime } from './runtime.ts'

/** Puts tickets into an incident. */
export async function gather(
  c: Console,
  incident: Pick<IncidentView, 'id' | 'title'>,
  ticketIds: readonly string[],
): Promise<void> {
  const done = await c.call('incident.gather', { incidentId: incident.id, ticketIds: [...ticketIds] })
  const said = t('said.incident.gathered', { count: done.ticketIds.length, title: incident.title })
  c.say(said, { undoable: done.ticketIds.length > 0 })
}

/** Takes tickets out, or says that a suggested one is none of it. */
export async function release(c: Console, incidentId: string, ticketIds: readonly string[]): Promise<void> {
  const done = await c.call('incident.release', { incidentId, ticketIds: [...ticketIds] })
  c.say(t('said.incident.released', { count: done.ticketIds.length }), { undoable: true })
}

export async function openIncident(
  c: Console,
  brandId: string,
  ticketIds: readonly string[],
  words: IncidentWords,
): Promise<IncidentView> {
  const opened = await c.call('incident.open', { brandId, ticketIds: [...ticketIds], ...words })
  letGo(c)
  c.say(t('said.incident.opened', { title: opened.title }), { undoable: true })
  return opened
}

/** Offers an incident of the tickets that a spike is about. */
export const openIncidentOf = (c: Console, alertId: string, about: IncidentAbout | null): void =>
  c.attempt(async () => {
    const { ticketIds } = await c.call('alert.tickets', { alertId })
    if (ticketIds.length === 0) c.say(t('alerts.incident.none'))
    else
      c.session.setState({
        overlay: { kind: 'incident-open', ticketIds, ...(about === null ? {} : { about }) },
      })
  })

/** @returns how many messages leave */
export async function tell(
  c: Console,
  incidentId: string,
  kind: TellKind,
  wordings: readonly string[],
  reason: string | null,
): Promise<number> {
  const told = await c.call('incident.tell', { incidentId, kind, wordings: [...wordings], reason })
  c.say(t('said.incident.told', { count: told.sent.length, skipped: told.skipped.length }))
  return told.sent.length
}

export async function end(c: Console, { id, title, overAt }: IncidentView): Promise<void> {
  await c.call(overAt === null ? 'incident.end' : 'incident.resume', { incidentId: id })
  c.say(t(overAt === null ? 'said.incident.ended' : 'said.incident.resumed', { title }), { undoable: true })
}

export const incidentCommands = {
  'incident.show': {
    when: (x) => !x.beside,
    run: (c) => c.session.setState({ overlay: { kind: 'incidents', incidentId: null } }),
  },
  'incident.gather': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketIds = chosenTickets(c, 'incident.gather')
      if (ticketIds !== null) c.session.setState({ overlay: { kind: 'incident-open', ticketIds } })
    },
  },
} as const satisfies Record<string, Runtime>
