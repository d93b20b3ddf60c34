/**
 * @file What one paid answer cost, in X's own terms: which resources, for what purpose, on which day of X's. The ledger
 * in core/money turns these into money.
 */
import type { ResourceKind, SpendStream } from '../../shared/domain/money.ts'

/** Why a call is made, where the endpoint alone does not tell. */
export type Purpose = {
  /** The endpoint's own stream unless given. */
  stream?: SpendStream
  /** The ticket that it is made for. */
  ticketId?: string | null
  /** For replies: whether the target's author called upon the handle. True unless given. */
  summoned?: boolean
  /** For writes: asked right before each request. False: it is not made, and fails as `x.offline`. */
  mayLeave?: () => Promise<boolean>
}

/** Resources of one kind in one answer. `unnamed`: those whose id could not be read. */
export type Resources = { kind: ResourceKind; ids: readonly string[]; unnamed?: number }

export type Charge = {
  appId: string
  /** Null for calls of the app itself. */
  handleId: string | null
  stream: SpendStream
  ticketId: string | null
  kind: ResourceKind
  /** Resources by id, each charged once a day. Empty for a write. */
  ids: readonly string[]
  /** Charged without an id: unreadable resources, or the one request of a write. */
  count: number
  /** X's clock at the answer, epoch ms: its UTC day counts. */
  at: number
}

/** Asked before each call that X charges for. @throws Failure `money.capped` */
export type Admit = (handleId: string, stream: SpendStream) => void

/** Told after each answer that X charges for, also when it brought nothing (`ids` empty, `count` 0). Must not throw. */
export type OnCharge = (charge: Charge) => void
