/** @file Four eyes: what waits for another agent's word, and whose word counts. Pure. */
import { z } from 'zod'
import type { AgentView } from '../../shared/domain/agent.ts'
import { ApprovalWhy } from '../../shared/domain/approval.ts'
import { fromJson } from '../db/values.ts'

const Whys = z.array(ApprovalWhy).min(1)

type Job = { approval: string | null; approved_at: number | null }

/** Why a job waits for somebody's word, or waited; empty when it never did. */
export const whyOf = (job: Pick<Job, 'approval'>): ApprovalWhy[] => fromJson(Whys, job.approval) ?? []

/** Whether it must not leave: another agent has not said yes. */
export const isUnapproved = (job: Job): boolean => job.approval !== null && job.approved_at === null

/** All that asks for another agent's word. @param asked what the brand's own rules ask */
export const whysFor = (author: AgentView | null, asked: readonly ApprovalWhy[]): ApprovalWhy[] => [
  ...(author?.role === 'trainee' ? [{ rule: 'trainee' as const, what: author.name }] : []),
  ...asked,
]

/** Why an agent's word does not count; each has its sentence in the catalogue (`approval.not.<reason>`). */
export type NotBy = 'author' | 'trainee'

/** Whether this agent may answer for a message of that author; null when they may. */
export function notBy(authorId: string | null, approver: AgentView): NotBy | null {
  if (approver.id === authorId) return 'author'
  return approver.role === 'trainee' ? 'trainee' : null
}
