/** @file Saved answers of a brand and what they do to a ticket once X has the answer. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { Label } from './labels.ts'

/** What is typed behind the slash. */
export const MacroShortcut = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}-]{1,20}$/u)

/** As X names languages: two or three letters. */
export const MacroLang = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/)

/** What follows once X has the answer; a customer's newer message keeps the ticket open. */
export const MacroActions = z.object({
  /** Null: as without a macro, which is Pending. */
  status: z.enum(['pending', 'on-hold', 'solved']).nullable().default(null),
  tags: z.array(Label).max(20).default([]),
  /** `hours` null: until the customer writes; else until then, or until the customer writes where `forReply`. */
  snooze: z
    .object({ hours: z.number().positive().max(8_760).nullable(), forReply: z.boolean() })
    .nullable()
    .default(null),
})
export type MacroActions = z.infer<typeof MacroActions>

/** What makes a macro: typed in the console, or read from a file. */
export const MacroDraft = z.object({
  name: z.string().trim().min(1).max(60),
  shortcut: MacroShortcut.nullable().default(null),
  /** The language of its text; null: any. */
  lang: MacroLang.nullable().default(null),
  text: z.string().trim().min(1).max(10_000),
  actions: MacroActions.default({ status: null, tags: [], snooze: null }),
})
export type MacroDraft = z.infer<typeof MacroDraft>

export const MacroView = MacroDraft.extend({
  id: OwnId,
  brandId: OwnId,
  /** How many messages that X has were written with it, and when the last one was. */
  used: z.number(),
  lastUsedAt: z.number().nullable(),
})
export type MacroView = z.infer<typeof MacroView>

/** A macro that stands in a draft: what it does waits for the message. */
export const MacroInDraft = z.object({
  useId: OwnId,
  channel: z.enum(['public', 'dm']),
  name: z.string(),
  actions: MacroActions,
})
export type MacroInDraft = z.infer<typeof MacroInDraft>

export const doesNothing = ({ status, tags, snooze }: MacroActions): boolean =>
  status === null && tags.length === 0 && snooze === null
