/** @file Which workspaces there can be, where they lie, and with which one the app starts. All pure but the last look. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../shared/errors.ts'
import { databaseFileName } from '../shared/host-protocol.ts'
import type { Runtime } from './runtime.ts'
import type { Switches, XApi } from './switches.ts'
import type { WorkspacePlace } from './workspace.ts'

/** Where X itself lives. */
const xOfItself = { origin: 'https://api.x.com', webOrigin: 'https://x.com' }

const folderOf = (userData: string, id: string): string => join(userData, 'workspaces', id)

/** The made-up world. Its stamp is no address: its X listens on another port at each start. */
export const practicePlace = (userData: string): WorkspacePlace => ({
  id: 'practice',
  kind: 'practice',
  folder: folderOf(userData, 'practice'),
  stamp: 'practice',
  x: null,
})

/** X itself. */
export const livePlace = (userData: string): WorkspacePlace => ({
  id: 'live',
  kind: 'live',
  folder: folderOf(userData, 'live'),
  stamp: xOfItself.origin,
  x: xOfItself,
})

/** A development workspace of its own for each X-compatible origin. */
export function loopbackPlace(userData: string, { origin }: XApi): WorkspacePlace {
  const { port, protocol } = new URL(origin)
  const hash = createHash('sha256').update(origin).digest('hex').slice(0, 8)
  const id = `loopback-${port || (protocol === 'https:' ? '443' : '80')}-${hash}`
  return {
    id,
    kind: 'loopback',
    folder: folderOf(userData, id),
    stamp: origin,
    x: { origin, webOrigin: origin },
  }
}

/** Whether a workspace was ever opened at this place. */
export const wasOpened = (place: WorkspacePlace): boolean => existsSync(join(place.folder, databaseFileName))

/**
 * The workspace to start with. A live one is only the first choice: without any brand in it, practice follows.
 * @param liveIsThere whether the live database exists
 */
export function startPlace(
  userData: string,
  switches: Pick<Switches, 'xApi'>,
  runtime: Pick<Runtime, 'fit'>,
  liveIsThere: boolean,
): WorkspacePlace {
  if (switches.xApi) return loopbackPlace(userData, switches.xApi)
  return runtime.fit && liveIsThere ? livePlace(userData) : practicePlace(userData)
}

/** @throws Failure `workspace.runtime-unfit` where only workspaces of this machine may open */
export function refuseUnfit(
  place: WorkspacePlace,
  runtime: Pick<Runtime, 'fit' | 'electron'>,
  xApi: XApi | null,
): void {
  const local = place.kind === 'practice' || (place.kind === 'loopback' && xApi?.loopback === true)
  if (!runtime.fit && !local) throw new Failure('workspace.runtime-unfit', { electron: runtime.electron })
}
