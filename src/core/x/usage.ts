/** @file What X says of an app's own use: posts per day, prepaid dollars. Both may be missing: X gives them to some apps. */
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'

const Days = z.object({
  data: z
    .object({
      daily_project_usage: z
        .object({ usage: z.array(z.object({ date: z.string(), usage: z.coerce.number() })) })
        .optional()
        .catch(undefined),
    })
    .optional(),
})

const amount = z.coerce.number().optional().catch(undefined)
// X's pages name three sums; their names are not settled, so the total is read in each form that it was seen in.
const Credits = z.object({
  data: z.looseObject({
    total: amount,
    total_credits: amount,
    prepaid: amount,
    prepaid_credits: amount,
    free: amount,
    free_credits: amount,
  }),
})

function json(text: string, endpoint: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('x.malformed', { endpoint }, 'not JSON')
    throw error
  }
}

/** Posts read by UTC day (`2026-11-17`). @throws Failure `x.malformed` */
export function usageDays(text: string): { day: string; posts: number }[] {
  const known = Days.safeParse(json(text, 'usage'))
  if (!known.success) throw new Failure('x.malformed', { endpoint: 'usage' })
  const usage = known.data.data?.daily_project_usage?.usage ?? []
  return usage.map(({ date, usage: posts }) => ({ day: date.slice(0, 10), posts }))
}

/** Dollars left; null when the answer does not say. @throws Failure `x.malformed` */
export function creditsLeft(text: string): number | null {
  if (text === '') return null
  const known = Credits.safeParse(json(text, 'credits'))
  if (!known.success) return null
  const { data } = known.data
  const total = data.total ?? data.total_credits
  if (total !== undefined) return total
  const prepaid = data.prepaid ?? data.prepaid_credits
  return prepaid === undefined ? null : prepaid + (data.free ?? data.free_credits ?? 0)
}
