/** @file Tells a window what it has opened and who is at the keyboard, and hears what the window shows. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { WorkspaceBoot } from '../../shared/host-protocol.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { unseenAbsence } from '../absences/keep.ts'
import { currentAgent, idleMinutes, listAgents, wasAgentAsked } from '../agents/repo.ts'
import type { Database } from '../db/database.ts'
import { keymapIn, trainedIn } from '../keymap/service.ts'
import { holdMs } from '../outbox/rules.ts'
import { stopView } from '../outbox/stops.ts'
import type { CallContext } from '../rpc-context.ts'
import type { FocusBoard } from '../sync/focus.ts'

type Parts = {
  database: Database
  workspace: WorkspaceBoot
  focus: Pick<FocusBoard, 'look'>
  /** Something else came on screen. */
  onFocus: () => void
}

export function sessionService({
  database,
  workspace,
  focus,
  onFocus,
}: Parts): Pick<Handlers<Contract, CallContext>, 'session.get' | 'session.focus'> {
  return {
    'session.get': async () => ({
      workspace: { id: workspace.id, kind: workspace.kind, xOrigin: workspace.xOrigin },
      secretsKept: workspace.secretsKept,
      agent: await currentAgent(database.read),
      agentAsked: await wasAgentAsked(database.read),
      agents: await listAgents(database.read),
      idleMinutes: await idleMinutes(database.read),
      clockOffsetMs: workspace.clockOffsetMs,
      holdMs,
      stopped: await stopView(database.read),
      keymap: await keymapIn(database.read),
      trained: await trainedIn(database.read),
      absence: await unseenAbsence(database.read),
    }),
    async 'session.focus'({ visible, brandId, ticketId }, { connectionId }) {
      const ticket =
        ticketId === null
          ? undefined
          : await database.read
              .selectFrom('tickets')
              .select('brand_id as brandId')
              .where('id', '=', ticketId)
              .executeTakeFirst()
      focus.look(connectionId, { visible, brandId, ticketBrandId: ticket?.brandId ?? null })
      onFocus()
      return {}
    },
  }
}
