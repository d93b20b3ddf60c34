/**
 * @file Backups of the workspace on request: whole, encrypted copies in a folder beside the database. They open with the
 * key of this workspace alone, and forgetting a person removes them.
 */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { CallContext } from '../rpc-context.ts'

/** The folder of backups in a workspace's folder. */
export const backupsFolder = (workspaceFolder: string): string => join(workspaceFolder, 'backups')

/** The newest of them are kept, older ones go. */
const keptAtMost = 5

type Parts = { database: Pick<Database, 'backUp'>; folder: string; clock: Clock; log: Log }

export function backupService({
  database,
  folder,
  clock,
  log,
}: Parts): Pick<Handlers<Contract, CallContext>, 'workspace.backup'> {
  const backups = backupsFolder(folder)
  return {
    'workspace.backup': async () => {
      const name = `switchboard-${new Date(clock.now()).toISOString().replaceAll(':', '-')}.db`
      const file = join(backups, name)
      try {
        await mkdir(backups, { recursive: true, mode: 0o700 })
        await backUpWhole(database, file)
        const { size } = await stat(file)
        await removeOldest(backups)
        log.info('workspace.backed-up', { bytes: size })
        return { file, bytes: size }
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** Half a backup must not be taken for one. */
async function backUpWhole({ backUp }: Parts['database'], file: string): Promise<void> {
  try {
    await backUp(file)
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** Names sort by age. */
async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.db')).sort()
  for (const name of names.slice(0, -keptAtMost)) await rm(join(folder, name), { force: true })
}

function failureOf(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOSPC') return new Failure('disk.full', {})
  return new Failure('disk.failed', { what: String(error.code) })
}
