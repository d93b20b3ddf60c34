/** @file Tells a window what it has opened and who is at the keyboard. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { WorkspaceBoot } from '../../shared/host-protocol.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent, wasAgentAsked } from '../agents/repo.ts'
import type { Database } from '../db/database.ts'
import { holdMs } from '../outbox/rules.ts'
import { stopView } from '../outbox/stops.ts'
import type { CallContext } from '../rpc-context.ts'

type Parts = { database: Database; workspace: WorkspaceBoot }

export function sessionService({
  database,
  workspace,
}: Parts): Pick<Handlers<Contract, CallContext>, 'session.get'> {
  return {
    'session.get': async () => ({
      workspace: { id: workspace.id, kind: workspace.kind, xOrigin: workspace.xOrigin },
      secretsKept: workspace.secretsKept,
      agent: await currentAgent(database.read),
      agentAsked: await wasAgentAsked(database.read),
      clockOffsetMs: workspace.clockOffsetMs,
      holdMs,
      stopped: await stopView(database.read),
    }),
  }
}
