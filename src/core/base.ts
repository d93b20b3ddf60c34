/**
 * @file What every part of core stands on: the lock, the database with its ledger, X and what may be spent there. Opens
 * them in the order in which they need each other; starts nothing.
 */
import { join } from 'node:path'
import { databaseFileName } from '../shared/host-protocol.ts'
import { accountsOf } from './brands/accounts.ts'
import type { CoreParts } from './core-parts.ts'
import { openDatabase, type Database, type DatabaseOptions } from './db/database.ts'
import { holdLock } from './db/lock.ts'
import { withTransports } from './dms/transport.ts'
import { budgetKeeper, type Budgets } from './money/budgets.ts'
import { spendLedger, type Ledger } from './money/ledger.ts'
import type { Accounts } from './x/accounts.ts'
import type { XGateway } from './x/gateway.ts'
import { xStack, type XStack } from './x/stack.ts'

export type Base = {
  database: Database
  ledger: Ledger
  budgets: Budgets
  accounts: Accounts
  x: XStack
  /** X for whoever reads or sends, over the transport of each conversation. */
  gateway: XGateway
  /** Closes what was opened here; whatever works on it must have ended. */
  close(): Promise<void>
}

/**
 * @param onCommit called once after each commit that touched something
 * @param onSpent called when something was paid for
 * @throws Failure `workspace.*`, `disk.*`; what was opened by then is closed again
 */
export function openBase(
  { workspace, clock, vault, longThread, log }: CoreParts,
  { onCommit, onSpent }: { onCommit: DatabaseOptions['onCommit']; onSpent: () => void },
): Base {
  const lock = holdLock(workspace.folder)
  const ledger = spendLedger({
    clock,
    log,
    write: (work) => database.write(work),
    onEntries(entries) {
      budgets.spent(entries)
      onSpent()
    },
  })
  const database = (() => {
    try {
      return openDatabase({
        file: join(workspace.folder, databaseFileName),
        key: workspace.databaseKey,
        workspaceId: workspace.id,
        xOrigin: workspace.stamp,
        clock,
        log,
        longThread,
        onCommit,
        beforeCommit: ledger.beforeCommit,
      })
    } catch (error) {
      lock.release()
      throw error
    }
  })()
  const accounts = accountsOf(database)
  const x = xStack({
    origin: workspace.xOrigin,
    webOrigin: workspace.xWebOrigin,
    accounts,
    vault,
    clock,
    log,
    onCharge: ledger.note,
    admit: (handleId, stream) => budgets.admit(handleId, stream),
  })
  const budgets = budgetKeeper({ read: database.read, clock, offsetMs: () => x.client.dateOffsetMs() })
  return {
    database,
    ledger,
    budgets,
    accounts,
    x,
    gateway: withTransports(x.client, database),
    async close() {
      x.close()
      await ledger.stop().catch((error: unknown) => log.error('ledger.unwritten', error))
      await database.close()
      lock.release()
    },
  }
}
