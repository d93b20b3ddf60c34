/** @file A D-Bus session of a test's own: with a locked keyring, or with none at all. Linux only. */
import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** An address where no bus is. */
export const noBus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }

/** An entry that the keyring holds before it is locked. */
export type Kept = { service: string; name: string; value: string }

const writeKept = `
  import { AsyncEntry } from '@napi-rs/keyring'
  for (const { service, name, value } of JSON.parse(process.argv[1]))
    await new AsyncEntry(service, name, { linux: { store: 'secret-service' } }).setPassword(value)
`

/**
 * A session bus whose keyring holds `kept` and is locked. Nobody can be asked to unlock it, since it has no screen:
 * each question is dismissed at once.
 */
export async function lockedKeyring(
  folder: string,
  kept: Kept[] = [],
): Promise<{ env: Record<string, string>; end(): Promise<void> }> {
  const place = async (name: string): Promise<string> => {
    await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
    return join(folder, name)
  }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: await place('home'),
    XDG_DATA_HOME: await place('data'),
    // A socket's whole path has 108 bytes at most, and the folder of a test may be deep.
    XDG_RUNTIME_DIR: await mkdtemp(join(tmpdir(), 'switchboard-run-')),
  }
  // The first unlock makes the keyring, and the daemon ends with its bus.
  const make = 'printf %s "a password" | gnome-keyring-daemon --unlock --components=secrets && exec "$@"'
  const node = [process.execPath, '--input-type=module', '--eval', writeKept, JSON.stringify(kept)]
  await promisify(execFile)('dbus-run-session', ['--', '/bin/sh', '-c', make, 'sh', ...node], { env })

  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const exited = new Promise<void>((done) => bus.once('exit', () => done()))
  const address = await new Promise<string>((done, fail) => {
    createInterface({ input: bus.stdout }).once('line', done)
    bus.once('error', fail)
    bus.once('exit', () => fail(new Error('dbus-daemon ended at once')))
  })
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    async end() {
      bus.kill()
      await exited
      await rm(env.XDG_RUNTIME_DIR, { recursive: true, force: true })
    },
  }
}
