/** @file Who works here, who sits at the keyboard, whose word a message waits for. Part of the contract. */
import { z } from 'zod'
import { AgentInitials, AgentName, AgentView, Pin, Role } from '../domain/agent.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

/** Another agent answers for a message, by their PIN. */
const answering = { jobId: OwnId, agentId: OwnId, pin: Pin }

export const agentsContract = {
  /**
   * Says who is at the keyboard: somebody from the list, or by name; an unknown name makes a new agent, the first of all
   * a lead. @throws `agent.missing`, `agent.pin-needed`, `agent.pin-wrong`, `agent.pin-locked`, `agent.not-allowed`
   */
  'agent.sit': {
    input: z.union([
      z.object({ agentId: OwnId, pin: Pin.optional() }),
      z.object({ name: AgentName, initials: AgentInitials, pin: Pin.optional() }),
    ]),
    output: AgentView,
  },
  'agent.skip': { input: nothing, output: nothing },
  /** Nobody sits here any more, until somebody says so. */
  'agent.leave': { input: nothing, output: nothing },
  /** @throws `agent.name-taken` */
  'agent.add': {
    input: z.object({ name: AgentName, initials: AgentInitials, role: Role, pin: Pin.optional() }),
    output: AgentView,
  },
  /** @throws `agent.missing`, `agent.name-taken` */
  'agent.rename': {
    input: z.object({ agentId: OwnId, name: AgentName, initials: AgentInitials }),
    output: nothing,
  },
  /** @throws `agent.missing`, `agent.last-lead` */
  'agent.set-role': { input: z.object({ agentId: OwnId, role: Role }), output: nothing },
  /**
   * A lead sets anybody's; everybody changes their own with the one they have. Null: their seat asks for none.
   * @throws `agent.missing`, `agent.not-allowed`, `agent.pin-wrong`, `agent.pin-locked`
   */
  'agent.set-pin': {
    input: z.object({ agentId: OwnId, pin: Pin.nullable(), current: Pin.optional() }),
    output: nothing,
  },
  /** They sit here no more; their history stays. @throws `agent.missing`, `agent.last-lead` */
  'agent.retire': { input: z.object({ agentId: OwnId }), output: nothing },
  'agent.return': { input: z.object({ agentId: OwnId }), output: nothing },
  /** 0: the seat never asks by itself. */
  'agent.idle-after': { input: z.object({ minutes: z.number().int().min(0).max(720) }), output: nothing },

  /**
   * Lets a message go that waits for another agent's word: it is held once more, then leaves.
   * @throws `approval.none`, `approval.not-by`, `agent.pin-none`, `agent.pin-wrong`, `agent.pin-locked`, `job.left`
   */
  'outbox.approve': { input: z.object(answering), output: nothing },
  /** Sends it back into its draft, with the reason as a note on its ticket. @throws as `outbox.approve` */
  'outbox.reject': {
    input: z.object({ ...answering, reason: z.string().trim().min(1).max(1_000) }),
    output: nothing,
  },
}
