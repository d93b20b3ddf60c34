/** @file What a window may ask the browser engine for: notifications and writing text to the clipboard, nothing else. */
import type { Session } from 'electron'
import { appOrigin } from '../app-address.ts'

const granted: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write'])

/** Whether a page of `origin` has `permission`. */
export function isGranted(permission: string, origin: string): boolean {
  return granted.has(permission) && URL.canParse(origin) && originOf(origin) === appOrigin
}

/** Node gives own schemes no origin of their own; host and scheme say the same. */
function originOf(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.host}`
}

/** Denies by default, asked or checked, devices included. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && isGranted(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}
