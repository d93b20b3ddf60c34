/**
 * @file The one message catalogue: every word that a person reads, by key, in ICU message syntax. Plain data: main
 * reads titles from it as they stand, the renderer formats it through `renderer/words.ts`.
 */
import { answerMessages } from './en/answers.ts'
import { backfillMessages } from './en/backfill.ts'
import { bulkMessages } from './en/bulk.ts'
import { commandMessages } from './en/commands.ts'
import { consoleMessages } from './en/console.ts'
import { conversationMessages } from './en/conversation.ts'
import { coverageMessages } from './en/coverage.ts'
import { deadlineMessages } from './en/deadlines.ts'
import { deckMessages } from './en/decks.ts'
import { deskMessages } from './en/desk.ts'
import { drillMessages } from './en/drill.ts'
import { errorMessages } from './en/errors.ts'
import { csatMessages } from './en/csat.ts'
import { clientSafeMessages } from './en/client-safe.ts'
import { clientMessages } from './en/clients.ts'
import { guardMessages } from './en/guards.ts'
import { handoverMessages } from './en/handover.ts'
import { scenarioMessages } from './en/scenarios.ts'
import { searchMessages } from './en/search.ts'
import { incidentMessages } from './en/incidents.ts'
import { keyMessages } from './en/keys.ts'
import { kitMessages } from './en/kit.ts'
import { lifecycleMessages } from './en/lifecycle.ts'
import { listeningMessages } from './en/listening.ts'
import { moneyMessages } from './en/money.ts'
import { groupingMessages } from './en/grouping.ts'
import { muteMessages } from './en/mutes.ts'
import { noticeMessages } from './en/notices.ts'
import { outboxMessages } from './en/outbox.ts'
import { presenceMessages } from './en/presence.ts'
import { replyingMessages } from './en/replying.ts'
import { reportDeliveryMessages } from './en/report-delivery.ts'
import { reportMessages } from './en/reports.ts'
import { ruleMessages } from './en/rules.ts'
import { seatMessages } from './en/seat.ts'
import { settingsMessages } from './en/settings.ts'
import { sendingMessages } from './en/sending.ts'
import { standingMessages } from './en/standing.ts'
import { streamMessages } from './en/stream.ts'
import { mediaMessages } from './en/media.ts'
import { tourMessages } from './en/tour.ts'
import { triageMessages } from './en/triage.ts'
import { windowMessages } from './en/windows.ts'
import { workspaceMessages } from './en/workspace.ts'

export const en = {
  ...answerMessages,
  ...backfillMessages,
  ...bulkMessages,
  ...commandMessages,
  ...consoleMessages,
  ...conversationMessages,
  ...coverageMessages,
  ...deadlineMessages,
  ...deckMessages,
  ...deskMessages,
  ...drillMessages,
  ...errorMessages,
  ...csatMessages,
  ...clientSafeMessages,
  ...clientMessages,
  ...guardMessages,
  ...handoverMessages,
  ...scenarioMessages,
  ...searchMessages,
  ...incidentMessages,
  ...keyMessages,
  ...kitMessages,
  ...lifecycleMessages,
  ...listeningMessages,
  ...moneyMessages,
  ...groupingMessages,
  ...muteMessages,
  ...noticeMessages,
  ...outboxMessages,
  ...presenceMessages,
  ...replyingMessages,
  ...reportDeliveryMessages,
  ...reportMessages,
  ...ruleMessages,
  ...seatMessages,
  ...sendingMessages,
  ...settingsMessages,
  ...standingMessages,
  ...streamMessages,
  ...tourMessages,
  ...triageMessages,
  ...windowMessages,
  ...workspaceMessages,
  ...mediaMessages,
} as const

/** A key of the catalogue. */
export type MessageKey = keyof typeof en
