/** @file Saved answers: keeping them, setting one into a draft, what waits for the message. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { MacroDraft, MacroInDraft, MacroView } from '../domain/macro.ts'
import { PlaybookStep, PlaybookTick } from '../domain/playbooks.ts'
import { nothing } from './common.ts'

const channel = z.enum(['public', 'dm'])

export const macrosContract = {
  /** By name. */
  'macro.list': { input: z.object({ brandId: OwnId }), output: z.array(MacroView) },
  /** Without `id` a new one. @throws `macro.unknown`, `macro.taken` */
  'macro.save': {
    input: z.object({ id: OwnId.optional(), brandId: OwnId, macro: MacroDraft }),
    output: MacroView,
  },
  'macro.remove': { input: z.object({ macroId: OwnId }), output: nothing },
  /**
   * The text for this ticket, with its values set in; what it does waits with the draft. What has no value stays between
   * its braces, and stops the message. @throws `macro.missing` for one of another brand, `ticket.missing`
   */
  'macro.insert': {
    input: z.object({ macroId: OwnId, ticketId: OwnId, channel }),
    output: z.object({ useId: OwnId, text: z.string(), unfilled: z.array(z.string()) }),
  },
  /**
   * The sentence that asks this customer to go on in direct messages, with X's own link where the brand wants it.
   * `isEncrypted`: the handle's messages moved to X Chat, where Switchboard cannot read; then there is no link.
   */
  'reply.move-to-dm': {
    input: z.object({ ticketId: OwnId }),
    output: z.object({ text: z.string(), isEncrypted: z.boolean() }),
  },
  /** The macros that stand in the drafts of a ticket. */
  'macro.waiting': { input: z.object({ ticketId: OwnId }), output: z.array(MacroInDraft) },
  /** The steps of a ticket's checklist that are done, in the order in which they were. */
  'playbook.ticks': { input: z.object({ ticketId: OwnId }), output: z.array(PlaybookTick) },
  'playbook.tick': {
    input: z.object({ ticketId: OwnId, step: PlaybookStep, done: z.boolean() }),
    output: nothing,
  },
  /** The draft goes without what this macro would do. */
  'macro.drop': { input: z.object({ useId: OwnId }), output: nothing },
}
