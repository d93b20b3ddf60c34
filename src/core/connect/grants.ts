/**
 * @file The first start of a practice workspace: apps and handles as the practice X granted them, each verified like
 * any other sign-in. What is there already stays; a start that was cut short goes on where it stopped. Handles of one
 * client whose brand has one name are handles of one brand.
 */
import type { PracticeApp, PracticeGrants } from '../../shared/practice-protocol.ts'
import { must } from '../../shared/must.ts'
import { saveApp } from '../brands/apps.ts'
import { finishSignIn, type FinishParts } from './finish.ts'
import { handleOfUser } from './rows.ts'

/** @throws Failure as a sign-in does */
export async function adoptGrants(parts: FinishParts, grants: PracticeGrants): Promise<void> {
  const appIds = new Map<string, string>()
  for (const app of grants.apps) appIds.set(app.clientId, await appFor(parts, app))
  const brandIds = new Map<string, string>()
  for (const handle of grants.handles) {
    const brand = JSON.stringify([handle.client, handle.brand])
    const known = await handleOfUser(parts.database.read, handle.userId)
    if (known) {
      // What was removed keeps its brand, which is perhaps gone.
      if (known.state !== 'removed') brandIds.set(brand, known.brandId)
      continue
    }
    const brandId = brandIds.get(brand)
    await finishSignIn(parts, {
      appId: must(appIds.get(handle.appClientId), 'the app that a granted handle names'),
      target:
        brandId === undefined
          ? { kind: 'new', clientName: handle.client, brandName: handle.brand, initials: handle.initials }
          : { kind: 'brand', brandId },
      sign: {
        accessToken: handle.accessToken,
        refreshToken: handle.refreshToken,
        expiresAt: handle.expiresAt,
      },
      sessionId: null,
      hasNoPast: true,
    })
    const made = await handleOfUser(parts.database.read, handle.userId)
    brandIds.set(brand, must(made, 'a handle that was just connected').brandId)
  }
}

async function appFor({ database, vault, clock }: FinishParts, app: PracticeApp): Promise<string> {
  const known = await database.read
    .selectFrom('apps')
    .select('id')
    .where('client_id', '=', app.clientId)
    .executeTakeFirst()
  if (known) return known.id
  const saved = await saveApp({ database, vault, clock }, app)
  return saved.id
}
