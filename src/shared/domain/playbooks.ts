/** @file What is done step by step for each kind of message, whoever answers: the setting `playbooks`. */
import { z } from 'zod'
import type { Category } from './triage.ts'

export const PlaybookStep = z.string().trim().min(1).max(160)

const steps = (...lines: string[]) => z.array(PlaybookStep).max(12).default(lines)

/** Per category, in order; a category without steps shows nothing. */
export const PlaybooksSetting = z.object({
  question: steps('Answer what was asked, in the first sentence', 'Ask for private details by DM only'),
  feedback: steps('Thank them', 'Say who hears of it'),
  complaint: steps(
    'Acknowledge what happened, in their words',
    'Apologise once',
    'Ask for private details by DM only',
    'Say what happens next, and by when',
  ),
  negative: steps('Acknowledge it', 'Ask what went wrong'),
  praise: steps(),
  security: steps('Confirm nothing in public', 'Tell the contact on the voice card', 'Go on by DM'),
  protest: steps(),
  impostor: steps('Warn the customer', 'Report the account at X'),
  'no-reply': steps(),
  spam: steps(),
} satisfies Record<Category, z.ZodType>)
export type PlaybooksSetting = z.infer<typeof PlaybooksSetting>

/** A step of a ticket that is done. */
export const PlaybookTick = z.object({
  step: z.string(),
  at: z.number(),
  agentInitials: z.string().nullable(),
})
export type PlaybookTick = z.infer<typeof PlaybookTick>
