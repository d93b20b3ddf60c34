/**
 * @file Asks X what it counted for an app, to be held against the ledger. Both questions are free and take the app's
 * bearer token; the one about credits is answered to some apps only.
 */
import { Failure } from '../../shared/errors.ts'
import { dollar } from '../../shared/domain/prices.ts'
import type { Database } from '../db/database.ts'
import type { AppGateway } from '../x/app-gateway.ts'
import { creditsLeft, usageDays } from '../x/usage.ts'
import { keepUsage } from './repo.ts'

/** How far back X is asked, days. */
const daysAsked = 7

/** @throws Failure `x.*`, `stream.bearer`, `vault.*`: nothing is kept then */
export async function reconcile(
  { database, apps }: { database: Database; apps: Pick<AppGateway, 'call'> },
  appId: string,
): Promise<void> {
  const days = usageDays(await apps.call(appId, 'usage', { query: { days: daysAsked } }))
  const left = await askCredits(apps, appId)
  await database.write(async (tx) => {
    await keepUsage(tx, appId, { days, creditsLeft: left === null ? null : Math.round(left * dollar) })
    tx.touch.money()
  })
}

async function askCredits(apps: Pick<AppGateway, 'call'>, appId: string): Promise<number | null> {
  try {
    return creditsLeft(await apps.call(appId, 'credits'))
  } catch (error) {
    // X answers 404 or 403 to apps that may not ask.
    if (error instanceof Failure && error.is('x.refused')) return null
    throw error
  }
}
