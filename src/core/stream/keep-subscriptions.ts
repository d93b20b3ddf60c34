/**
 * @file Brings X's subscriptions of one app in step with its handles: lists, creates with the sign-in of each handle or
 * with the app's bearer, deletes what this workspace made and nobody wants any more. What X refuses is told to the log,
 * put off, and stops nothing else.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { AppGateway } from '../x/app-gateway.ts'
import type { XClient } from '../x/client.ts'
import type { Subscribed } from '../x/gateway.ts'
import { customersOf, dropMade, keepMade, madeHere, type StreamedApp } from './repo.ts'
import {
  ownTag,
  subscriptionChanges,
  watchedAtMost,
  wantedSubscriptions,
  type WantedSubscription,
} from './subscriptions.ts'

export type KeepParts = {
  database: Database
  apps: AppGateway
  client: Pick<XClient, 'subscribe'>
  clock: Clock
  log: Log
  /** Whether a cap lets X tell this handle nothing that it charges for. */
  isCapped: (handleId: string) => boolean
}

export type SubscriptionKeeper = {
  /**
   * One round. @returns the subscriptions that are in place, by event and user.
   * @throws Failure when X could not be asked at all
   */
  keep(app: StreamedApp, isOver: () => boolean): Promise<ReadonlySet<string>>
}

/** What X refused (an event that it does not know, a missing scope) is not asked for again so soon. */
const refusedMs = 6 * 3_600_000
/** X takes up to 100 ids at once. */
const removeAtOnce = 100

const keyOf = ({ eventType, xUserId }: { eventType: string; xUserId: string | null }): string =>
  `${eventType} ${xUserId}`

export function subscriptionKeeper(parts: KeepParts): SubscriptionKeeper {
  const { database, apps, client, clock, log, isCapped } = parts
  const refusedUntil = new Map<string, number>()

  async function create(appId: string, wanted: WantedSubscription): Promise<Subscribed | null> {
    const { eventType, xUserId, byHandleId } = wanted
    const key = `${appId} ${keyOf(wanted)}`
    if ((refusedUntil.get(key) ?? 0) > clock.now()) return null
    try {
      return byHandleId === null
        ? await apps.subscribe(appId, { eventType, xUserId, tag: ownTag })
        : await client.subscribe(byHandleId, eventType, ownTag)
    } catch (error) {
      // One dead sign-in or one unknown event; trouble with the app itself ends the round.
      const isOwn =
        error instanceof Failure &&
        (error.is('x.refused') || error.is('x.reconnect') || error.is('brand.missing'))
      if (!isOwn) throw error
      refusedUntil.set(key, clock.now() + refusedMs)
      log.warn('stream.not-subscribed', { appId, handleId: byHandleId, eventType, code: error.code })
      return null
    }
  }

  return {
    async keep(app, isOver) {
      const there = await apps.subscriptions(app.id)
      const customers = await customersOf(database.long, app.id, watchedAtMost)
      const handles = app.handles.map((handle) => ({ ...handle, isCapped: isCapped(handle.id) }))
      const wanted = wantedSubscriptions(handles, customers)
      const changes = subscriptionChanges(wanted, there, await madeHere(database.read, app.id))
      const inPlace = new Set(changes.inPlace)
      for (const one of changes.create) {
        if (isOver()) break
        const made = await create(app.id, one)
        if (!made) continue
        // Before the next request: a crash in between must not leave one that nobody may delete.
        await database.write((tx) => keepMade(tx, app.id, [made]))
        inPlace.add(keyOf(one))
      }
      for (let at = 0; at < changes.remove.length && !isOver(); at += removeAtOnce) {
        const ids = changes.remove.slice(at, at + removeAtOnce)
        await apps.unsubscribe(app.id, ids)
        await database.write((tx) => dropMade(tx, ids))
      }
      return inPlace
    },
  }
}
