/**
 * @file The app's own schemes: `app://switchboard/…` serves the built renderer and nothing outside its folder, `media:`
 * serves pictures by opaque id. Owns the content security policy.
 */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { appScheme, mediaScheme } from './app-address.ts'
import { containedFile } from './contained-file.ts'

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
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: mediaScheme, privileges: { secure: true, stream: true } },
  ])
}

/** Serves both schemes in `session` from the folder of the built renderer. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, (request) => serveFile(request, folder))
  session.protocol.handle(mediaScheme, (request) => resolveMedia(request.url.slice(mediaScheme.length + 1)))
}

async function serveFile(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers })
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
