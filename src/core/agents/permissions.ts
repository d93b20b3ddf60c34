/** @file What each role may do, in one table. Core asks it before every call of a window. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Role } from '../../shared/domain/agent.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import { currentAgent, hasLead } from './repo.ts'

type Method = keyof Contract

/** A handle that must be signed in again is anybody's to mend. */
const Reconnect = z.object({ target: z.object({ kind: z.literal('reconnect') }) })

/** What only a lead does: brands and what they settle, budgets, rules, who works here, the end of Stop. */
const leads: Partial<Record<Method, (input: unknown) => boolean>> = {
  'agent.add': () => true,
  'agent.rename': () => true,
  'agent.set-role': () => true,
  'agent.retire': () => true,
  'agent.return': () => true,
  'agent.idle-after': () => true,
  'app.save': () => true,
  'brand.drop-handle': () => true,
  'brand.hold': () => true,
  'brand.paste': () => true,
  'brand.remove': () => true,
  'brand.set': () => true,
  'brand.leave': () => true,
  'brand.leave.export': () => true,
  'kit.import': () => true,
  'kit.copy': () => true,
  'connect.start': (input) => !Reconnect.safeParse(input).success,
  'connect.oauth1': () => true,
  'money.limit': () => true,
  'money.owner': () => true,
  'outbox.resume': () => true,
  'client.set-look': () => true,
  'report.content': () => true,
  'report.content-left': () => true,
  'report.deliver': () => true,
  'report.deliver-now': () => true,
  'report.schedule': () => true,
  'report.unschedule': () => true,
  'rule.save': () => true,
  'rule.remove': () => true,
  'rule.move': () => true,
  'webhook.save': () => true,
  'webhook.try': () => true,
  'webhook.turn': () => true,
  'webhook.remove': () => true,
}

const isMethod = (name: string): name is Method => Object.hasOwn(leads, name)

/** What only a lead takes back, by the event in the history: what only a lead does. */
export const leadEvents = [
  'brand.set',
  'brand.pasted',
  'brand.handle-dropped',
  'kit.taken',
  'rule.saved',
  'rule.removed',
  'rule.moved',
  'agent.added',
  'agent.renamed',
  'agent.role-set',
  'agent.retired',
  'agent.returned',
] as const

/** While nobody is lead, everybody is: a workspace of one has no roles. */
export async function isLead(db: Reads): Promise<boolean> {
  return !(await hasLead(db)) || (await currentAgent(db))?.role === 'lead'
}

/** The role that a call needs; null: anybody may. */
export const roleFor = (method: string, input: unknown): Role | null =>
  isMethod(method) && leads[method]?.(input) ? 'lead' : null

/** @throws Failure `agent.not-allowed` when who sits here, or nobody, is no lead */
export async function mustLead(db: Reads): Promise<void> {
  if (!(await isLead(db)))
    throw new Failure('agent.not-allowed', { name: (await currentAgent(db))?.name ?? null })
}

/** Asked before each call of a window. @throws Failure `agent.not-allowed` */
export async function admit(db: Reads, method: string, input: unknown): Promise<void> {
  if (roleFor(method, input) === 'lead') await mustLead(db)
}
