/**
 * @file The world's file: read whole and checked, written whole and atomically. A file that cannot be read is never
 * touched.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../shared/clock.ts'
import { WorldData } from './world-data.ts'
import type { World } from './world.ts'

/** The world file is there but cannot be used; it is left as it is. */
export class WorldFileError extends Error {
  constructor(file: string, reason: string) {
    super(
      `The practice world in ${file} cannot be read: ${reason}. It was left as it is; reset the practice workspace or remove the file to begin anew.`,
    )
    this.name = 'WorldFileError'
  }
}

/** The kept world, or null where there is no file. Throws WorldFileError. */
export function readWorld(file: string): WorldData | null {
  if (!existsSync(file)) return null
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new WorldFileError(file, cause instanceof Error ? cause.message : String(cause))
  }
  const parsed = WorldData.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new WorldFileError(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`)
}

/** Writes beside the file, then renames over it: a crash leaves the old world or the new one. */
export function writeWorld(file: string, world: World): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${process.pid}.new`
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeFileSync(handle, JSON.stringify(world.snapshot()))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
}

const settleMs = 400
/** Without changes the file still follows world time this often, so that a killed process loses few seconds. */
const beatMs = 15_000

/** Keeps the file in step with the world until `close`, which writes once more. */
export function keepWorld(file: string, world: World, clock: Clock): { close(): void } {
  let cancel: () => void = () => {}
  let pending = false
  const write = () => {
    pending = false
    cancel = clock.after(beatMs, write)
    try {
      writeWorld(file, world)
    } catch (cause) {
      // The world lives on in memory; the next beat tries again, and closing tells the failure to whoever closes.
      process.stderr.write(
        `practice: the world could not be kept: ${cause instanceof Error ? cause.message : String(cause)}\n`,
      )
    }
  }
  world.onChange(() => {
    if (pending) return
    pending = true
    cancel()
    cancel = clock.after(settleMs, write)
  })
  write()
  return {
    close() {
      pending = true
      cancel()
      writeWorld(file, world)
    },
  }
}
