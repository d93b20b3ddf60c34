/** @file The place in a column at which a page ends, as windows hand it back. */
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import type { Place } from './bounds.ts'

/** The sort key and the id of its last row. */
export const PageEnd = z
  .string()
  .regex(/^-?[0-9]+ [0-9a-f-]+$/)
  .transform((text): Place => {
    const [at = '', id = ''] = text.split(' ')
    return { at: Number(at), id }
  })

/** As `PageEnd` reads it. */
export const pageEnd = ({ at, id }: Place): string => `${at} ${id}`

/** @throws Failure `input.invalid` for a column or a place that does not exist */
export function parsed<T>(schema: z.ZodType<T>, text: string, what: string): T {
  const result = schema.safeParse(text)
  if (result.success) return result.data
  throw new Failure('input.invalid', { method: 'column.page', issues: [`${what}: ${text}`] })
}
