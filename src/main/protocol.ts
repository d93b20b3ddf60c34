/**
 * @file The app's own schemes: `app://switchboard/…` serves the built renderer and nothing outside its folder, `media:`
 * serves pictures by opaque id. Owns the content security policy.
 */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { MediaId } from '../shared/domain/media.ts'
import type { MediaFile } from '../shared/host-protocol.ts'
import { appScheme, mediaScheme } from './app-address.ts'
import { containedFile } from './contained-file.ts'
import { mediaResponse, noMedia } from './media-response.ts'

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
    { scheme: mediaScheme, privileges: { secure: true, stream: true, corsEnabled: true } },
  ])
}

/** What a media address stands for in the workspace of a session; null for what it does not have. */
export type FindMedia = (id: string) => Promise<{ file: MediaFile; folder: string } | null>

/**
 * Serves both schemes in `session`: from the folder of the built renderer, and what the workspace's core may show.
 * @param locale what the page is told to speak, each time it is loaded
 */
export function serveApp(session: Session, folder: string, findMedia: FindMedia, locale: () => string): void {
  session.protocol.handle(appScheme, (request) => serveFile(request, folder, locale))
  session.protocol.handle(mediaScheme, (request) => serveMedia(request, findMedia))
}

/** The page as it is built says that it is English; what it is told instead stands in the same place. */
const spoken = (page: Buffer, locale: string): string =>
  page.toString('utf8').replace('<html lang="en"', () => `<html lang="${locale}"`)

async function serveFile(request: Request, folder: string, locale: () => string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers })
  const file = await containedFile(request.url, folder)
  const type = file === null ? undefined : types[extname(file)]
  if (file === null || type === undefined) return new Response(null, { status: 404, headers })
  const content = request.method === 'HEAD' ? null : await readFile(file)
  const body = content && (extname(file) === '.html' ? spoken(content, locale()) : new Uint8Array(content))
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
}

/** The address is the name and nothing else: no host, no path, no parameter. */
async function serveMedia(request: Request, findMedia: FindMedia): Promise<Response> {
  const id = MediaId.safeParse(request.url.slice(mediaScheme.length + 1))
  const found = id.success ? await findMedia(id.data) : null
  return found ? mediaResponse(request, found.file, found.folder) : noMedia()
}
