/** @file A practice X for one story: plain fetch, one token per handle, a clock that the story moves. */
import { z } from 'zod'
import { controlOf, type Control } from '../../src/practice/control-client.ts'
import { startPracticeX, type PracticeX, type PracticeXOptions } from '../../src/practice/server.ts'
import type { PracticeHandle } from '../../src/shared/practice-protocol.ts'
import { fakeClock, type FakeClock } from '../fake-clock.ts'

/** Noon UTC: far from the midnight at which prices start anew. */
export const noon = Date.UTC(2026, 10, 17, 12)

/** Two brands of one agency, one brand with its own app, three customers; nothing was said yet. */
export const people = [
  { type: 'app', name: 'Agency', owner: 'northair' },
  { type: 'app', name: 'Own', confidential: true, owner: 'metro', redirectUris: ['http://127.0.0.1:9/back'] },
  {
    type: 'handle',
    username: 'northair',
    name: 'North Air',
    client: 'North Group',
    brand: 'North Air',
    app: 'Agency',
  },
  {
    type: 'handle',
    username: 'lumen',
    name: 'Lumen',
    client: 'Lumen',
    brand: 'Lumen',
    app: 'Agency',
    premium: true,
  },
  { type: 'handle', username: 'metro', name: 'Metro', client: 'Metro', brand: 'Metro', app: 'Own' },
  { type: 'user', username: 'mara', name: 'Mara Holt', description: 'a dodobio', location: 'Emuville' },
  { type: 'user', username: 'paulo', name: 'Paulo', lang: 'pt' },
  { type: 'user', username: 'bex', name: 'Bex' },
]

const Row = z.looseObject({ id: z.string().default(''), text: z.string().default('') })
const Answered = z.looseObject({
  data: z.union([z.array(Row), Row]).optional(),
  meta: z.looseObject({ next_token: z.string().optional(), result_count: z.number().optional() }).default({}),
  errors: z.array(z.looseObject({})).default([]),
  includes: z.record(z.string(), z.array(z.looseObject({}))).default({}),
  detail: z.string().default(''),
  type: z.string().default(''),
})

export type Reply = {
  status: number
  headers: Headers
  /** The parsed body, or its text where it is no JSON. */
  body: unknown
  /** `data` as a list, and as one thing. */
  list: z.infer<typeof Row>[]
  one: z.infer<typeof Row>
  meta: z.infer<typeof Answered>['meta']
  errors: z.infer<typeof Answered>['errors']
  includes: z.infer<typeof Answered>['includes']
  /** X's words and kind of a refusal. */
  detail: string
  type: string
}

export type Stage = {
  x: PracticeX
  clock: FakeClock
  control: Control
  handle(username: string): PracticeHandle
  id(username: string): string
  /** Calls as that handle, or with the Authorization header given. */
  call(who: string | { authorization: string }, method: string, path: string, body?: unknown): Promise<Reply>
  close(): Promise<void>
}

/** @param lines more scenario lines, or a whole scenario as text */
export async function stage(
  lines: readonly object[] | string = [],
  options: PracticeXOptions & { clock?: FakeClock } = {},
): Promise<Stage> {
  const clock = options.clock ?? fakeClock(noon)
  const scenario =
    typeof lines === 'string' ? lines : [...people, ...lines].map((line) => JSON.stringify(line)).join('\n')
  const x = await startPracticeX({ scenario, ...options, clock })
  const handle = (username: string): PracticeHandle => {
    const found = x.grants.handles.find((candidate) => candidate.username === username)
    if (!found) throw new Error(`no handle @${username}`)
    return found
  }
  return {
    x,
    clock,
    control: controlOf(x.baseUrl, x.controlToken),
    handle,
    id(username) {
      const user = x.world.userNamed(username)
      if (!user) throw new Error(`nobody is called @${username}`)
      return user.id
    },
    async call(who, method, path, body) {
      const authorization = typeof who === 'string' ? `Bearer ${handle(who).accessToken}` : who.authorization
      const response = await fetch(x.baseUrl + path, {
        method,
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return reply(response, text)
    },
    close: () => x.close(),
  }
}

function reply(response: Response, text: string): Reply {
  const body = parse(text)
  const { data, ...rest } = Answered.parse(
    typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {},
  )
  const list = data === undefined ? [] : Array.isArray(data) ? data : [data]
  return {
    status: response.status,
    headers: response.headers,
    body,
    list,
    one: list[0] ?? Row.parse({}),
    ...rest,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return text
    throw cause
  }
}
