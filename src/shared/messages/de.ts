/** @file The catalogue in German: every message, or it does not compile. */
import type { Catalogue } from './catalogue.ts'
import { answerMessages } from './de/answers.ts'
import { backfillMessages } from './de/backfill.ts'
import { bulkMessages } from './de/bulk.ts'
import { commandMessages } from './de/commands.ts'
import { consoleMessages } from './de/console.ts'
import { conversationMessages } from './de/conversation.ts'
import { coverageMessages } from './de/coverage.ts'
import { deadlineMessages } from './de/deadlines.ts'
import { deckMessages } from './de/decks.ts'
import { deskMessages } from './de/desk.ts'
import { drillMessages } from './de/drill.ts'
import { errorMessages } from './de/errors.ts'
import { csatMessages } from './de/csat.ts'
import { clientSafeMessages } from './de/client-safe.ts'
import { clientMessages } from './de/clients.ts'
import { guardMessages } from './de/guards.ts'
import { handoverMessages } from './de/handover.ts'
import { scenarioMessages } from './de/scenarios.ts'
import { searchMessages } from './de/search.ts'
import { incidentMessages } from './de/incidents.ts'
import { keyMessages } from './de/keys.ts'
import { kitMessages } from './de/kit.ts'
import { lifecycleMessages } from './de/lifecycle.ts'
import { listeningMessages } from './de/listening.ts'
import { moneyMessages } from './de/money.ts'
import { groupingMessages } from './de/grouping.ts'
import { muteMessages } from './de/mutes.ts'
import { noticeMessages } from './de/notices.ts'
import { outboxMessages } from './de/outbox.ts'
import { presenceMessages } from './de/presence.ts'
import { replyingMessages } from './de/replying.ts'
import { reportDeliveryMessages } from './de/report-delivery.ts'
import { reportMessages } from './de/reports.ts'
import { ruleMessages } from './de/rules.ts'
import { seatMessages } from './de/seat.ts'
import { settingsMessages } from './de/settings.ts'
import { sendingMessages } from './de/sending.ts'
import { standingMessages } from './de/standing.ts'
import { streamMessages } from './de/stream.ts'
import { mediaMessages } from './de/media.ts'
import { tourMessages } from './de/tour.ts'
import { triageMessages } from './de/triage.ts'
import { windowMessages } from './de/windows.ts'
import { workspaceMessages } from './de/workspace.ts'

export const de: Catalogue = {
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
