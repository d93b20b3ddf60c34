/**
 * @file The X surface: puts authentication, limits, credits and handlers in X's order, does the misbehaviour that was
 * asked for, and logs every call.
 */
import { refuse, type Answer } from './answer.ts'
import { callerOf, mayCall } from './authenticate.ts'
import { readBody } from './body.ts'
import type { Caller } from './call.ts'
import type { Controlled } from './control.ts'
import type { LoggedRequest } from './control-protocol.ts'
import { attempt, send, type Exchange } from './exchange.ts'
import { bodyFor, htmlPage, type Fault } from './faults.ts'
import { countCall } from './limits.ts'
import { needCredits } from './meter.ts'
import { answerOAuth } from './oauth.ts'
import { findEndpoint } from './routes.ts'

const longestLog = 10_000
const slowMs = 5_000
const lateMs = 30_000

/** Makes the function that serves one call of the X surface. */
export function xSurface(
  { world, tokens, activity, faults, log }: Controlled,
  baseUrl: string,
): (exchange: Exchange) => void {
  function answerX(
    { method, url, authorization, contentType, bytes }: Exchange,
    caller: Caller | null,
  ): Answer {
    if (method === 'POST' && (url.pathname === '/2/oauth2/token' || url.pathname === '/2/oauth2/revoke')) {
      const what = url.pathname.endsWith('token') ? 'token' : 'revoke'
      return answerOAuth(world, tokens, what, authorization, readBody(bytes, contentType))
    }
    const found = findEndpoint(method, url.pathname)
    if (!caller) throw refuse.unauthorized()
    if (!found) throw refuse.notFound()
    const { endpoint, params } = found
    const { app, user } = caller
    mayCall(endpoint, caller)
    const headers = countCall(world, `${method} ${endpoint.path}`, endpoint.limit, app.name, user?.id ?? null)
    const answer = attempt(() => {
      if (endpoint.paid) needCredits(app)
      const body = readBody(bytes, contentType)
      return endpoint.run({ world, tokens, activity, caller, params, query: url.searchParams, body, baseUrl })
    })
    world.changed()
    return { ...answer, headers: { ...headers, ...answer.headers } }
  }

  function misbehave({ response }: Exchange, fault: Fault, answer: () => Answer, entry: LoggedRequest): void {
    const tell = (given: Answer, cut: 'json' | 'bytes' | null = null) => {
      entry.status = given.status
      send(response, given, world.now(), cut)
    }
    switch (fault.kind) {
      case 'status': {
        const status = fault.status ?? 503
        return tell({ status, body: fault.body ?? bodyFor(status), headers: fault.headers ?? {} })
      }
      case 'html': {
        const headers = { 'content-type': 'text/html; charset=utf-8', ...fault.headers }
        return tell({ status: fault.status ?? 503, body: htmlPage, headers })
      }
      case 'broken-json':
        return tell(answer(), 'json')
      case 'truncate':
        return tell(answer(), 'bytes')
      case 'slow':
        return world.later(fault.delayMs ?? slowMs, () => tell(answer()))
      case 'hang':
        return
      case 'drop-connection':
        return void response.destroy()
      case 'lost-answer':
        answer()
        return void response.destroy()
      case 'late-write':
        response.destroy()
        return world.later(fault.delayMs ?? lateMs, () => void answer())
    }
  }

  return (exchange) => {
    const { method, url, authorization, contentType, bytes, response } = exchange
    const isForm = contentType.startsWith('application/x-www-form-urlencoded')
    const form = isForm ? new URLSearchParams(bytes.toString('utf8')) : []
    const params = [...url.searchParams, ...form]
    const caller = callerOf(world, tokens, { authorization, method, url: baseUrl + url.pathname, params })
    const oauth = url.pathname.startsWith('/2/oauth2/')
    const entry: LoggedRequest = {
      at: world.now(),
      method,
      path: url.pathname + url.search,
      route: oauth ? url.pathname : (findEndpoint(method, url.pathname)?.endpoint.path ?? ''),
      handle: caller?.user?.username ?? null,
      app: caller?.app.name ?? null,
      status: 0,
      fault: null,
    }
    log.push(entry)
    if (log.length > longestLog) log.shift()
    const answer = () => attempt(() => answerX(exchange, caller))
    const fault = faults.take(method, url.pathname + url.search, entry.route, entry.handle)
    if (fault) {
      entry.fault = fault.kind
      return misbehave(exchange, fault, answer, entry)
    }
    const given = answer()
    entry.status = given.status
    send(response, given, world.now())
  }
}
