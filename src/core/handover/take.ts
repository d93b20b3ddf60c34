/**
 * @file Takes in the file of a handover: looks first what it would change, then changes it as one action that undo takes
 * back. Only what agents decide and note: nothing of it is sent, and no message moves.
 */
import { sql } from 'kysely'
import {
  HandoverFile,
  handoverFileVersion,
  HandoverHeader,
  toldAtMost,
  type HandoverTaking,
  type HandoverTicket,
} from '../../shared/domain/handover-file.ts'
import { Failure } from '../../shared/errors.ts'
import { readJsonFile } from '../../shared/json-file.ts'
import { must } from '../../shared/must.ts'
import { listAgents } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import { ticketColumnNames } from '../audit/ticket-columns.ts'
import type { Undoer } from '../audit/undo.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { changeTickets } from '../tickets/change.ts'
import { bringNote } from '../tickets/note.ts'
import { confirmPromise, notePromise } from '../tickets/promises.ts'
import { ownOf } from '../tickets/repo.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { planOf, type Plan, type TicketHere } from './take-rules.ts'
import {
  changedAts,
  changedBy,
  handedOver,
  laterFiles,
  notesHere,
  promisesOf,
  takenIn,
  type LaterFiles,
} from './ticket-facts.ts'

/** Ids in one statement. */
const atOnce = 500

type Known = TicketHere & { id: string; brandId: string; number: number; customer: string }
type Planned = { here: Known; plan: Plan }
/** What the file has of a ticket that it is asked about. */
type Theirs = Pick<HandoverTicket, 'newest' | 'notes'>
type Taking = { told: HandoverTaking; planned: Planned[]; agentOf: (id: string) => string | undefined }

/**
 * Reads a file. @throws Failure `handover.invalid` with what is wrong with it, `handover.newer`,
 * `handover.other-origin` where its ids are of another X
 */
async function readFile(read: Reads, content: string): Promise<HandoverFile> {
  const header = readJsonFile(HandoverHeader, content)
  if ('issues' in header) throw new Failure('handover.invalid', { issues: header.issues })
  const { version } = header.value
  if (version > handoverFileVersion)
    throw new Failure('handover.newer', { found: version, known: handoverFileVersion })
  const file = readJsonFile(HandoverFile, content)
  if ('issues' in file) throw new Failure('handover.invalid', { issues: file.issues })
  const { x_origin: expected } = await read
    .selectFrom('workspace')
    .select('x_origin')
    .executeTakeFirstOrThrow()
  const found = file.value.xOrigin
  if (found !== expected) throw new Failure('handover.other-origin', { expected, found })
  return file.value
}

/** Who of the file is who here: by id, then by name. */
async function agentsHere(read: Reads, file: HandoverFile) {
  const here = (await listAgents(read)).filter(({ isRetired }) => !isRetired)
  const same = (id: string, name: string) =>
    here.find((agent) => agent.id === id) ??
    here.find((agent) => agent.name.toLocaleLowerCase() === name.toLocaleLowerCase())
  const found = new Map(
    file.agents.flatMap(({ id, name }) => {
      const agent = same(id, name)
      return agent ? [[id, agent.id] as const] : []
    }),
  )
  const named = new Set(
    file.tickets.flatMap(({ ownerId, notes }) => [ownerId, ...notes.map(({ agentId }) => agentId)]),
  )
  const unknown = file.agents.filter(({ id }) => named.has(id) && !found.has(id)).map(({ name }) => name)
  return { agentOf: (id: string) => found.get(id), unknown }
}

const keyOf = (handle: string, { kind, id }: HandoverTicket['first']): string => `${handle} ${kind} ${id}`

/** The tickets here that hold these messages with the brand of their handle, by handle and message. */
async function ticketsWith(read: Reads, tickets: readonly HandoverTicket[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ ticketId: string; handle: string; kind: 'post' | 'dm'; id: string }>`
    SELECT t.id AS "ticketId", h.x_user_id AS handle, i.kind, i.item_id AS id
    FROM ticket_items i
      JOIN tickets t ON t.id = i.ticket_id AND t.merged_into_id IS NULL
      JOIN brands b ON b.id = t.brand_id AND b.removed_at IS NULL
      JOIN handles h ON h.brand_id = t.brand_id AND h.state <> 'removed'
    WHERE i.role = 'customer' AND i.item_id IN (${sql.join(tickets.map(({ first }) => first.id))})`.execute(
    read,
  )
  return new Map(rows.map(({ ticketId, handle, kind, id }) => [keyOf(handle, { kind, id }), ticketId]))
}

/** Tickets as they are here. @param asked what the file has of each · @param later files that say something newer */
async function factsOf(
  read: Reads,
  asked: ReadonlyMap<string, Theirs>,
  later: LaterFiles,
): Promise<Map<string, Known>> {
  const ids = [...asked.keys()]
  const rows = await read
    .selectFrom('tickets')
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select([
      'tickets.id',
      'brand_id',
      'number',
      'newest_customer_item',
      'newest_customer_kind',
      'people.name',
    ])
    .select(ticketColumnNames.map((name) => `tickets.${name}` as const))
    .where('tickets.id', 'in', ids)
    .execute()
  const items = await read
    .selectFrom('ticket_items')
    .select(['ticket_id', 'kind', 'item_id'])
    .where('ticket_id', 'in', ids)
    .where(
      'item_id',
      'in',
      [...asked.values()].map(({ newest }) => newest.id),
    )
    .execute()
  const [notes, promises, changed, told] = [
    await notesHere(
      read,
      [...asked.values()].flatMap((theirs) => theirs.notes.map(({ id }) => id)),
    ),
    await promisesOf(read, ids, ['noticed', 'open', 'kept', 'broken', 'dropped']),
    await changedAts(read, ids),
    await changedBy(read, ids, later.actionIds),
  ]
  return new Map(
    rows.map((row) => {
      const theirs = must(asked.get(row.id), 'it was asked for')
      const here: Known = {
        id: row.id,
        brandId: row.brand_id,
        number: row.number,
        customer: row.name ?? '',
        own: ownOf(row),
        newest: { kind: row.newest_customer_kind, id: row.newest_customer_item },
        hasTheirNewest: items.some(
          (item) =>
            item.ticket_id === row.id &&
            item.kind === theirs.newest.kind &&
            item.item_id === theirs.newest.id,
        ),
        changedAt: changed.get(row.id) ?? null,
        isToldLater: later.ofSameWorkspace || told.has(row.id),
        noteIds: new Set(
          theirs.notes.flatMap(({ id }) => {
            const note = notes.get(id)
            return note === undefined || (note.mayComeAgain && note.ticketId === row.id) ? [] : [id]
          }),
        ),
        promises: promises.get(row.id) ?? [],
      }
      return [row.id, here]
    }),
  )
}

/** What a file would change here, and nothing more. */
async function look(read: Reads, file: HandoverFile, now: number): Promise<Taking> {
  const { agentOf, unknown } = await agentsHere(read, file)
  const planned: Planned[] = []
  const seen = new Set<string>()
  const noted = new Set<string>()
  const later = await laterFiles(read, file)
  let known = 0
  for (let from = 0; from < file.tickets.length; from += atOnce) {
    const chunk = file.tickets.slice(from, from + atOnce)
    const found = await ticketsWith(read, chunk)
    const pairs = chunk.flatMap((theirs) => {
      const id = found.get(keyOf(theirs.handle, theirs.first))
      // Two that were merged here are one: the newer one counts.
      if (id === undefined || seen.has(id)) return []
      seen.add(id)
      // A note is on one ticket.
      const notes = theirs.notes.filter((note) => !noted.has(note.id) && noted.add(note.id))
      return [{ id, theirs: { ...theirs, notes } }]
    })
    known += pairs.length
    if (pairs.length === 0) continue
    const facts = await factsOf(read, new Map(pairs.map(({ id, theirs }) => [id, theirs])), later)
    for (const { id, theirs } of pairs) {
      const here = must(facts.get(id), 'a ticket that was just found')
      planned.push({ here, plan: planOf(theirs, here, { agentOf, now }) })
    }
  }
  const about = ({ here }: Planned) => ({
    ticketId: here.id,
    brandId: here.brandId,
    number: here.number,
    customer: here.customer,
  })
  const changed = planned.filter(({ plan }) => plan.fields.length > 0)
  const kept = planned.flatMap((one) => (one.plan.kept ? [{ ...about(one), ...one.plan.kept }] : []))
  const told: HandoverTaking = {
    writtenAt: file.writtenAt,
    by: file.agents.find(({ id }) => id === file.byId)?.name ?? null,
    known,
    unknown: file.tickets.length - known,
    changedCount: changed.length,
    changed: changed.slice(0, toldAtMost).map((one) => ({ ...about(one), fields: one.plan.fields })),
    keptCount: kept.length,
    kept: kept.slice(0, toldAtMost),
    unknownAgents: unknown,
  }
  return { told, planned, agentOf }
}

/** What taking this file in would change. Writes nothing. @throws as `readFile` does · @param now epoch ms */
export async function previewHandover(read: Reads, content: string, now: number): Promise<HandoverTaking> {
  return (await look(read, await readFile(read, content), now)).told
}

/** Takes it in, as one action. @returns what changed @throws as `readFile` does */
export async function takeHandover(tx: Tx, content: string): Promise<HandoverTaking> {
  const file = await readFile(tx.db, content)
  const { told, planned, agentOf } = await look(tx.db, file, tx.at)
  const actionId = newId(tx.at)
  const columns = new Map(planned.map(({ here, plan }) => [here.id, plan.columns]))
  await changeTickets(tx, {
    event: handedOver,
    ticketIds: planned.filter(({ plan }) => plan.columns !== null).map(({ here }) => here.id),
    actionId,
    columnsFor: ({ id }) => columns.get(id) ?? null,
  })
  for (const { here, plan } of planned) {
    const { id: ticketId, brandId } = here
    for (const { agentId, ...note } of plan.notes)
      await bringNote(tx, {
        ...note,
        ticketId,
        brandId,
        writerId: agentId === null ? null : (agentOf(agentId) ?? null),
        actionId,
      })
    for (const { dueAt, words } of plan.promises)
      await notePromise(tx, { ticketId, brandId, dueAt, words, actionId })
    for (const promiseId of plan.confirmed) await confirmPromise(tx, promiseId, actionId)
    if (plan.notes.length > 0) await refreshTicket(tx, ticketId)
  }
  await record(tx, {
    event: takenIn,
    actionId,
    after: { workspace_id: file.workspaceId, written_at: file.writtenAt },
    undoable: told.changedCount > 0,
  })
  return told
}

/** What it changed is taken back by the other lines of the action; as one that was taken back, it is no later file. */
const undoTakenIn: Undoer = async (_, { event }) => ({
  event,
  ticketIds: [],
  reach: 'restored',
  channel: null,
})

export const takeUndoers = { [takenIn]: undoTakenIn }
