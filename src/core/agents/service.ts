/** @file Says who is at the keyboard, and who works here at all. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { AgentView } from '../../shared/domain/agent.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record, recordNow } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { seatChanged, stayEnds } from '../handover/stays.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeAgent, newAgent } from './manage.ts'
import { mustLead } from './permissions.ts'
import { storedPin } from './pin.ts'
import type { PinGate } from './pin-gate.ts'
import {
  currentAgent,
  findAgent,
  hasLead,
  isLocked,
  keepIdleMinutes,
  leaveSeat,
  seatAgent,
  sit,
  skip,
} from './repo.ts'

type Methods = Extract<keyof Contract, `agent.${string}`>
type Who =
  { agentId: string; pin?: string | undefined } | { name: string; initials: string; pin?: string | undefined }

export function agentService({
  database,
  gate,
}: {
  database: Database
  gate: PinGate
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const { read } = database

  /** Whom it means; null: somebody new. */
  async function known(who: Who): Promise<AgentView | null> {
    if ('agentId' in who) {
      const agent = await findAgent(read, who.agentId)
      if (!agent) throw new Failure('agent.missing', { agentId: who.agentId })
      return agent
    }
    const row = await read.selectFrom('agents').select('id').where('name', '=', who.name).executeTakeFirst()
    return row ? findAgent(read, row.id) : null
  }

  async function sitDown(who: Who): Promise<AgentView> {
    const agent = await known(who)
    if (agent?.hasPin) {
      if (who.pin === undefined) throw new Failure('agent.pin-needed', { name: agent.name })
      await gate.check(agent.id, who.pin)
    }
    // Otherwise whoever waits for somebody's word could make up that somebody.
    if (!agent && (await isLocked(read))) await mustLead(read)
    return database.write(async (tx) => {
      const before = await currentAgent(tx.db)
      const seated = 'name' in who ? await sit(tx, who.name, who.initials) : await seatAgent(tx, who.agentId)
      if (before?.id !== seated.id) {
        await seatChanged(tx, before?.id ?? null, seated.id)
        recordNow(tx, seated.id, { event: 'agent.sat', actionId: newId(tx.at), undoable: false })
      }
      return seated
    })
  }

  /** Who may set whose PIN, see the contract. */
  async function mustBeTheirs(target: AgentView, current: string | undefined): Promise<void> {
    const here = await currentAgent(read)
    const isOwn = here?.id === target.id
    if (here?.role === 'lead' && !isOwn) return
    if (target.hasPin) {
      if (!isOwn && (await hasLead(read)))
        throw new Failure('agent.not-allowed', { name: here?.name ?? null })
      if (current === undefined) throw new Failure('agent.pin-needed', { name: target.name })
      await gate.check(target.id, current)
    } else if (!isOwn || here.role !== 'lead') {
      if (await isLocked(read)) throw new Failure('agent.not-allowed', { name: here?.name ?? null })
    }
  }

  async function setPin(tx: Tx, agentId: string, pin: string | null): Promise<void> {
    await tx.db
      .updateTable('agents')
      .set({ pin, pin_failures: 0, pin_locked_until: null })
      .where('id', '=', agentId)
      .execute()
    tx.touch.session()
    await record(tx, {
      event: 'agent.pin-set',
      actionId: newId(tx.at),
      after: { agent_id: agentId, has_pin: pin === null ? 0 : 1 },
      undoable: false,
    })
  }

  const change =
    (event: string, columns: (tx: Tx) => Parameters<typeof changeAgent>[3]) =>
    async (agentId: string): Promise<Record<string, never>> => {
      await database.write((tx) => changeAgent(tx, event, agentId, columns(tx)))
      return {}
    }

  return {
    'agent.sit': sitDown,
    'agent.skip': async () => {
      await database.write(skip)
      return {}
    },
    'agent.leave': async () => {
      await database.write(async (tx) => {
        await record(tx, { event: 'agent.left', actionId: newId(tx.at), undoable: false })
        await stayEnds(tx)
        await leaveSeat(tx)
      })
      return {}
    },
    'agent.add': async ({ pin, ...agent }) => {
      const hash = pin === undefined ? null : await storedPin(pin)
      return database.write(async (tx) => {
        const added = await newAgent(tx, agent)
        if (hash === null) return added
        await setPin(tx, added.id, hash)
        return must(await findAgent(tx.db, added.id), 'the agent who was just added')
      })
    },
    'agent.rename': ({ agentId, name, initials }) =>
      change('agent.renamed', () => ({ name, initials }))(agentId),
    'agent.set-role': ({ agentId, role }) => change('agent.role-set', () => ({ role }))(agentId),
    'agent.retire': ({ agentId }) =>
      database.write(async (tx) => {
        await changeAgent(tx, 'agent.retired', agentId, { retired_at: tx.at })
        if ((await currentAgent(tx.db))?.id === agentId) {
          await stayEnds(tx)
          await leaveSeat(tx)
        }
        return {}
      }),
    'agent.return': ({ agentId }) => change('agent.returned', () => ({ retired_at: null }))(agentId),
    'agent.set-pin': async ({ agentId, pin, current }) => {
      const agent = await findAgent(read, agentId)
      if (!agent) throw new Failure('agent.missing', { agentId })
      await mustBeTheirs(agent, current)
      const hash = pin === null ? null : await storedPin(pin)
      await database.write((tx) => setPin(tx, agentId, hash))
      return {}
    },
    'agent.idle-after': async ({ minutes }) => {
      await database.write((tx) => keepIdleMinutes(tx, minutes))
      return {}
    },
  }
}
