/**
 * @file The engines of core: what reads from X, sends to it, fetches, wakes and looks again by itself. Built in one
 * place, because they ask each other; started, woken and stopped together.
 */
import { randomUUID } from 'node:crypto'
import type { ChangeEvent } from '../shared/contract/contract.ts'
import { Failure } from '../shared/errors.ts'
import { comeBack, goAway } from './absences/keep.ts'
import { backfillEngine } from './backfill/engine.ts'
import type { Base } from './base.ts'
import { arrivalEngine } from './arrivals/engine.ts'
import type { CoreParts } from './core-parts.ts'
import { deadlineEngine } from './deadlines/engine.ts'
import { mediaCache } from './media/cache.ts'
import { outgoingFiles } from './media/service.ts'
import { uploads } from './media/uploads.ts'
import { runsAt } from './money/levels.ts'
import { wakeMutes } from './mutes/wake.ts'
import { noticeEngine } from './notices/engine.ts'
import { outboxEngine } from './outbox/engine.ts'
import { deliveries as deliveryEngine } from './reports/deliveries.ts'
import { recheckEngine } from './recheck/engine.ts'
import { streamEngine } from './stream/engine.ts'
import { syncEngine } from './sync/engine.ts'
import { focusBoard } from './sync/focus.ts'
import { liveIntervals, loopbackIntervals } from './sync/intervals.ts'
import { wakeTickets } from './tickets/wake.ts'
import { webhookEngine } from './webhooks/engine.ts'
import { csatReader } from './csat/answers.ts'
import { ruleEngine } from './rules/engine.ts'
import { spikeEngine } from './spikes/engine.ts'
import { triageEngine } from './triage/engine.ts'

export type Engines = ReturnType<typeof engines>

/** Tells the log of an error that nobody foresaw, and gives what a person is told. */
export const translator =
  ({ log }: Pick<CoreParts, 'log'>) =>
  (error: unknown, where: string): Failure => {
    const id = randomUUID()
    log.error('core.unforeseen', error, { id, where })
    return new Failure('internal', { id })
  }

/** Builds them; nothing is read or sent before `start`. */
export function engines(
  { workspace, clock, vault, log, random, onFellDue, onArrived, writeReport }: CoreParts,
  base: Base,
) {
  const { database, budgets, ledger, x, gateway } = base
  const translate = translator({ log })
  const focus = focusBoard()
  const sync = syncEngine({
    database,
    gateway,
    credits: x.credits,
    budgetOf: budgets.levelOf,
    clock,
    log,
    intervals: workspace.kind === 'live' ? liveIntervals : loopbackIntervals,
    random,
    isOnScreen: focus.isOnScreen,
    isStreaming: (handleId) => stream.isStreaming(handleId),
  })
  const stream = streamEngine({
    database,
    apps: x.apps,
    client: x.client,
    clock,
    log,
    onCharge: ledger.note,
    random,
    pollSoon(handleId, source) {
      if (sync.reads(handleId, source)) sync.syncNow(handleId, source)
    },
    isCapped: (handleId) => !runsAt(budgets.levelOf(handleId), 'stream'),
    onMoved: sync.replan,
  })
  const files = outgoingFiles(workspace.folder, database)
  const upload = uploads({ database, files, x: x.client, clock, log })
  const outbox = outboxEngine({
    database,
    x: gateway,
    uploads: upload,
    clock,
    log,
    translate: (error) => translate(error, 'outbox'),
  })
  const { folder, xOrigin } = workspace
  const media = mediaCache({ folder, xOrigin, database, x: x.client, clock, log })
  const waker = wakeTickets({ database, clock, log })
  const mutes = wakeMutes({ database, clock, log })
  const deadlines = deadlineEngine({ database, clock, log, onFellDue })
  const backfill = backfillEngine({
    database,
    gateway,
    clock,
    log,
    random,
    isStopped: (handleId) => !runsAt(budgets.levelOf(handleId), 'backfill'),
  })
  const recheck = recheckEngine({ database, gateway, clock, log })
  const rules = ruleEngine({ database, clock, log })
  const triage = triageEngine({ database, clock, log, onLooked: rules.wake })
  const csat = csatReader({ database, clock, log })
  const webhooks = webhookEngine({ database, vault, clock, log, xWebOrigin: workspace.xWebOrigin })
  const spikes = spikeEngine({ database, clock, log })
  const notices = noticeEngine({ database, clock, log })
  const deliveries = deliveryEngine({ database, clock, log, writeReport })
  const arrivals = arrivalEngine({ database, clock, log, xNow: budgets.xNow, onArrived })

  let absences: Promise<void> = Promise.resolve()
  const noteAbsence = (noted: Promise<void>): void => {
    absences = noted.catch((error: unknown) => log.error('absence.unnoted', error))
  }

  return {
    focus,
    sync,
    stream,
    files,
    upload,
    outbox,
    media,
    backfill,
    recheck,
    webhooks,
    deliveries,
    /** Handles were connected, removed or signed in again. */
    async refresh(): Promise<void> {
      await sync.refresh()
      await stream.refresh()
    },
    /** Removes files that nothing names any more. */
    async sweepFiles(): Promise<void> {
      await Promise.all([media.sweep(), files.sweep()])
    },
    /** Wakes whoever cares about what a commit changed. @param postIds what came into columns of posts */
    told(event: ChangeEvent, postIds: readonly string[]): void {
      if (event.jobIds.length > 0) outbox.wake()
      else if (event.ticketIds.length > 0) outbox.read()
      if (event.ticketIds.length > 0) waker.wake()
      if (event.session) mutes.wake()
      triage.told(event.ticketIds)
      csat.told(event.ticketIds)
      spikes.told(event.ticketIds)
      arrivals.told(event.ticketIds, postIds)
      if (event.ticketIds.length > 0 || event.brandIds.length > 0) notices.wake()
      if (event.ticketIds.length > 0 || event.session) rules.wake()
      if (event.brandIds.length > 0) webhooks.wake()
      // A brand that moved to another zone has other days.
      if (event.brandIds.length > 0 && event.ticketIds.length === 0) deliveries.wake()
      if (event.brandIds.length > 0) deadlines.brandsChanged()
      else if (event.ticketIds.length > 0) deadlines.rearm()
    },
    async start(): Promise<void> {
      arrivals.start()
      await comeBack(database, { started: true })
      await Promise.all([sync.start(), outbox.start(), backfill.start()])
      await stream.start()
      waker.wake()
      mutes.wake()
      deadlines.brandsChanged()
      recheck.start()
      triage.start()
      rules.wake()
      notices.wake()
      webhooks.wake()
      deliveries.wake()
    },
    power(state: 'suspend' | 'resume' | 'online' | 'offline'): void {
      sync.power(state)
      stream.power(state)
      if (state === 'suspend') noteAbsence(goAway(database, 'slept'))
      if (state === 'resume') noteAbsence(comeBack(database, { started: false }))
      if (state === 'resume') {
        waker.wake()
        mutes.wake()
        deadlines.brandsChanged()
        rules.wake()
        notices.wake()
        webhooks.wake()
        deliveries.wake()
      }
      if (state !== 'resume' && state !== 'online') return
      outbox.wake()
      recheck.wake()
      backfill.wake()
    },
    async idle(): Promise<void> {
      await stream.idle()
      await absences
      await Promise.all([
        sync.idle(),
        outbox.idle(),
        waker.idle(),
        mutes.idle(),
        deadlines.idle(),
        backfill.idle(),
        recheck.idle(),
        ledger.idle(),
      ])
      // It looks at what all of them brought.
      await triage.idle()
      await csat.idle()
      await rules.idle()
      await spikes.idle()
      await notices.idle()
      await arrivals.idle()
      await webhooks.idle()
      await deliveries.idle()
    },
    async stop(): Promise<void> {
      x.client.stop()
      upload.stop()
      await Promise.all([
        sync.stop(),
        stream.stop(),
        outbox.stop(),
        waker.stop(),
        mutes.stop(),
        deadlines.stop(),
        backfill.stop(),
        recheck.stop(),
        media.stop(),
        triage.stop(),
        csat.stop(),
        rules.stop(),
        spikes.stop(),
        notices.stop(),
        arrivals.stop(),
        webhooks.stop(),
        deliveries.stop(),
      ])
      noteAbsence(goAway(database, 'closed'))
      await absences
    },
  }
}
