/** @file A brand as a file, for the console. */
import type { Contract } from '../../shared/contract/contract.ts'
import { BrandKit, linesOf, onlyParts } from '../../shared/domain/kit.ts'
import { Failure } from '../../shared/errors.ts'
import { jsonFile, jsonFileName, readJsonFile } from '../../shared/json-file.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import type { SyncEngine } from '../sync/engine.ts'
import { kitOf } from './repo.ts'
import { takeKit } from './take.ts'

type Methods = 'kit.parts' | 'kit.export' | 'kit.read' | 'kit.import' | 'kit.copy'

/** @throws Failure `kit.invalid` */
function kitIn(content: string): BrandKit {
  const read = readJsonFile(BrandKit, content)
  if ('issues' in read) throw new Failure('kit.invalid', { issues: read.issues })
  return read.value
}

export function kitService({
  database,
  sync,
}: {
  database: Database
  sync: Pick<SyncEngine, 'refresh'>
}): Pick<Handlers<Contract, CallContext>, Methods> {
  /** What it listens to is read from now on. */
  async function take(brandId: string, kit: BrandKit) {
    const taken = await database.write((tx) => takeKit(tx, brandId, kit))
    if (taken.parts.includes('listening')) await sync.refresh()
    return taken
  }
  return {
    'kit.parts': async ({ brandId }) => {
      const kit = await kitOf(database.read, brandId)
      return { brand: kit.brand, lines: linesOf(kit) }
    },
    'kit.export': async ({ brandId, parts }) => {
      const kit = onlyParts(await kitOf(database.read, brandId), parts)
      return { name: jsonFileName(kit.brand, 'brand-kit'), content: jsonFile(kit) }
    },
    'kit.read': ({ content }) => {
      const kit = kitIn(content)
      return { brand: kit.brand, lines: linesOf(kit) }
    },
    'kit.import': ({ brandId, content, parts }) => take(brandId, onlyParts(kitIn(content), parts)),
    'kit.copy': async ({ brandId, fromBrandId, parts }) =>
      take(brandId, onlyParts(await kitOf(database.read, fromBrandId), parts)),
  }
}
