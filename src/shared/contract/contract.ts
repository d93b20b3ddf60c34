/**
 * @file Everything the console may ask of core: one table of named methods with their input and output. Client and
 * handler types derive from it; nothing is listed twice. Names are shared with commands and audit events. The methods
 * of a subject stand in a file of its own.
 */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { agentsContract } from './agents.ts'
import { answersContract } from './answers.ts'
import { attachmentsContract } from './attachments.ts'
import { backfillContract } from './backfill.ts'
import { brandsContract } from './brands.ts'
import { csatContract } from './csat.ts'
import { guardsContract } from './guards.ts'
import { handoverContract } from './handover.ts'
import { incidentsContract } from './incidents.ts'
import { kitContract } from './kit.ts'
import { decksContract } from './decks.ts'
import { deskContract } from './desk.ts'
import { deadlinesContract } from './deadlines.ts'
import { drillContract } from './drill.ts'
import { listeningContract } from './listening.ts'
import { macrosContract } from './macros.ts'
import { moneyContract } from './money.ts'
import { mutesContract } from './mutes.ts'
import { noticesContract } from './notices.ts'
import { outboxContract } from './outbox.ts'
import { paletteContract } from './palette.ts'
import { peopleContract } from './people.ts'
import { postsContract } from './posts.ts'
import { reportDeliveryContract } from './report-delivery.ts'
import { reportContract } from './reports.ts'
import { rulesContract } from './rules.ts'
import { searchContract } from './search.ts'
import { stackContract } from './stack.ts'
import { ticketsContract } from './tickets.ts'
import { triageContract } from './triage.ts'
import { webhooksContract } from './webhooks.ts'
import { workspaceContract } from './workspace.ts'

export const contract = {
  ...agentsContract,
  ...answersContract,
  ...attachmentsContract,
  ...backfillContract,
  ...brandsContract,
  ...csatContract,
  ...guardsContract,
  ...handoverContract,
  ...incidentsContract,
  ...kitContract,
  ...decksContract,
  ...deskContract,
  ...deadlinesContract,
  ...drillContract,
  ...listeningContract,
  ...macrosContract,
  ...moneyContract,
  ...mutesContract,
  ...noticesContract,
  ...outboxContract,
  ...paletteContract,
  ...peopleContract,
  ...postsContract,
  ...reportContract,
  ...reportDeliveryContract,
  ...rulesContract,
  ...searchContract,
  ...ticketsContract,
  ...stackContract,
  ...triageContract,
  ...webhooksContract,
  ...workspaceContract,
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract

/**
 * What changed, told once per committed transaction. Ids only: the console re-reads what it shows. `notice` is for
 * things that no row holds.
 */
export const ChangeEvent = z.object({
  kind: z.literal('changed'),
  ticketIds: z.array(OwnId),
  brandIds: z.array(OwnId),
  jobIds: z.array(OwnId),
  /** Sign-ins whose state moved. */
  connectIds: z.array(OwnId),
  /** Spending or budgets moved: re-read `money.today`. */
  money: z.boolean(),
  /** Sources, apps, agents or settings moved: re-read `brand.list` and `session.get`. */
  session: z.boolean(),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>
