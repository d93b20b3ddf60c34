/** @file What a handler gives back, and every error body that X is known to send. Pure values, no I/O. */
import type { ServerResponse } from 'node:http'

export type Answer = {
  status: number
  /** The response is not ended but handed over after its head: a stream. `body` is not looked at. */
  open?: (response: ServerResponse) => void
  /** An object goes out as JSON; a string goes out as it is. */
  body: unknown
  headers?: Record<string, string>
}

/** Thrown by rules and handlers; becomes the answer. */
export class Refusal extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super(`refused with ${answer.status}`)
    this.answer = answer
  }
}

export const json = (body: unknown, status = 200): Answer => ({ status, body })

const problems = 'https://api.x.com/2/problems'

const problem = (status: number, title: string, detail: string, type = 'about:blank'): Answer => ({
  status,
  body: { title, detail, type, status },
})

export const refuse = {
  unauthorized: () => new Refusal(problem(401, 'Unauthorized', 'Unauthorized')),
  forbidden: (detail: string) => new Refusal(problem(403, 'Forbidden', detail)),
  /** A missing scope shows nothing but this. */
  bare: () => new Refusal(problem(403, 'Forbidden', 'Forbidden')),
  wrongAuthentication: (used: string, supported: readonly string[]) =>
    new Refusal(
      problem(
        403,
        'Unsupported Authentication',
        `Authenticating with ${used} is forbidden for this endpoint.  Supported authentication types are [${supported.join(', ')}].`,
        `${problems}/unsupported-authentication`,
      ),
    ),
  notEngaged: () =>
    new Refusal(
      problem(
        403,
        'Forbidden',
        'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
      ),
    ),
  notMentioned: () =>
    new Refusal(
      problem(
        403,
        'Forbidden',
        'You can only reply to or quote posts where you are mentioned or are the author.',
        `${problems}/not-authorized-for-resource`,
      ),
    ),
  duplicate: () =>
    new Refusal(problem(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.')),
  enterpriseOnly: () =>
    new Refusal({
      status: 403,
      body: {
        title: 'Client Forbidden',
        detail:
          'This request must be made using an approved developer account that is enrolled in the requested endpoint.',
        type: `${problems}/client-forbidden`,
        reason: 'client-not-enrolled',
        client_id: '0',
        registration_url: 'https://developer.x.com/en/docs/x-api',
        status: 403,
      },
    }),
  notFound: () => new Refusal(problem(404, 'Not Found', 'Not Found')),
  tooManyConnections: () =>
    new Refusal({
      status: 429,
      body: {
        title: 'ConnectionException',
        detail: 'This stream is currently at the maximum allowed connection limit.',
        connection_issue: 'TooManyConnections',
        type: `${problems}/streaming-connection`,
        status: 429,
      },
    }),
  tooMany: (headers: Record<string, string>) =>
    new Refusal({ ...problem(429, 'Too Many Requests', 'Too Many Requests'), headers }),
  /** `account_id` does not fit a JavaScript number, as in life: the body is written by hand. */
  credits: (accountId: string) =>
    new Refusal({
      status: 402,
      body: `{"account_id":${accountId},"title":"CreditsDepleted","detail":"Your enrolled account [${accountId}] does not have any credits to fulfill this request.","type":"${problems}/credits"}`,
      headers: { 'content-type': 'application/problem+json' },
    }),
  invalid: (parameters: Record<string, string[]>, message: string) =>
    new Refusal({
      status: 400,
      body: {
        errors: [{ parameters, message }],
        title: 'Invalid Request',
        detail: 'One or more parameters to your request was invalid.',
        type: `${problems}/invalid-request`,
        status: 400,
      },
    }),
  oauth: (status: number, error: string, description: string) =>
    new Refusal({ status, body: { error, error_description: description } }),
}

export type ResourceError = {
  value: string
  detail: string
  title: string
  resource_type: string
  parameter: string
  resource_id: string
  type: string
  section?: string
}

/** The entries of `errors` beside a partial answer. */
export const missing = {
  notFound: (kind: 'user' | 'tweet' | 'list', parameter: string, value: string): ResourceError => ({
    value,
    detail: `Could not find ${kind} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: kind,
    parameter,
    resource_id: value,
    type: `${problems}/resource-not-found`,
  }),
  suspended: (parameter: string, value: string): ResourceError => ({
    value,
    detail: `User has been suspended: [${value}].`,
    title: 'Forbidden',
    resource_type: 'user',
    parameter,
    resource_id: value,
    type: `${problems}/resource-not-found`,
  }),
  notAuthorized: (
    kind: 'user' | 'tweet',
    parameter: string,
    value: string,
    section: 'data' | 'includes' = 'data',
  ): ResourceError => ({
    value,
    detail: `Sorry, you are not authorized to see the ${kind === 'user' ? 'user' : 'Tweet'} with ${parameter}: [${value}].`,
    title: 'Authorization Error',
    resource_type: kind,
    parameter,
    resource_id: value,
    type: `${problems}/not-authorized-for-resource`,
    section,
  }),
}
