/** @file The people at the keyboard: who they are, what they may do, whether they sit here. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/** `trainee`: each send waits for another agent's PIN. `lead`: also rules, budgets, brands, agents, the end of Stop. */
export const Role = z.enum(['trainee', 'agent', 'lead'])
export type Role = z.infer<typeof Role>

/** Typed where somebody sits down, and where they answer for somebody else's message. */
export const Pin = z.string().regex(/^\d{4,12}$/)

export const AgentName = z.string().trim().min(1).max(60)
export const AgentInitials = z.string().trim().min(1).max(4)

export const AgentView = z.object({
  id: OwnId,
  name: z.string(),
  initials: z.string(),
  role: Role,
  hasPin: z.boolean(),
})
export type AgentView = z.infer<typeof AgentView>

/** An agent as the list of all has them. */
export const ListedAgent = AgentView.extend({
  /** Sits at this keyboard now. */
  isHere: z.boolean(),
  /** When they last did; null: never. */
  seenAt: z.number().nullable(),
  /** Retired: they sit here no more, their history stays. */
  isRetired: z.boolean(),
})
export type ListedAgent = z.infer<typeof ListedAgent>
