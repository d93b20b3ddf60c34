/** @file The catalogue in Japanese: every message, or it does not compile. */
import type { Catalogue } from './catalogue.ts'
import { answerMessages } from './ja/answers.ts'
import { backfillMessages } from './ja/backfill.ts'
import { bulkMessages } from './ja/bulk.ts'
import { commandMessages } from './ja/commands.ts'
import { consoleMessages } from './ja/console.ts'
import { conversationMessages } from './ja/conversation.ts'
import { coverageMessages } from './ja/coverage.ts'
import { deadlineMessages } from './ja/deadlines.ts'
import { deckMessages } from './ja/decks.ts'
import { deskMessages } from './ja/desk.ts'
import { drillMessages } from './ja/drill.ts'
import { errorMessages } from './ja/errors.ts'
import { csatMessages } from './ja/csat.ts'
import { clientSafeMessages } from './ja/client-safe.ts'
import { clientMessages } from './ja/clients.ts'
import { guardMessages } from './ja/guards.ts'
import { handoverMessages } from './ja/handover.ts'
import { scenarioMessages } from './ja/scenarios.ts'
import { searchMessages } from './ja/search.ts'
import { incidentMessages } from './ja/incidents.ts'
import { keyMessages } from './ja/keys.ts'
import { kitMessages } from './ja/kit.ts'
import { lifecycleMessages } from './ja/lifecycle.ts'
import { listeningMessages } from './ja/listening.ts'
import { moneyMessages } from './ja/money.ts'
import { groupingMessages } from './ja/grouping.ts'
import { muteMessages } from './ja/mutes.ts'
import { noticeMessages } from './ja/notices.ts'
import { outboxMessages } from './ja/outbox.ts'
import { presenceMessages } from './ja/presence.ts'
import { replyingMessages } from './ja/replying.ts'
import { reportDeliveryMessages } from './ja/report-delivery.ts'
import { reportMessages } from './ja/reports.ts'
import { ruleMessages } from './ja/rules.ts'
import { seatMessages } from './ja/seat.ts'
import { settingsMessages } from './ja/settings.ts'
import { sendingMessages } from './ja/sending.ts'
import { standingMessages } from './ja/standing.ts'
import { streamMessages } from './ja/stream.ts'
import { mediaMessages } from './ja/media.ts'
import { tourMessages } from './ja/tour.ts'
import { triageMessages } from './ja/triage.ts'
import { windowMessages } from './ja/windows.ts'
import { workspaceMessages } from './ja/workspace.ts'

export const ja: Catalogue = {
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
