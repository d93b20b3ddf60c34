/**
 * @file How direct messages travel. X has two ways: the legacy endpoints, which core reads and writes today, and X Chat,
 * which is end-to-end encrypted. None here does cryptography; a conversation whose way is not in place is refused, and
 * never written to by another way.
 */
import { Failure } from '../../shared/errors.ts'
import type { Database, Reads } from '../db/database.ts'
import type { DmRecord } from '../posts/records.ts'
import type { Purpose } from '../x/charges.ts'
import type { Page, PageRequest, XGateway } from '../x/gateway.ts'
import { noteEncrypted } from './signals.ts'

export type TransportKind = 'legacy' | 'xchat'
type DmRequest = Omit<PageRequest, 'sinceId'>

/** One way of direct messages. Every call may throw `x.*` failures, with the promises of `XGateway`. */
export type DmTransport = {
  readonly kind: TransportKind
  /** What a handle received and sent, newest first. */
  read(handleId: string, request: DmRequest, purpose?: Purpose): Promise<Page<DmRecord>>
  /** The newest messages with one person. */
  readWith(handleId: string, participantId: string, max: number, purpose?: Purpose): Promise<Page<DmRecord>>
  send(
    handleId: string,
    message: { text: string; participantId: string },
    purpose?: Purpose,
  ): Promise<{ eventId: string; conversationId: string }>
}

/** X's unencrypted endpoints. */
export const legacyTransport = (x: Pick<XGateway, 'dms' | 'dmsWith' | 'dm'>): DmTransport => ({
  kind: 'legacy',
  read: (handleId, request, purpose) => x.dms(handleId, request, purpose),
  readWith: (handleId, participantId, max, purpose) => x.dmsWith(handleId, participantId, max, purpose),
  send: (handleId, message, purpose) => x.dm(handleId, message, purpose),
})

/** How the conversation of a handle with a person travels; legacy until X said otherwise. */
export async function transportOf(
  read: Reads,
  handleId: string,
  participantId: string,
): Promise<TransportKind> {
  const row = await read
    .selectFrom('dm_conversations')
    .select('transport')
    .where('handle_id', '=', handleId)
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
  return row?.transport ?? 'legacy'
}

/**
 * The gateway that core works with: what concerns one conversation goes by the way of that conversation. What arrives
 * for a handle as a whole is read by the legacy way; another way that has messages of its own brings a source of its
 * own.
 */
export function withTransports<X extends XGateway>(
  x: X,
  database: Database,
  others: readonly DmTransport[] = [],
): X {
  const legacy = legacyTransport(x)
  const way = async (handleId: string, participantId: string): Promise<DmTransport> => {
    const kind = await transportOf(database.read, handleId, participantId)
    const found = [legacy, ...others].find((one) => one.kind === kind)
    // As X itself would answer: nothing has left.
    if (!found) throw new Failure('x.refused', { reason: 'encrypted', detail: 'X Chat' })
    return found
  }
  return {
    ...x,
    dms: legacy.read,
    dmsWith: async (handleId, participantId, max, purpose) =>
      (await way(handleId, participantId)).readWith(handleId, participantId, max, purpose),
    dm: async (handleId, message, purpose) => {
      const { kind, send } = await way(handleId, message.participantId)
      try {
        return await send(handleId, message, purpose)
      } catch (error) {
        const isMoved = error instanceof Failure && error.is('x.refused') && error.data.reason === 'encrypted'
        if (isMoved && kind === 'legacy')
          await database.write((tx) => noteEncrypted(tx, handleId, message.participantId))
        throw error
      }
    },
  }
}
