/** @file The catalogue in Spanish: every message, or it does not compile. */
import type { Catalogue } from './catalogue.ts'
import { answerMessages } from './es/answers.ts'
import { backfillMessages } from './es/backfill.ts'
import { bulkMessages } from './es/bulk.ts'
import { commandMessages } from './es/commands.ts'
import { consoleMessages } from './es/console.ts'
import { conversationMessages } from './es/conversation.ts'
import { coverageMessages } from './es/coverage.ts'
import { deadlineMessages } from './es/deadlines.ts'
import { deckMessages } from './es/decks.ts'
import { deskMessages } from './es/desk.ts'
import { drillMessages } from './es/drill.ts'
import { errorMessages } from './es/errors.ts'
import { csatMessages } from './es/csat.ts'
import { clientSafeMessages } from './es/client-safe.ts'
import { clientMessages } from './es/clients.ts'
import { guardMessages } from './es/guards.ts'
import { handoverMessages } from './es/handover.ts'
import { scenarioMessages } from './es/scenarios.ts'
import { searchMessages } from './es/search.ts'
import { incidentMessages } from './es/incidents.ts'
import { keyMessages } from './es/keys.ts'
import { kitMessages } from './es/kit.ts'
import { lifecycleMessages } from './es/lifecycle.ts'
import { listeningMessages } from './es/listening.ts'
import { moneyMessages } from './es/money.ts'
import { groupingMessages } from './es/grouping.ts'
import { muteMessages } from './es/mutes.ts'
import { noticeMessages } from './es/notices.ts'
import { outboxMessages } from './es/outbox.ts'
import { presenceMessages } from './es/presence.ts'
import { replyingMessages } from './es/replying.ts'
import { reportDeliveryMessages } from './es/report-delivery.ts'
import { reportMessages } from './es/reports.ts'
import { ruleMessages } from './es/rules.ts'
import { seatMessages } from './es/seat.ts'
import { settingsMessages } from './es/settings.ts'
import { sendingMessages } from './es/sending.ts'
import { standingMessages } from './es/standing.ts'
import { streamMessages } from './es/stream.ts'
import { mediaMessages } from './es/media.ts'
import { tourMessages } from './es/tour.ts'
import { triageMessages } from './es/triage.ts'
import { windowMessages } from './es/windows.ts'
import { workspaceMessages } from './es/workspace.ts'

export const es: Catalogue = {
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
}
