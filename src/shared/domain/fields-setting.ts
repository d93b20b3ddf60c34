/** @file What a brand writes down about its tickets beside labels: the setting `fields`. */
import { z } from 'zod'
import { forbiddenLabel } from './labels.ts'

/** As a macro names it: `{{ticket.field.booking}}`. */
export const FieldId = z.string().regex(/^[a-z][a-z0-9_]{0,30}$/)

export const TicketField = z.object({
  id: FieldId,
  /** X forbids to record some things about a person, whatever the field is called. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((name) => forbiddenLabel(name) === null, 'X forbids to record this about a person'),
  /** What it may be; none: any words. */
  options: z.array(z.string().trim().min(1).max(60)).max(40).default([]),
})
export type TicketField = z.infer<typeof TicketField>

export const FieldsSetting = z.object({
  fields: z
    .array(TicketField)
    .max(12)
    .refine((fields) => new Set(fields.map(({ id }) => id)).size === fields.length, 'two fields of one name')
    .default([]),
})
export type FieldsSetting = z.infer<typeof FieldsSetting>

/** One field of one ticket. Empty: nothing is known. */
export const FieldValue = z.string().trim().max(200)

/** An id for a field by its name: letters without their marks, digits, low lines. */
export function fieldIdFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^[^a-z]+|_+$/gu, '')
    .slice(0, 28)
  const base = plain === '' ? 'field' : plain
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}_${n}`
    if (!taken.includes(id)) return id
  }
}
