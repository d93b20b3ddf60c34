/** @file What core is given by whoever runs it: a process of its own, or a test. */
import type { Clock } from '../shared/clock.ts'
import type { Arrival, FellDue, Outgoing, WorkspaceBoot, WriteReport } from '../shared/host-protocol.ts'
import type { Log } from './log/log.ts'
import type { Vault } from './vault/vault-client.ts'

export type CoreParts = {
  workspace: WorkspaceBoot
  /** The built `long-thread`; see `DatabaseOptions`. */
  longThread: string | URL
  clock: Clock
  vault: Vault
  /** Opens an address in the system browser; rejects when none came up. */
  openOutside: (url: string) => Promise<void>
  onBadge: (badge: { needsReply: number; pressing: boolean }) => void
  /** What has not left yet is not what it was. */
  onOutgoing: (outgoing: Outgoing) => void
  /** Replies fell due: the person at this computer is to hear of it. */
  onFellDue: (due: FellDue) => void
  /** Messages came into columns that make themselves known, oldest first. */
  onArrived: (arrivals: Arrival[]) => void
  /** Writes the files of a frozen report. @throws Failure: none of them is there */
  writeReport: (job: WriteReport) => Promise<void>
  log: Log
  /** 0 ≤ x < 1: spreads retries. */
  random: () => number
}
