/** @file Brands and X apps for the console: listing, storing, removing, and reading a source now. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Revoked } from '../../shared/domain/leaving.ts'
import type { Database, Tx } from '../db/database.ts'
import { movedHandles } from '../dms/signals.ts'
import { checklistOf } from '../kit/checklist.ts'
import type { Log } from '../log/log.ts'
import { recallOfBrand } from '../outbox/decide.ts'
import type { CallContext } from '../rpc-context.ts'
import type { StreamEngine } from '../stream/engine.ts'
import type { SyncEngine } from '../sync/engine.ts'
import { noteGap } from '../sync/gaps.ts'
import type { Vault } from '../vault/vault-client.ts'
import { clientCredentials } from '../x/secrets.ts'
import type { XStack } from '../x/stack.ts'
import { eraseAddresses } from '../webhooks/rows.ts'
import { accountsOf } from './accounts.ts'
import { listApps, saveApp } from './apps.ts'
import { needsReplyCounts } from './counts.ts'
import { forgetBrand } from './forget.ts'
import { listBrands } from './list.ts'

export type BrandParts = {
  database: Database
  vault: Vault
  x: Pick<XStack, 'tokens' | 'oauth'>
  sync: Pick<SyncEngine, 'refresh' | 'syncNow' | 'trouble'>
  stream: Pick<StreamEngine, 'isStreaming' | 'view' | 'retry'>
  clock: Clock
  log: Log
}

export function brandService(
  parts: BrandParts,
): Pick<
  Handlers<Contract, CallContext>,
  'brand.list' | 'brand.remove' | 'brand.checklist' | 'app.list' | 'app.save' | 'sync.now' | 'gap.note'
> {
  const { database, vault, clock, sync, stream } = parts
  return {
    'brand.list': async () =>
      listBrands(
        database.read,
        clock.now(),
        await needsReplyCounts(database.read, clock.now()),
        sync.trouble,
        await movedHandles(database.read, clock.now()),
        stream.isStreaming,
      ),
    async 'brand.remove'({ brandId, keepData }) {
      await removeBrand(parts, brandId, keepData)
      return {}
    },
    'brand.checklist': ({ brandId }) => checklistOf(database.read, brandId),
    'app.list': () => listApps(database.read, stream.view),
    async 'app.save'(input) {
      const saved = await saveApp({ database, vault, clock }, input)
      if (saved.hasBearer) stream.retry(saved.id)
      return saved
    },
    'sync.now'({ handleId, source, subject }) {
      sync.syncNow(handleId, source, subject)
      return {}
    },
    async 'gap.note'({ gapId }) {
      await database.write((tx) => noteGap(tx, gapId))
      return {}
    },
  }
}

/**
 * Ends a brand, `beside` in the same transaction: no reading and no sending any more, its secrets erased, its sign-in revoked at X where X is reached.
 * @returns whether X took each handle's sign-in back
 * @throws Failure `brand.missing`; `vault.*` when its secrets could not be erased: the brand is then still there
 */
export async function removeBrand(
  parts: BrandParts,
  brandId: string,
  keepData: boolean,
  beside: (tx: Tx, revoked: Revoked[]) => Promise<void> = async () => {},
): Promise<Revoked[]> {
  const { database, x, sync, log } = parts
  const handles = await database.read
    .selectFrom('brands')
    .leftJoin('handles', 'handles.brand_id', 'brands.id')
    .select(['handles.id', 'handles.app_id', 'handles.username'])
    .where('brands.id', '=', brandId)
    .execute()
  if (handles.length === 0) throw new Failure('brand.missing', { brandId })
  // First of all: X may take long to answer, and a held message would leave meanwhile.
  await database.write((tx) => recallOfBrand(tx, brandId))
  const revoked: Revoked[] = []
  for (const handle of handles) {
    if (handle.id === null || handle.app_id === null || handle.username === null) continue
    revoked.push({ username: handle.username, revoked: await revoke(parts, handle.id, handle.app_id) })
    await x.tokens.forget(handle.id)
  }
  await eraseAddresses(database.read, parts.vault, brandId)
  await database.write(async (tx) => {
    tx.raw('DELETE FROM webhooks WHERE brand_id = ?').run(brandId)
    if (keepData) {
      await recallOfBrand(tx, brandId)
      await tx.db.updateTable('brands').set({ removed_at: tx.at }).where('id', '=', brandId).execute()
      await tx.db.updateTable('handles').set({ state: 'removed' }).where('brand_id', '=', brandId).execute()
      await tx.db.deleteFrom('expected_handles').where('brand_id', '=', brandId).execute()
    } else {
      forgetBrand(tx, brandId)
    }
    await beside(tx, revoked)
    tx.touch.brand(brandId)
    tx.touch.session()
  })
  log.info('brand.removed', { brandId, keepData })
  await sync.refresh()
  return revoked
}

/** X is asked once. That it could not be reached must not keep a brand from going: the tokens are erased here. */
async function revoke(
  { database, vault, x, log }: BrandParts,
  handleId: string,
  appId: string,
): Promise<boolean> {
  try {
    const token = await x.tokens.revocable(handleId)
    if (token === null) return false
    await x.oauth.revoke(await clientCredentials(vault, await accountsOf(database).app(appId)), token)
    return true
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warn('brand.not-revoked', { handleId, code: error.code })
    return false
  }
}
