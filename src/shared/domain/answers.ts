/** @file Answers that were given or kept before, as they are offered for a question; and pages that keep them. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { PrivateKind } from './guard.ts'

/** What speaks for a given answer: the customer thanked for it, or rated the ticket well. */
export const ConfirmedBy = z.enum(['thanked', 'rated'])
export type ConfirmedBy = z.infer<typeof ConfirmedBy>

/** What each of them has. `text` is ready for this customer; a gap `{{link}}` is the agent's to fill. */
const offered = {
  brandId: OwnId,
  text: z.string(),
  /** The code of its language, where that is another than the customer's. */
  foreign: z.string().nullable(),
}

/** An answer that fits what a customer wrote. */
export const SimilarAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ticket'),
    ticketId: OwnId,
    number: z.number().int(),
    ...offered,
    /** What was asked there, in one line. */
    question: z.string(),
    /** When it was answered, epoch ms. */
    at: z.number(),
    /** Null: somebody elsewhere, or nobody was named. */
    by: z.string().nullable(),
    confirmed: ConfirmedBy.nullable(),
    /** How many answers said the same, itself among them. */
    alike: z.number().int(),
  }),
  z.object({ kind: z.literal('macro'), ...offered, macroId: OwnId, name: z.string() }),
  z.object({ kind: z.literal('page'), ...offered, pageId: OwnId, title: z.string() }),
])
export type SimilarAnswer = z.infer<typeof SimilarAnswer>

/** What makes an answers page. */
export const AnswerPageDraft = z.object({
  title: z.string().trim().min(1).max(120),
  /** As a customer would ask it; may be empty. */
  question: z.string().trim().max(1_000).default(''),
  /** Paragraphs, and lists with a hyphen before each line. */
  answer: z.string().trim().min(1).max(10_000),
  /** For every brand of the same client. */
  shared: z.boolean().default(false),
})
export type AnswerPageDraft = z.infer<typeof AnswerPageDraft>

/** Something in a page that does not belong in public: where it stands, and what it is. */
export const PageFinding = z.object({
  part: z.enum(['title', 'question', 'answer']),
  what: z.union([PrivateKind, z.literal('handle'), z.literal('other-brand')]),
  saw: z.string(),
})
export type PageFinding = z.infer<typeof PageFinding>

export const AnswerPage = AnswerPageDraft.extend({
  id: OwnId,
  brandId: OwnId,
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Who wrote it last; null: nobody was named. */
  by: z.string().nullable(),
  /** While there is one, the page is in no export. */
  findings: z.array(PageFinding),
})
export type AnswerPage = z.infer<typeof AnswerPage>

export const PagesFormat = z.enum(['markdown', 'html'])
export type PagesFormat = z.infer<typeof PagesFormat>
