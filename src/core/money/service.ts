/** @file Spending for the console: what it is, what it may be, what X says of it, and trying again without credits. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { AppSpend, Limits, SpendRow, SpendScope, SpendToday } from '../../shared/domain/money.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { isSet } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import type { SyncEngine } from '../sync/engine.ts'
import type { XStack } from '../x/stack.ts'
import type { Budgets } from './budgets.ts'
import { dayOf } from './dedup.ts'
import { forecastOf } from './forecast.ts'
import { worse } from './levels.ts'
import { reconcile } from './reconcile.ts'
import { byStream, byTicket, keepLimits, loadSpent, openPriced, postsByDay, solvedSince } from './repo.ts'

type Methods =
  'money.today' | 'money.show' | 'money.limit' | 'money.owner' | 'money.compare' | 'money.try-again'
type Parts = {
  database: Database
  budgets: Budgets
  x: Pick<XStack, 'apps' | 'credits'>
  sync: Pick<SyncEngine, 'syncNow' | 'refresh'>
}

const dayMs = 86_400_000

export function moneyService(parts: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  const { database, budgets, x, sync } = parts
  const { read } = database

  const brands = () =>
    read
      .selectFrom('brands')
      .select(['id', 'name'])
      .where('removed_at', 'is', null)
      .orderBy('position')
      .execute()
  const apps = () => read.selectFrom('apps').selectAll().orderBy('id').execute()

  async function today(): Promise<SpendToday> {
    const [ownBrands, ownApps] = await Promise.all([brands(), apps()])
    const ofBrands = ownBrands.map(({ id }) => budgets.standing({ kind: 'brand', id }))
    const ofApps = ownApps.map(({ id }) => budgets.standing({ kind: 'app', id }))
    const all = ofBrands.map(({ counting }) => counting.dayBudget ?? 0).reduce((sum, one) => sum + one, 0)
    // An app without a budget of its own leaves the brands' as they are.
    const set = ofApps.map(({ counting }) => counting.dayBudget)
    const byApps = set.reduce<number | null>(
      (sum, one) => (sum === null || one === null ? null : sum + one),
      0,
    )
    const budget = byApps === null || set.length === 0 ? all : Math.min(all, byApps)
    return {
      today: ofApps.reduce((sum, { spent }) => sum + spent.day, 0),
      budget: budget === 0 ? null : budget,
      level: [...ofBrands, ...ofApps].reduce<SpendToday['level']>(
        (worst, { level }) => worse(worst, level),
        'open',
      ),
      outOfCredits: ownApps.some((app) => app.out_of_credits_at !== null),
    }
  }

  async function rowsOf(): Promise<{ brands: SpendRow[]; apps: SpendRow[] }> {
    const now = budgets.xNow()
    const day = dayOf(now)
    const monthStart = Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`)
    const [spent, solved, ownBrands, ownApps] = await Promise.all([
      loadSpent(read, dayOf(Math.min(now - 7 * dayMs, monthStart))),
      solvedSince(read, monthStart),
      brands(),
      apps(),
    ])
    const row = (scope: SpendScope, name: string): SpendRow => {
      const own = spent.filter((one) => (scope.kind === 'brand' ? one.brandId : one.appId) === scope.id)
      const onDay = (wanted: string): number =>
        own.filter((one) => one.day === wanted).reduce((sum, one) => sum + one.micros, 0)
      const days = Array.from({ length: 7 }, (_, back) => onDay(dayOf(now - (back + 1) * dayMs)))
      const known = days.slice(0, days.findLastIndex((micros) => micros > 0) + 1)
      const { level, spent: sums, limits, counting } = budgets.standing(scope)
      const forecast = forecastOf({ now, today: sums.day, days: known, monthBefore: sums.month - sums.day })
      const count = scope.kind === 'brand' ? (solved.get(scope.id) ?? 0) : 0
      return {
        scope,
        name,
        level,
        today: sums.day,
        month: sums.month,
        todayForecast: forecast.day,
        monthForecast: forecast.month,
        limits,
        dayBudget: counting.dayBudget,
        monthBudget: counting.monthBudget,
        solved: count,
        perSolved: count === 0 ? null : Math.round(sums.month / count),
      }
    }
    return {
      brands: ownBrands.map(({ id, name }) => row({ kind: 'brand', id }, name)),
      apps: ownApps.map(({ id, name }) => row({ kind: 'app', id }, name)),
    }
  }

  async function creditsOf(): Promise<AppSpend[]> {
    const handles = await read
      .selectFrom('handles')
      .select(['id', 'app_id', 'username', 'x_user_id'])
      .where('state', '<>', 'removed')
      .orderBy('username')
      .execute()
    return Promise.all(
      (await apps()).map(async (app) => {
        const own = handles.filter((handle) => handle.app_id === app.id)
        return {
          id: app.id,
          name: app.name,
          outOfCredits: app.out_of_credits_at !== null,
          retryAt: app.credits_retry_at,
          hasBearer: isSet(app.has_bearer),
          ownerHandleId: own.find((handle) => handle.x_user_id === app.owner_x_user_id)?.id ?? null,
          handles: own.map(({ id, username }) => ({ id, username })),
          creditsLeft: app.credits_left_micros,
          askedAt: app.credits_asked_at,
          days: await postsByDay(read, app.id),
        }
      }),
    )
  }

  return {
    'money.today': today,
    async 'money.show'() {
      const day = dayOf(budgets.xNow())
      return {
        today: await today(),
        ...(await rowsOf()),
        streams: await byStream(read, day),
        tickets: await byTicket(read, day),
        openPriced: await openPriced(read, day),
        credits: await creditsOf(),
      }
    },
    async 'money.limit'({ scope, limits }) {
      await setLimits(parts, scope, limits)
      return {}
    },
    async 'money.owner'({ appId, handleId }) {
      await setOwner(database, appId, handleId)
      return {}
    },
    async 'money.compare'({ appId }) {
      await reconcile({ database, apps: x.apps }, appId)
      return {}
    },
    async 'money.try-again'({ appId }) {
      const handle = await read
        .selectFrom('handles')
        .select('id')
        .where('app_id', '=', appId)
        .where('state', 'in', ['connected', 'memory-only'])
        .orderBy('created_at')
        .executeTakeFirst()
      if (!handle) throw new Failure('brand.missing', { brandId: appId })
      x.credits.allowTry(appId)
      // Own posts are the cheapest of what is read.
      sync.syncNow(handle.id, 'posts')
      return {}
    },
  }
}

async function setLimits(
  { database, budgets, sync }: Parts,
  scope: SpendScope,
  limits: Limits,
): Promise<void> {
  const before = budgets.standing(scope).limits
  await database.write(async (tx) => {
    await keepLimits(tx, scope, limits)
    await record(tx, {
      event: 'money.limited',
      actionId: newId(tx.at),
      brandId: scope.kind === 'brand' ? scope.id : null,
      before: { ...before },
      after: { ...limits },
      undoable: false,
    })
    tx.touch.money()
  })
  await budgets.load()
  await sync.refresh()
}

/** @throws Failure `brand.missing` for a handle that does not sign in through this app */
async function setOwner(database: Database, appId: string, handleId: string | null): Promise<void> {
  await database.write(async (tx) => {
    const handle =
      handleId === null
        ? null
        : await tx.db
            .selectFrom('handles')
            .select('x_user_id')
            .where('id', '=', handleId)
            .where('app_id', '=', appId)
            .executeTakeFirst()
    if (handle === undefined) throw new Failure('brand.missing', { brandId: handleId ?? '' })
    await tx.db
      .updateTable('apps')
      .set({ owner_x_user_id: handle?.x_user_id ?? null })
      .where('id', '=', appId)
      .execute()
    tx.touch.money()
  })
}
