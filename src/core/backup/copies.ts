/**
 * @file Every whole copy of the workspace that lies in its folder: what migrations and people put there. The one place
 * that knows where copies are.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFileName } from '../../shared/host-protocol.ts'
import { backupsFolder } from './service.ts'

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Their paths. */
export async function copiesIn(workspaceFolder: string): Promise<string[]> {
  const beside = (await namesIn(workspaceFolder)).filter((name) =>
    name.startsWith(`${databaseFileName}.before-`),
  )
  const backups = await namesIn(backupsFolder(workspaceFolder))
  return [
    ...beside.map((name) => join(workspaceFolder, name)),
    ...backups.map((name) => join(backupsFolder(workspaceFolder), name)),
  ]
}

/** Removes them all. @returns how many there were. @throws Failure `disk.failed` when one could not be removed */
export async function removeCopies(workspaceFolder: string): Promise<number> {
  const copies = await copiesIn(workspaceFolder)
  for (const copy of copies) await rm(copy, { force: true })
  return copies.length
}
