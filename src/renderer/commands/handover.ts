/** @file The page for whoever comes or leaves: opening it, starting from it, taking over and leaving. */
import type { HandoverRow } from '../../shared/domain/handover.ts'
import { handoverFileAtMost, type HandoverTaking } from '../../shared/domain/handover-file.ts'
import { Failure } from '../../shared/errors.ts'
import { chooseFile } from '../state/choose-file.ts'
import type { Console } from '../state/console.ts'
import { saveFile } from '../state/save-file.ts'
import { t } from '../words.ts'
import { focusPane, openTicket } from './go.ts'
import { moveCommands } from './move.ts'
import type { Runtime } from './runtime.ts'

/** The zone in which who sits here has their day. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * Tells core that somebody is here. @param hereUntil when this window was touched last before; null: not since it opened
 * @returns whether there is something to tell
 */
export const beginStay = async (c: Console, hereUntil: number | null): Promise<boolean> =>
  (await c.call('handover.begin', { zone: zoneHere(), hereUntil })).due

/** Leaves the page, and begins with what is due first. */
export function startFromHandover(c: Console): void {
  c.session.setState({ overlay: null })
  moveCommands['ticket.most-urgent'].run(c)
}

/** Where a row of the page leads. */
export function openHandoverRow(c: Console, row: HandoverRow): void {
  switch (row.kind) {
    case 'ticket':
      c.session.setState({ overlay: null })
      openTicket(c, row.id)
      return focusPane(c)
    case 'job':
      return c.session.setState({ overlay: { kind: 'release-list' } })
    case 'incident':
      return c.session.setState({ overlay: { kind: 'incidents', incidentId: row.id } })
    case 'handle':
      return c.session.setState({
        overlay: { kind: 'connect', target: { kind: 'reconnect', handleId: row.id } },
      })
    case 'gap':
      return c.session.setState({ overlay: { kind: 'brands' } })
    case 'budget':
      return c.session.setState({ overlay: { kind: 'money' } })
  }
}

/** Takes over with the sentences that were shown. */
export async function confirmHandover(c: Console, wordIds: readonly string[]): Promise<void> {
  const { count } = await c.call('handover.confirm', { wordIds: [...wordIds] })
  c.say(t('said.handover.confirmed', { count }), { undoable: true })
}

/** Leaves what was drafted, and asks who sits down. */
export async function leaveHandover(c: Console): Promise<void> {
  const { brandIds } = await c.call('handover.leave', {})
  c.say(t('said.handover.left', { count: brandIds.length }), { undoable: true })
  c.session.setState({ overlay: { kind: 'agent' } })
}

/** Puts the page on the clipboard. */
export async function copyHandover(c: Console, text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  c.say(t('said.handover.copied'))
}

/** Lets the person save the file for another computer. */
export async function exportHandover(c: Console): Promise<void> {
  const { name, content, tickets, more } = await c.call('handover.export', {})
  if (await saveFile(c, { name, content }))
    c.say(t(more ? 'said.handover.exported.some' : 'said.handover.exported', { count: tickets }))
}

/** Lets the person choose such a file, and looks what it would change. @returns null: they thought better of it */
export async function chooseHandover(
  c: Console,
): Promise<{ content: string; taking: HandoverTaking } | null> {
  const file = await chooseFile('.json,application/json')
  if (file === null) return null
  if (file.size > 4 * handoverFileAtMost) throw new Failure('handover.too-large', {})
  const content = await file.text()
  if (content.length > handoverFileAtMost) throw new Failure('handover.too-large', {})
  return { content, taking: await c.call('handover.preview', { content }) }
}

/** Takes such a file in. */
export async function takeInHandover(c: Console, content: string): Promise<void> {
  const { changedCount, keptCount } = await c.call('handover.import', { content })
  c.say(t('said.handover.taken-in', { count: changedCount, kept: keptCount }), {
    undoable: changedCount > 0,
  })
}

export const handoverCommands = {
  'handover.show': {
    when: (x) => x.workspaceOpen && !x.beside,
    run: (c) => c.session.setState({ overlay: { kind: 'handover' } }),
  },
} as const satisfies Record<string, Runtime>
