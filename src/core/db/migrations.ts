/**
 * @file The list of migrations, in order. Forward only; a file that was shipped is never changed.
 */
/// <reference path="./sql.d.ts" />
import first from './migrations/0001-first.sql?raw'
import sources from './migrations/0002-sources.sql?raw'
import outbox from './migrations/0004-outbox.sql?raw'
import media from './migrations/0005-media.sql?raw'
import lifecycle from './migrations/0006-lifecycle.sql?raw'
import backfill from './migrations/0007-backfill.sql?raw'
import stream from './migrations/0008-stream.sql?raw'
import ticketDesk from './migrations/0009-ticket-desk.sql?raw'
import desk from './migrations/0010-desk.sql?raw'
import deadlines from './migrations/0012-deadlines.sql?raw'
import macros from './migrations/0013-macros.sql?raw'
import seat from './migrations/0015-seat.sql?raw'
import triage from './migrations/0011-triage.sql?raw'
import guards from './migrations/0014-guards.sql?raw'
import incidents from './migrations/0016-incidents.sql?raw'
import rules from './migrations/0017-rules.sql?raw'
import signals from './migrations/0018-signals.sql?raw'
import search from './migrations/0020-search.sql?raw'
import columns from './migrations/0021-columns.sql?raw'
import decks from './migrations/0022-decks.sql?raw'
import ownPosts from './migrations/0023-own-posts.sql?raw'
import mutes from './migrations/0024-mutes.sql?raw'
import presence from './migrations/0025-presence.sql?raw'
import expectedHandles from './migrations/0026-expected-handles.sql?raw'
import grouping from './migrations/0027-grouping.sql?raw'
import reports from './migrations/0028-reports.sql?raw'
import handover from './migrations/0029-handover.sql?raw'
import answers from './migrations/0030-answers.sql?raw'
import notices from './migrations/0031-notices.sql?raw'
import reportDelivery from './migrations/0032-report-delivery.sql?raw'
import profiles from './migrations/0033-profiles.sql?raw'
import pictures from './migrations/0019-pictures.sql?raw'
import money from './migrations/0003-money.sql?raw'

/** `number` is the `user_version` that the file has afterwards. */
export type Migration = { number: number; sql: string }

export const migrations: readonly Migration[] = [
  { number: 1, sql: first },
  { number: 2, sql: sources },
  { number: 3, sql: money },
  { number: 4, sql: outbox },
  { number: 5, sql: media },
  { number: 6, sql: lifecycle },
  { number: 7, sql: backfill },
  { number: 8, sql: stream },
  { number: 9, sql: ticketDesk },
  { number: 10, sql: desk },
  { number: 11, sql: triage },
  { number: 12, sql: deadlines },
  { number: 13, sql: macros },
  { number: 14, sql: guards },
  { number: 15, sql: seat },
  { number: 16, sql: incidents },
  { number: 17, sql: rules },
  { number: 18, sql: signals },
  { number: 19, sql: pictures },
  { number: 20, sql: search },
  { number: 21, sql: columns },
  { number: 22, sql: decks },
  { number: 23, sql: ownPosts },
  { number: 24, sql: mutes },
  { number: 25, sql: presence },
  { number: 26, sql: expectedHandles },
  { number: 27, sql: grouping },
  { number: 28, sql: reports },
  { number: 29, sql: handover },
  { number: 30, sql: answers },
  { number: 31, sql: notices },
  { number: 32, sql: reportDelivery },
  { number: 33, sql: profiles },
]
