/**
 * @file What we owe a customer by an instant, a follow-up or a promise: when it comes back, and what settles it. Pure.
 */

/** A debt comes back this long before its instant, so that it can be paid in time. */
export const debtLeadMs = 15 * 60_000
/** What we write this soon after a promise still belongs to the message that made it. */
export const sameBreathMs = 2 * 60_000

/** When a debt becomes something to do. */
export const comesBackAt = (dueAt: number): number => dueAt - debtLeadMs

/** Whether a message of ours settles what is owed since `owedAt`. */
export const settles = (writtenAt: number, owedAt: number): boolean => writtenAt > comesBackAt(owedAt)

/** Whether a message of ours keeps a promise: written after it, no later than its end. */
export const keeps = (writtenAt: number, { madeAt, dueAt }: { madeAt: number; dueAt: number }): boolean =>
  writtenAt > madeAt + sameBreathMs && writtenAt <= dueAt

/** The nearest of the instants that are there; null without one. */
export function nearest(...instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null)
  return known.length === 0 ? null : Math.min(...known)
}

type FollowUp = { follow_up_at: number | null; owed_at: number | null }

/** What solving a ticket changes of a follow-up that has come: it is done with it. A promise is not. */
export const followUpDone = ({
  follow_up_at: at,
  owed_at: owedAt,
}: FollowUp): { follow_up_at?: null; follow_up_reason?: null; owed_at?: null } =>
  at !== null && owedAt !== null && at <= owedAt
    ? { follow_up_at: null, follow_up_reason: null, owed_at: null }
    : {}
