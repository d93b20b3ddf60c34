/** @file The one way out to the system browser. Owns which addresses may be opened; must not be gone around. */
import { shell } from 'electron'
import { Failure } from '../../shared/errors.ts'
import { loopbackHosts } from '../switches.ts'

/**
 * The address in its normal form if it may be opened: `https:`, or the workspace's own stand-in for X on this machine.
 * @param webOrigin that stand-in's origin, null for X itself
 * @throws Failure `input.invalid`; the address is not repeated in it
 */
export function allowedOutside(address: string, webOrigin: string | null): string {
  const url = URL.canParse(address) ? new URL(address) : null
  const own =
    url !== null && webOrigin !== null && url.origin === webOrigin && loopbackHosts.has(url.hostname)
  const fits =
    url !== null && url.username === '' && url.password === '' && (url.protocol === 'https:' || own)
  if (!fits) {
    throw new Failure('input.invalid', { method: 'host.open', issues: ['only https addresses are opened'] })
  }
  return url.href
}

/** Opens an address in the system browser. @throws Failure as `allowedOutside`; `internal` when no browser came up */
export async function openOutside(address: string, webOrigin: string | null): Promise<void> {
  const allowed = allowedOutside(address, webOrigin)
  try {
    await shell.openExternal(allowed)
  } catch (error) {
    throw new Failure('internal', { id: 'no-browser' }, error instanceof Error ? error.message : '')
  }
}
