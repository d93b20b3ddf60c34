/** @file The history of a ticket as its lines say it: every audit row about it, with names in place of ids. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { HistoryLine } from '../../shared/domain/history.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { ruleActor } from '../audit/audit.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database, Reads } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketState } from './repo.ts'

const Columns = z.record(z.string(), z.union([z.string(), z.number(), z.null()]).catch(null))
type Columns = z.infer<typeof Columns>

/** A history is read by a person: the newest thousand lines tell all that matters. */
const linesAtMost = 1_000
/** Lines that tell of other lines. */
const onlyTells = ['action.undone']

/** The ids of fields are words that a lead typed: apart, so that no value is taken for one. */
const fieldKey = (id: string): string => `field:${id}`

/** Names by id, of all agents, handles and fields, the brand's macros, and the words of this ticket's promises. */
async function namesFor(
  read: Reads,
  { ticketId, brandId }: { ticketId: string; brandId: string },
): Promise<ReadonlyMap<string, string>> {
  const { fields } = await brandSetting(read, brandId, 'fields')
  const [agents, handles, promises, incidents, rules, macros] = await Promise.all([
    read.selectFrom('agents').select(['id', 'name']).execute(),
    read.selectFrom('handles').select(['id', 'username as name']).execute(),
    read.selectFrom('promises').select(['id', 'words as name']).where('ticket_id', '=', ticketId).execute(),
    read.selectFrom('incidents').select(['id', 'title as name']).execute(),
    read.selectFrom('rules').select(['id', 'name']).execute(),
    read.selectFrom('macros').select(['id', 'name']).where('brand_id', '=', brandId).execute(),
  ])
  return new Map(
    [
      ...agents,
      ...handles,
      ...promises,
      ...incidents,
      ...macros,
      ...rules.map(({ id, name }) => ({ id: ruleActor(id), name })),
      ...fields.map(({ id, name }) => ({ id: fieldKey(id), name })),
    ].map(({ id, name }) => [id, name]),
  )
}

/** Oldest first. @throws Failure `ticket.missing` */
export async function historyOf(read: Reads, ticketId: string): Promise<HistoryLine[]> {
  const { brandId } = await ticketState(read, ticketId)
  const names = await namesFor(read, { ticketId, brandId })
  const rows = await read
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'event', 'before', 'after', 'undone_by'])
    .where('ticket_id', '=', ticketId)
    .where('event', 'not in', onlyTells)
    .orderBy('id', 'desc')
    .limit(linesAtMost)
    .execute()
  const shown = (name: string, value: string): string | null => {
    // A macro that was forgotten with the person whom it named is called nothing any more.
    if (name === 'macro_id') return names.get(value) ?? null
    return names.get(name === 'field_id' ? fieldKey(value) : value) ?? value
  }
  const named = (json: string | null): Columns => {
    const columns = Columns.safeParse(json === null ? {} : JSON.parse(json)).data ?? {}
    return Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [
        name,
        typeof value === 'string' ? shown(name, value) : value,
      ]),
    )
  }
  return rows.toReversed().map((row) => ({
    id: row.id,
    at: row.at,
    by: byOf(row.actor, names),
    event: row.event,
    before: named(row.before),
    after: named(row.after),
    undone: row.undone_by !== null,
  }))
}

function byOf(actor: string, names: ReadonlyMap<string, string>): HistoryLine['by'] {
  if (actor === 'x') return { kind: 'x' }
  const name = names.get(actor)
  if (name !== undefined && actor.startsWith(ruleActor(''))) return { kind: 'rule', name }
  return name === undefined ? { kind: 'core' } : { kind: 'agent', name }
}

export function historyService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'ticket.history'> {
  return { 'ticket.history': ({ ticketId }) => historyOf(database.read, ticketId) }
}
