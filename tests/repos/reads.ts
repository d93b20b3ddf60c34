/** @file Every question that core's repos ask of a store, by name: one line each. */
import { currentAgent, wasAgentAsked } from '../../src/core/agents/repo.ts'
import { countAbove, loadBackfills, spentOn } from '../../src/core/backfill/repo.ts'
import { accountsOf } from '../../src/core/brands/accounts.ts'
import { listApps } from '../../src/core/brands/apps.ts'
import { needsReplyCounts } from '../../src/core/brands/counts.ts'
import { expectedByName, listExpected } from '../../src/core/brands/expected.ts'
import { listBrands } from '../../src/core/brands/list.ts'
import { knownHere } from '../../src/core/brands/paste.ts'
import { columnPage, columnTickets } from '../../src/core/columns/columns.ts'
import { columnPlaces } from '../../src/core/columns/places.ts'
import type { Database, Reads } from '../../src/core/db/database.ts'
import { answeredIn, drillFacts, drillTickets } from '../../src/core/drill/facts.ts'
import { movedHandles } from '../../src/core/dms/signals.ts'
import { transportOf } from '../../src/core/dms/transport.ts'
import { handoverFile } from '../../src/core/handover/file.ts'
import { countLines, lineRows } from '../../src/core/handover/lines.ts'
import { previewHandover } from '../../src/core/handover/take.ts'
import { wordsLeft } from '../../src/core/handover/words.ts'
import { contentLeft, contentOf } from '../../src/core/reports/content.ts'
import { lookOf } from '../../src/core/reports/look.ts'
import { schedulesOf, scheduleViews } from '../../src/core/reports/schedule-rows.ts'
import { listListening, readingHandle } from '../../src/core/listening/repo.ts'
import { attachedTo, attachmentById, attachmentsOfTicket } from '../../src/core/media/attachments.ts'
import { mediaViews } from '../../src/core/media/rows.ts'
import { mediaSource } from '../../src/core/media/sources.ts'
import {
  byStream,
  byTicket,
  loadHandles,
  loadLimits,
  loadSpent,
  openPriced,
  postsByDay,
  solvedSince,
} from '../../src/core/money/repo.ts'
import { answering } from '../../src/core/notices/answers.ts'
import { noticesOfBrand, noticeViews } from '../../src/core/notices/rows.ts'
import { incidentNotice, runningText, toldOf } from '../../src/core/notices/told.ts'
import { nudgesOf, troublesAt } from '../../src/core/notices/troubles.ts'
import { noticeUnder, stepsOf } from '../../src/core/notices/under.ts'
import { attemptsSince } from '../../src/core/outbox/attempts.ts'
import { composeService } from '../../src/core/outbox/compose.ts'
import { limitsView } from '../../src/core/outbox/limits-view.ts'
import { jobById, jobViewOf, jobViews, liveJobs } from '../../src/core/outbox/repo.ts'
import { asksNow, seenNow } from '../../src/core/outbox/seen.ts'
import { isStopped, stopView } from '../../src/core/outbox/stops.ts'
import { ownPostService } from '../../src/core/posts/own.ts'
import { versionsOf } from '../../src/core/posts/versions.ts'
import { authorsOf, dueOf, shownIn, signedIn } from '../../src/core/recheck/repo.ts'
import { customersOf, madeHere, streamedApps } from '../../src/core/stream/repo.ts'
import { mentionable } from '../../src/core/people/mentionable.ts'
import { staleAmong, strangers } from '../../src/core/people/repo.ts'
import { customerCard } from '../../src/core/people/card.ts'
import { mayForget, tracesOf } from '../../src/core/people/traces.ts'
import { routesOf } from '../../src/core/replies/routes.ts'
import { givenIn } from '../../src/core/answers/given.ts'
import { pagesFor } from '../../src/core/answers/pages.ts'
import { askedIn } from '../../src/core/answers/question.ts'
import { loadArrivals } from '../../src/core/sync/arrivals.ts'
import { openGaps } from '../../src/core/sync/gaps.ts'
import { loadSources } from '../../src/core/sync/sources.ts'
import { watchedOf } from '../../src/core/sync/watched.ts'
import { dueWanted } from '../../src/core/sync/wanted.ts'
import {
  countOfCustomer,
  draftsOf,
  isOnItsWay,
  ticketCard,
  ticketState,
} from '../../src/core/tickets/repo.ts'
import { earlierCount, earlierPage } from '../../src/core/tickets/earlier.ts'
import { timelineOf } from '../../src/core/tickets/timeline.ts'
import { titleOf, titlesOf } from '../../src/core/tickets/title.ts'
import { impostorsOf, suspectsOf, ticketsToWatch } from '../../src/core/triage/impostors.ts'
import { correctionsOf, factsOf, itemsOf, triageView, untriagedTickets } from '../../src/core/triage/rows.ts'
import { HandoverLine } from '../../src/shared/domain/handover.ts'
import { OwnColumnKind, TicketColumnKind, type ColumnPage } from '../../src/shared/domain/deck.ts'
import { testStart, type TestHandle } from '../database.ts'
import { testDay } from './beside.ts'
import type { CallContext } from '../../src/core/rpc-context.ts'
import { must } from '../../src/shared/must.ts'
import type { RepoWorld } from './world.ts'

const web = 'http://127.0.0.1:1'

/** Without what only a function can say. */
async function messagesAsked(read: Reads, ticketId: string) {
  const { valueOf, ...asked } = await askedIn(read, ticketId, false)
  return { ...asked, brand: valueOf('brand.name') }
}

/** The first ticket that was answered. */
async function anAnswered(read: Reads): Promise<string> {
  const { id } = await read
    .selectFrom('tickets')
    .select('id')
    .where('first_reply_at', 'is not', null)
    .where('channel', '=', 'public')
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

/** Three short pages of a column, read on from one to the next. */
async function pages(read: Reads, column: string): Promise<ColumnPage[]> {
  const found: ColumnPage[] = []
  for (let after: string | null = null; found.length < 3;) {
    const page = await columnPage(
      { read, long: read },
      { columnId: column, after, until: null, limit: 7, muted: false },
      testStart,
    )
    found.push(page)
    after = page.next
    if (after === null) break
  }
  return found
}

/** What lies behind the first page, as ids; and as pages, to the same end. */
async function placesOf(read: Reads, columnId: string) {
  const by = { read, long: read }
  const first = await columnPage(
    by,
    { columnId, after: null, until: null, limit: 1, muted: false },
    testStart,
  )
  if (first.next === null) return null
  const places = await columnPlaces(by, { columnId, after: first.next, limit: 100, muted: false }, testStart)
  const page = await columnPage(
    by,
    { columnId, after: places.stretches[0]?.after ?? null, until: null, limit: 100, muted: false },
    testStart,
  )
  const ids = places.stretches.flatMap((stretch) => stretch.ids)
  if (ids.join() !== page.rows.map(({ id }) => id).join()) throw new Error('places and pages differ')
  return {
    ...places,
    cut: await columnPlaces(by, { columnId, after: first.next, limit: 1, muted: false }, testStart),
  }
}

/** A column in which each customer stands once, page by page; the same as what the whole column makes of it. */
async function groupedOf(read: Reads, columnId: string) {
  const by = { read, long: read }
  const ask = { columnId, until: null, muted: false }
  const plain = await columnPage(by, { ...ask, after: null, limit: 200 }, testStart)
  const whose = ({ card }: ColumnPage['rows'][number]) => `${card?.brandId} ${card?.customer.xUserId}`
  const customers = Map.groupBy(plain.rows, whose)
  const found: ColumnPage[] = []
  for (let after: string | null = null; ;) {
    const page = await columnPage(by, { ...ask, after, limit: 7, grouped: { unfolded: [] } }, testStart)
    found.push(page)
    after = page.next
    if (after === null) break
  }
  const rows = found.flatMap((page) =>
    page.rows.map(({ id }) => ({ id, more: page.grouped?.rows[id]?.more ?? 0 })),
  )
  const expected = [...customers.values()].map((all) => ({ id: all[0]?.id ?? '', more: all.length - 1 }))
  if (plain.next === null && JSON.stringify(rows) !== JSON.stringify(expected))
    throw new Error(`${columnId}: a grouped column is not what the whole one makes of it`)
  const [largest] = [...customers.values()].toSorted((a, b) => b.length - a.length)
  const card = largest?.[0]?.card
  const unfolded = card ? [{ brandId: card.brandId, xUserId: card.customer.xUserId }] : []
  const [of] = unfolded
  return {
    found,
    most: largest?.length,
    unfolded: await columnPage(by, { ...ask, after: null, limit: 200, grouped: { unfolded } }, testStart),
    tickets: of && (await columnTickets(by, { columnId, muted: false, of }, testStart)),
  }
}

const anybody: CallContext = { connectionId: 'window' }
const handleOf = (handle: TestHandle) => ({ ...handle, appId: '' })
/** Where no order is promised. */
const sorted = (ids: readonly string[]): string[] => [...ids].sort()
const bySpend = (rows: Awaited<ReturnType<typeof loadSpent>>) => rows.sort((a, b) => (a.day < b.day ? -1 : 1))

/** What each asks; the answer may hold anything that a repo gives back. */
export const reads: Record<string, (read: Reads, world: RepoWorld) => Promise<unknown>> = {
  ...Object.fromEntries(
    [...TicketColumnKind.options, ...OwnColumnKind.options].flatMap((kind) => [
      [`column ${kind}`, (read: Reads) => pages(read, `${kind}:all`)],
      [
        `column ${kind} of a brand`,
        (read: Reads, { air }: RepoWorld) => pages(read, `${kind}:${air.brandId}`),
      ],
    ]),
  ),
  'agent who sits here': async (read) => [await currentAgent(read), await wasAgentAsked(read)],
  apps: (read) => listApps(read),
  'account of a handle': (read, { air }) => accountsOf({ read } as Database).handle(air.id),
  expected: async (read) => ({
    all: await listExpected(read),
    one: await expectedByName(read, 'aircare_fr'),
    none: await expectedByName(read, 'aircare'),
    here: await knownHere(read),
  }),
  brands: async (read) => listBrands(read, testStart, await needsReplyCounts(read, testStart), () => null),
  card: (read, { busyTicket }) => ticketCard(read, busyTicket),
  'card of a direct message': (read, { dmTicket }) => ticketCard(read, dmTicket),
  'count of a customer': (read, { air, customerId }) => countOfCustomer(read, air.brandId, customerId),
  drafts: (read, { busyTicket }) => draftsOf(read, busyTicket),
  'draft on its way': (read, { busyTicket }) =>
    isOnItsWay(read, { ticketId: busyTicket, channel: 'public', text: 'We look into it', revision: 1 }),
  'arrivals by hour': loadArrivals,
  'attachments of a ticket': async (read, { busyTicket, attachmentId }) => [
    await attachmentsOfTicket(read, busyTicket),
    await attachedTo(read, { kind: 'ticket', ticketId: busyTicket, channel: 'public' }),
    await attachmentById(read, attachmentId),
  ],
  'attempts and limits of sending': async (read) => [
    await attemptsSince(read, testStart),
    await limitsView(read, testStart, () => null),
  ],
  backfills: async (read, { air, care }) => [
    await loadBackfills(read),
    await loadBackfills(read, care.id),
    await Promise.all((await loadBackfills(read)).map((one) => countAbove(read, one))),
    await spentOn(read, [air.id, care.id]),
  ],
  'brands of which messages moved': (read) => movedHandles(read, testStart + 60_000),
  'column of what is listened to': (read, { listeningId }) => pages(read, `search:${listeningId}`),
  'conversations and quotes that are followed': async (read, { air }) => [
    await watchedOf(read, handleOf(air), 'thread', testStart),
    await watchedOf(read, handleOf(air), 'quotes', testStart),
  ],
  'whom a message may name': async (read, { air, care, busyTicket }) => [
    await mentionable(read, { kind: 'ticket', ticketId: busyTicket, channel: 'public' }, 'zo'),
    await mentionable(read, { kind: 'compose', brandId: care.brandId }, 'zoë'),
    await mentionable(read, { kind: 'compose', brandId: air.brandId }, 'air'),
  ],
  gaps: (read, { air }) => openGaps(read, { handleId: air.id, source: 'mentions', subject: '' }),
  'what is told of the night, line by line': async (read, { air }) => {
    const limits = { dayBudget: 1, monthBudget: 1, dayCap: null, monthCap: null }
    const standing = { level: 'slow', spent: { day: 2, month: 2 }, limits, counting: limits } as const
    const parts = { read, budgets: { standing: () => standing } }
    const told = { sinceAt: testStart - 86_400_000, dayEnd: testStart + 3_600_000, now: testStart }
    const counts = await countLines(parts, told)
    const rows = []
    for (const line of HandoverLine.options) {
      const found = await lineRows(parts, air.brandId, line, told)
      rows.push(found)
      if (found.count !== (counts.get(air.brandId)?.get(line) ?? 0) || found.rows.length > found.count)
        throw new Error(`${line}: what is counted are not its rows`)
    }
    return [[...counts].map(([id, lines]) => [id, [...lines]]), rows, await wordsLeft(read, 0)]
  },
  'a handover as a file, and taken in where it was written': async (read) => {
    const { content, ...about } = await handoverFile(read, testStart)
    return [about, JSON.parse(content), await previewHandover(read, content, testStart)]
  },
  job: (read, { jobId }) => jobById(read, jobId),
  'jobs as they are shown': async (read, { jobId }) => [
    await jobViewOf(read, jobId),
    await jobViews(read, ['held', 'queued']),
  ],
  'what an agent sees of a job, and what it asks': async (read, { jobId }) => {
    const job = await jobById(read, jobId)
    const seen = await seenNow(read, job)
    const late = { ...job, seen: JSON.stringify({ ...seen, target: { id: '1', latestId: '1' } }) }
    return [seen, await asksNow(read, late, testStart)]
  },
  listening: async (read, { air, care }) => [
    await listListening(read, null),
    await listListening(read, air.brandId),
    await readingHandle(read, care.brandId),
  ],
  'live jobs': liveJobs,
  'media of a post': async (read, { post, mediaId }) => [
    await mediaViews(read, 'post', [post.id]),
    await mediaSource(read, mediaId),
  ],
  money: async (read, { appId }) => [
    bySpend(await loadSpent(read, '2026-09-01')),
    await loadLimits(read),
    await loadHandles(read),
    await byStream(read, testDay),
    await byTicket(read, testDay),
    await openPriced(read, testDay),
    await solvedSince(read, testStart - 60_000),
    await postsByDay(read, appId),
  ],
  notices: async (read, { care }) => {
    const all = await noticeViews(read)
    const first = must(all[0], 'a notice')
    const update = await jobById(read, must(first.posts[1], 'an update').job.id)
    return [
      all,
      await stepsOf(read, first.id),
      await noticeUnder(read, update),
      await asksNow(read, update, testStart),
      await toldOf(read, [care.brandId]),
      await runningText(read, care.brandId),
      await noticesOfBrand(read, care.brandId),
      await incidentNotice(read, first.incident?.id ?? ''),
      await troublesAt(read, testStart),
      await nudgesOf(read, [care.brandId]),
      await answering(read),
    ]
  },
  'own posts': async (read, { air }) =>
    ownPostService({ database: { read } as Database, xNow: () => testStart })['post.own'](
      { brandId: air.brandId },
      anybody,
    ),
  people: async (read, { customerId }) => [
    await staleAmong(read, [customerId, '1'], testStart),
    (await strangers(read)).sort(),
  ],
  'post that a brand composes': async (read, { care }) =>
    composeService({ database: { read } as Database })['compose.get']({ brandId: care.brandId }, anybody),
  'posts to look at again': async (read, { air, care, busyTicket, post }) => [
    await signedIn(read),
    sorted(await dueOf(read, handleOf(air), testStart + 60_000)),
    sorted(await dueOf(read, handleOf(care), testStart + 60_000)),
    (await shownIn(read, busyTicket, testStart + 60_000)).map(({ handle, ids }) => [handle, sorted(ids)]),
    await authorsOf(read, [post.id]),
  ],
  routes: (read, { busyTicket }) => routesOf(read, busyTicket, web),
  'routes of a direct message': (read, { dmTicket }) => routesOf(read, dmTicket, web),
  sources: loadSources,
  'stops of sending': async (read, { air, jobId }) => [
    await stopView(read),
    await isStopped(read, await jobById(read, jobId)),
    await isStopped(read, { brand_id: air.brandId, released_at: 1 }),
  ],
  'streams and their subscriptions': async (read, { appId }) => [
    await streamedApps(read),
    sorted(await customersOf(read, appId, 1_000)),
    await madeHere(read, appId),
  ],
  'places of columns': async (read) => [
    await placesOf(read, 'mentions:all'),
    await placesOf(read, 'needs-reply:all'),
    await placesOf(read, 'outbox:all'),
  ],
  'grouped columns': async (read) => {
    const all = []
    for (const kind of ['needs-reply', 'mentions', 'dms', 'unowned', 'debts'])
      all.push(await groupedOf(read, `${kind}:all`))
    return all
  },
  'a drill': async (read, { busyTicket }) => {
    const span = { beganAt: testStart - 60_000, endedAt: null }
    return [
      (await drillTickets(read, testStart + 60_000)).map(({ number, customer }) => [number, customer]),
      (await answeredIn(read, span)).size,
      await drillFacts(read, span, new Set([busyTicket])),
    ]
  },
  timeline: async (read, { busyTicket }) => timelineOf(read, await ticketState(read, busyTicket), web),
  'timeline of a direct message': async (read, { dmTicket }) =>
    timelineOf(read, await ticketState(read, dmTicket), web),
  'answers pages of a brand': (read, { air }) => pagesFor(read, air.brandId),
  'what a ticket asks': (read, { busyTicket }) => messagesAsked(read, busyTicket),
  'what was answered in a ticket': async (read) => givenIn(read, await anAnswered(read)),
  'what a brand knows of a customer': (read, { busyTicket }) => customerCard(read, busyTicket),
  'what else a customer and a brand said': async (read, { busyTicket, dmTicket }) => {
    const found = []
    for (const id of [busyTicket, dmTicket]) {
      const ticket = await ticketState(read, id)
      // As if the pane showed nothing of it: the statements have something to find.
      const none = { at: Number.MAX_SAFE_INTEGER, id: '' }
      for (const shown of [await timelineOf(read, ticket, web), { posts: none, dms: none }]) {
        found.push(await earlierCount(read, ticket, shown))
        const first = { after: null, limit: 2, xWebOrigin: web }
        const page = await earlierPage(read, ticket, shown, first)
        found.push(page, await earlierPage(read, ticket, shown, { ...first, after: page.next }))
      }
    }
    return found
  },
  'traces of a person': async (read, { customerId }) => {
    const traces = await tracesOf(read, customerId)
    await mayForget(read, customerId, traces)
    const { tickets, postIds, dmIds, jobs } = traces
    return { ...traces, tickets: tickets.map(({ id }) => id).sort(), postIds: sorted(postIds), dmIds, jobs }
  },
  'transport of a conversation': async (read, { air }) => [
    await transportOf(read, air.id, '701'),
    await transportOf(read, air.id, '702'),
  ],
  'what leaves in an export, and what is delivered by itself': async (
    read,
    { air, busyTicket, dmTicket },
  ) => {
    const line = { channel: 'public', erased: false } as const
    const lines = [busyTicket, dmTicket].map((ticketId) => ({ ...line, ticketId }))
    const { content, objects } = await contentOf(read, lines)
    return [
      content,
      objects,
      await contentLeft(read, objects, testStart),
      await lookOf(read, [air.brandId]),
      await scheduleViews(read, null),
      await schedulesOf(read),
    ]
  },
  title: async (read, { busyTicket }) => titleOf(read, await ticketState(read, busyTicket)),
  'titles of tickets': async (read, { busyTicket, dmTicket }) => {
    const ids = [busyTicket, dmTicket]
    const titles = await titlesOf(read, [...ids, 'gone'])
    return [titles.size, ...ids.map((id) => titles.get(id))]
  },
  'what triage has to look at': async (read, { busyTicket, dmTicket }) => [
    (await untriagedTickets(read, 500)).length,
    await factsOf(read, busyTicket),
    await itemsOf(read, busyTicket),
    await itemsOf(read, dmTicket),
    (await ticketsToWatch(read, 500)).length,
    await suspectsOf(read, busyTicket),
    await impostorsOf(read, busyTicket),
    await triageView(read, busyTicket),
    (await correctionsOf(read)).length,
  ],
  'versions of a post': (read, { post }) => versionsOf(read, [post.id]),
  'wanted posts': (read, { air }) => dueWanted(read, air.id, testStart + 60_000),
}
