/** @file Answers that were given or kept before: what fits a ticket, and pages that keep them. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { AnswerPage, AnswerPageDraft, PageFinding, PagesFormat, SimilarAnswer } from '../domain/answers.ts'
import { Language } from '../language.ts'
import { nothing } from './common.ts'

const page = z.object({ pageId: OwnId })

export const answersContract = {
  /**
   * At most three answers for what the customer of a ticket wrote last, the likeliest first; never of another client.
   * `onlyBrand`: none of the client's other brands either. @throws `ticket.missing`
   */
  'answer.similar': {
    input: z.object({ ticketId: OwnId, onlyBrand: z.boolean() }),
    output: z.array(SimilarAnswer),
  },
  /**
   * An answer of a ticket as something to keep: without the customer, the sign-off and links that may be theirs. `at`
   * null: the newest one, also where the ticket goes on. `isOfNobody` false: something in it may still be the customer's.
   * @throws `ticket.missing`, `answer.none` where nothing was answered in public
   */
  'answer.draft': {
    input: z.object({ ticketId: OwnId, at: z.number().nullable() }),
    output: z.object({
      brandId: OwnId,
      /** For a page, and with the values of a macro. */
      answer: z.string(),
      macro: z.string(),
      isOfNobody: z.boolean(),
    }),
  },
  /** By title: those of the brand, and of its client's other brands what is for all of them. */
  'answer.pages': { input: z.object({ brandId: OwnId }), output: z.array(AnswerPage) },
  /** What the guard rails see in a page before it is kept. Writes nothing. @throws `brand.missing` */
  'answer.check': {
    input: z.object({ brandId: OwnId, page: AnswerPageDraft }),
    output: z.array(PageFinding),
  },
  /** Without `id` a new one. @throws `answer.missing`, `brand.missing` */
  'answer.save': {
    input: z.object({ id: OwnId.optional(), brandId: OwnId, page: AnswerPageDraft }),
    output: AnswerPage,
  },
  /** @throws `answer.missing` */
  'answer.remove': { input: page, output: nothing },
  /**
   * The pages as one file. Pages in which the guard rails see something personal are left out, and told.
   * @throws `answer.no-pages` where none is left
   */
  'answer.export': {
    input: z.object({
      brandId: OwnId,
      format: PagesFormat,
      words: z.object({ language: Language, search: z.string().max(200), none: z.string().max(200) }),
    }),
    output: z.object({
      name: z.string(),
      content: z.string(),
      leftOut: z.array(z.object({ brandId: OwnId, title: z.string(), findings: z.array(PageFinding) })),
    }),
  },
}
