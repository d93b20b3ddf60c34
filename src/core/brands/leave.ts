/** @file A client leaves: what would go, all of it as a file, then the end with a receipt. */
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent } from '../agents/repo.ts'
import { copiesIn, removeCopies } from '../backup/copies.ts'
import { newId } from '../db/uuid.ts'
import { workspaceIdOf } from '../people/forgotten.ts'
import { keepReceipt, writeReceipts } from '../people/receipt-files.ts'
import type { CallContext } from '../rpc-context.ts'
import { exportLines } from './export.ts'
import { countsOf, waitingOf } from './leave-counts.ts'
import { removeBrand, type BrandParts } from './service.ts'

type Parts = BrandParts & {
  /** The workspace's, where backups, receipts and exports lie. */
  folder: string
  /** Removes the files of pictures whose rows are gone. */
  sweepFiles: () => Promise<void>
}
type Methods = 'brand.leave.preview' | 'brand.leave.export' | 'brand.leave'

/** The folder of exports in a workspace's folder. */
const exportsFolder = (workspaceFolder: string): string => join(workspaceFolder, 'exports')

export function leaveService(parts: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  const { database, folder, sweepFiles, clock, log } = parts

  /** @throws Failure `brand.missing` */
  async function whoIs(brandId: string) {
    const brand = await database.read
      .selectFrom('brands')
      .innerJoin('clients', 'clients.id', 'brands.client_id')
      .select(['brands.name', 'clients.name as client'])
      .where('brands.id', '=', brandId)
      .executeTakeFirst()
    if (!brand) throw new Failure('brand.missing', { brandId })
    const handles = await database.read
      .selectFrom('handles')
      .select('username')
      .where('brand_id', '=', brandId)
      .execute()
    return { ...brand, handles: handles.map(({ username }) => username) }
  }
  const counted = async (brandId: string) => ({
    ...(await countsOf(database.long, brandId)),
    backups: (await copiesIn(folder)).length,
  })

  /** What the rows say is done, whatever the disk does next: a receipt without a file gets one at the next start. */
  async function settleFiles(receiptId: string): Promise<string | null> {
    try {
      await sweepFiles()
      await database.purge()
      return (await writeReceipts(database, folder)).get(receiptId) ?? null
    } catch (error) {
      log.error('brand.receipt-not-written', error, { receiptId })
      return null
    }
  }

  return {
    'brand.leave.preview': async ({ brandId }) => {
      const { handles } = await whoIs(brandId)
      return {
        counts: await counted(brandId),
        handles,
        waiting: await waitingOf(database.read, brandId),
      }
    },

    'brand.leave.export': async ({ brandId }) => {
      await whoIs(brandId)
      const name = `brand-${new Date(clock.now()).toISOString().replaceAll(':', '-')}-${brandId.slice(-8)}.jsonl`
      const path = join(exportsFolder(folder), name)
      try {
        await mkdir(exportsFolder(folder), { recursive: true, mode: 0o700 })
        const file = await open(path, 'wx', 0o600)
        let lines = 0
        try {
          for await (const line of exportLines(database.long, brandId)) {
            await file.write(`${JSON.stringify(line)}\n`)
            lines += 1
          }
        } finally {
          await file.close()
        }
        log.info('brand.exported', { brandId, lines })
        return { file: path, lines }
      } catch (error) {
        if (error instanceof Failure || !(error instanceof Error) || !('code' in error)) throw error
        if (error.code === 'ENOSPC') throw new Failure('disk.full', {})
        throw new Failure('disk.failed', { what: name })
      }
    },

    'brand.leave': async ({ brandId, confirm, why }) => {
      const { name, client } = await whoIs(brandId)
      if (confirm.toLowerCase() !== name.toLowerCase())
        throw new Failure('brand.not-confirmed', { expected: name })
      const counts = await counted(brandId)
      // Copies first: a crash in between leaves a brand to remove, and never a copy that nobody knows of.
      await removeCopies(folder)
      const receiptId = newId(clock.now())
      const revoked = await removeBrand(parts, brandId, false, async (tx, handles) => {
        const agent = await currentAgent(tx.db)
        keepReceipt(tx, {
          version: 1,
          kind: 'brand',
          receiptId,
          workspaceId: workspaceIdOf(tx),
          leftAt: new Date(tx.at).toISOString(),
          by: agent?.name ?? '',
          why,
          brand: name,
          client,
          removed: counts,
          handles,
        })
      })
      return { counts, revoked, receipt: await settleFiles(receiptId) }
    },
  }
}
