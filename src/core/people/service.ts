/** @file Forgetting a person, as an agent asks for it: what would go, and doing it, down to the files. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { ForgetCounts } from '../../shared/domain/person.ts'
import { Failure } from '../../shared/errors.ts'
import { Username } from '../../shared/ids.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent } from '../agents/repo.ts'
import { copiesIn, removeCopies } from '../backup/copies.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { Log } from '../log/log.ts'
import type { CallContext } from '../rpc-context.ts'
import { forgetPerson } from './forget.ts'
import { workspaceIdOf } from './forgotten.ts'
import { receiptOf } from './receipt.ts'
import { keepReceipt, writeReceipts } from './receipt-files.ts'
import { mayForget, namedByOthers, tracesOf, type Traces } from './traces.ts'

type Parts = {
  database: Database
  /** The workspace's, where backups and receipts lie. */
  folder: string
  /** Removes the files of pictures whose rows are gone. */
  sweepFiles: () => Promise<void>
  log: Log
}
type Deed = { xUserId: string; why: string; backups: number; namedByOthers: number }

const countsOf = (traces: Traces, backups: number): ForgetCounts => ({
  tickets: traces.tickets.length,
  posts: traces.postIds.length,
  directMessages: traces.dmIds.length,
  notes: traces.notes,
  drafts: traces.drafts,
  messages: traces.jobs.length,
  backups,
})

export function personService({
  database,
  folder,
  sweepFiles,
  log,
}: Parts): Pick<Handlers<Contract, CallContext>, 'person.forget.preview' | 'person.forget'> {
  /** @throws Failure `person.missing` */
  async function whoIs(xUserId: string) {
    const row = await database.read
      .selectFrom('people')
      .select(['name', 'username'])
      .where('x_user_id', '=', xUserId)
      .executeTakeFirst()
    if (!row) throw new Failure('person.missing', {})
    const username = Username.safeParse(row.username).data ?? null
    return { name: row.name || xUserId, username, confirmWith: username ?? xUserId }
  }

  /** Rows follow what the writer sees: nothing arrives between the look and the deed. */
  async function forget(tx: Tx, deed: Deed): Promise<{ receiptId: string; counts: ForgetCounts }> {
    const { xUserId, why, backups } = deed
    const traces = await tracesOf(tx.db, xUserId)
    await mayForget(tx.db, xUserId, traces)
    const agent = await currentAgent(tx.db)
    const counts = countsOf(traces, backups)
    const receiptId = newId(tx.at)
    forgetPerson(tx, xUserId, traces, { actor: agent?.id ?? 'core', receiptId })
    const { postIds, dmIds } = traces
    const facts = { receiptId, workspaceId: workspaceIdOf(tx), at: tx.at, by: agent?.name ?? '', why }
    keepReceipt(
      tx,
      receiptOf({ ...facts, xUserId, counts, postIds, dmIds, namedByOthers: deed.namedByOthers }),
    )
    return { receiptId, counts }
  }

  /** What the rows say is done, whatever the disk does next: a receipt without a file gets one at the next start. */
  async function settleFiles(receiptId: string): Promise<string | null> {
    try {
      await sweepFiles()
      await database.purge()
      return (await writeReceipts(database, folder)).get(receiptId) ?? null
    } catch (error) {
      log.error('person.receipt-not-written', error, { receiptId })
      return null
    }
  }

  return {
    'person.forget.preview': async ({ xUserId }) => {
      const who = await whoIs(xUserId)
      const traces = await tracesOf(database.long, xUserId)
      return {
        xUserId,
        ...who,
        counts: countsOf(traces, (await copiesIn(folder)).length),
        namedByOthers: await namedByOthers(database.long, xUserId, who.username),
      }
    },

    'person.forget': async ({ xUserId, confirm, why }) => {
      const who = await whoIs(xUserId)
      if (confirm.replace(/^@/u, '').toLowerCase() !== who.confirmWith.toLowerCase())
        throw new Failure('person.not-confirmed', { expected: who.confirmWith })
      await mayForget(database.read, xUserId, await tracesOf(database.long, xUserId))
      const others = await namedByOthers(database.long, xUserId, who.username)
      // Copies first: a crash in between leaves somebody to forget, and never a copy that nobody knows of.
      const backups = await removeCopies(folder)
      const deed = { xUserId, why, backups, namedByOthers: others }
      const { receiptId, counts } = await database.write((tx) => forget(tx, deed), { durable: true })
      log.info('person.forgotten', { receiptId })
      return { receiptId, file: await settleFiles(receiptId), counts }
    },
  }
}
