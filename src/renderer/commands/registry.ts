/** @file The one registry: what each declared command does. A declaration without behaviour does not compile. */
import type { CommandId } from '../../shared/commands.ts'
import type { Console } from '../state/console.ts'
import { answerCommands, contextNow } from './answer.ts'
import { answersCommands } from './answers.ts'
import { csatCommands } from './csat.ts'
import { guardCommands } from './guard.ts'
import { conversationCommands } from './conversation.ts'
import { columnCommands } from './column.ts'
import { deckCommands } from './deck.ts'
import { deskCommands } from './desk.ts'
import { drillCommands } from './drill.ts'
import { groupCommands } from './group.ts'
import { incidentCommands } from './incident.ts'
import { moveCommands } from './move.ts'
import { muteCommands } from './mute.ts'
import { noticeCommands } from './notice.ts'
import { outboxCommands } from './outbox.ts'
import { presenceCommands } from './presence.ts'
import { promiseCommands } from './promise.ts'
import { personCommands } from './person.ts'
import { postCommands } from './post.ts'
import { replyingCommands } from './replying.ts'
import { reportCommands } from './report.ts'
import { handoverCommands } from './handover.ts'
import { ruleCommands } from './rule.ts'
import type { Runtime } from './runtime.ts'
import { roundCommands } from './round.ts'
import { selectCommands } from './select.ts'
import { stackCommands } from './stack.ts'
import { standingCommands } from './standing.ts'
import { streamCommands } from './stream.ts'
import { linkCommands } from './ticket-link.ts'
import { ticketCommands } from './ticket.ts'
import { ran, tourCommands } from './tour.ts'
import { triageCommands } from './triage.ts'
import { clientSafeCommands } from './client-safe.ts'
import { windowCommands } from './window.ts'
import { workspaceCommands } from './workspace.ts'

export const registry: Readonly<Record<CommandId, Runtime>> = {
  ...moveCommands,
  ...selectCommands,
  ...roundCommands,
  ...answerCommands,
  ...replyingCommands,
  ...answersCommands,
  ...guardCommands,
  ...csatCommands,
  ...outboxCommands,
  ...postCommands,
  ...ticketCommands,
  ...standingCommands,
  ...stackCommands,
  ...deskCommands,
  ...conversationCommands,
  ...incidentCommands,
  ...reportCommands,
  ...noticeCommands,
  ...ruleCommands,
  ...handoverCommands,
  ...columnCommands,
  ...groupCommands,
  ...deckCommands,
  ...presenceCommands,
  ...muteCommands,
  ...promiseCommands,
  ...personCommands,
  ...triageCommands,
  ...clientSafeCommands,
  ...workspaceCommands,
  ...windowCommands,
  ...streamCommands,
  ...tourCommands,
  ...drillCommands,
  ...linkCommands,
}

export const isCommand = (id: string): id is CommandId => Object.hasOwn(registry, id)

/** Runs a command if it can be done now; says whether it could. */
export function run(c: Console, id: CommandId): boolean {
  const command = registry[id]
  if (!command.when(contextNow(c))) return false
  command.run(c)
  ran(c, id)
  return true
}
