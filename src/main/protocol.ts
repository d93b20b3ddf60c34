/**
 * @file The app's own schemes: `app://switchboard/…` serves the built renderer and nothing outside its folder, `media:`
 * serves pictures by opaque id. Owns the content security policy.
 */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { hasCode } from './system-errors.ts'

export const appScheme = 'app'
export const mediaScheme = 'media'
export const appOrigin = `${appScheme}://switchboard`

/** The one page there is. */
export const appPage = `${appOrigin}/index.html`

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' ${mediaScheme}:`,
  `media-src ${mediaScheme}:`,
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
}

/** Only what a build of ours holds; anything else is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Makes the schemes origins of their own. Must run before Electron is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: mediaScheme, privileges: { secure: true, stream: true } },
  ])
}

/** Serves both schemes in `session` from the folder of the built renderer. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, (request) => serveFile(request, folder))
  session.protocol.handle(mediaScheme, (request) => resolveMedia(request.url.slice(mediaScheme.length + 1)))
}

/**
 * The file in `folder` that the address names: its real path, with no way out of the folder by dots, encodings or
 * links.
 * @returns null where nothing is to be served
 */
export async function containedFile(address: string, folder: string): Promise<string | null> {
  const path = pathOf(address)
  if (path === null) return null
  const root = await realpath(folder)
  try {
    const file = await realpath(join(root, path))
    return file.startsWith(root + sep) ? file : null
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') || hasCode(error, 'ENAMETOOLONG')) return null
    throw error
  }
}

function pathOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || url.host !== 'switchboard') return null
  try {
    const path = decodeURIComponent(url.pathname)
    // What is left of dots, or smells of another system's path, is nobody's honest request.
    return /[\0\\:]|(^|\/)\.\.?(\/|$)/.test(path) ? null : path
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

async function serveFile(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers })
  const file = await containedFile(request.url, folder)
  const type = file === null ? undefined : types[extname(file)]
  if (file === null || type === undefined) return new Response(null, { status: 404, headers })
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
}

/** Pictures by opaque id. Core hands out none so far, so no id is known; the console shows initials. */
function resolveMedia(_id: string): Response {
  return new Response(null, { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' } })
}
