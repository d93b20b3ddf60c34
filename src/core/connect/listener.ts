/**
 * @file The loopback listener of one sign-in: one address, one path, one hit. Answers a plain page in words; what came
 * is handed on unjudged.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import { Failure } from '../../shared/errors.ts'
import { redirectUri } from '../../shared/redirect.ts'

export type Listener = {
  redirectUri: string
  /** Idempotent. */
  close(): void
}

/** What the browser brought back: the callback's query. `page` decides the words that the person reads. */
export type OnHit = (query: URLSearchParams) => 'answered' | 'refused'

const pages = {
  answered: ['Switchboard has X’s answer', 'You can close this tab and go back to Switchboard.'],
  refused: ['Nothing was connected', 'Go back to Switchboard: it says why. You can close this tab.'],
  strange: ['Nothing here', 'This address only takes the answer of a sign-in that Switchboard began.'],
} as const

/**
 * Listens on the first free one of `ports`, on 127.0.0.1 alone, until the first hit on the callback path.
 * @throws Failure `connect.ports-busy` when every port is taken
 */
export async function listenForCallback(ports: readonly number[], onHit: OnHit): Promise<Listener> {
  for (const port of ports) {
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 })
    if (!(await bound(server, port))) continue
    const close = (): void => {
      server.close()
      // Not all of them: the one that is being answered is to read its page to the end.
      server.closeIdleConnections()
    }
    const host = `127.0.0.1:${port}`
    server.on('request', (request, response) => {
      const url = URL.parse(request.url ?? '', `http://${host}`)
      // A page elsewhere can reach this port under a name of its own; then the Host header is another one.
      if (request.headers.host !== host || request.method !== 'GET' || url?.pathname !== '/callback') {
        answer(response, 404, 'strange')
        return
      }
      close()
      answer(response, 200, onHit(url.searchParams))
    })
    return { redirectUri: redirectUri(port), close }
  }
  throw new Failure('connect.ports-busy', { ports: [...ports] })
}

function bound(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    server.once('error', failed)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

function answer(response: ServerResponse, status: number, page: keyof typeof pages): void {
  const [title, words] = pages[page]
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      connection: 'close',
    })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${words}</p></html>`,
    )
}
