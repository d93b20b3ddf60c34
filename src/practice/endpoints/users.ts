/** @file Who am I, and looking up users by id and by name. */
import { json, missing, type ResourceError } from '../answer.ts'
import { listIn, userOf, type Call, type Endpoint } from '../call.ts'
import { chargeReads } from '../meter.ts'
import { userJson, viewOf } from '../render.ts'
import type { WorldUser } from '../world-data.ts'

function answerUsers(
  call: Call,
  wanted: readonly string[],
  find: (value: string) => WorldUser | undefined,
  parameter: string,
  single = false,
) {
  const view = viewOf(call)
  const users: WorldUser[] = []
  const errors: ResourceError[] = []
  for (const value of wanted) {
    const user = find(value)
    if (!user) errors.push(missing.notFound('user', parameter, value))
    else if (user.suspended) errors.push(missing.suspended(parameter, value))
    else users.push(user)
  }
  chargeReads(
    call.world,
    call.caller.app,
    'user.read',
    users.map((user) => user.id),
  )
  const data = users.map((user) => userJson(view, user))
  return json({
    ...(data.length > 0 ? { data: single ? data[0] : data } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  })
}

const scopes = ['tweet.read', 'users.read']
const shared = {
  method: 'GET',
  for: ['user', 'app'],
  scopes,
  limit: { user: 900, app: 300 },
  paid: true,
} as const
const idPattern = /^[0-9]{1,19}$/
const namePattern = /^[A-Za-z0-9_]{1,15}$/

export const userEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/2/users/me',
    for: ['user'],
    scopes,
    limit: { user: 75 },
    // X was seen to answer this even with no credits left.
    paid: false,
    run(call) {
      const me = userOf(call)
      chargeReads(call.world, call.caller.app, 'user.read', [me.id])
      return json({ data: userJson(viewOf(call), me) })
    },
  },
  {
    ...shared,
    path: '/2/users',
    run: (call) => answerUsers(call, listIn(call, 'ids', idPattern), (id) => call.world.users.get(id), 'ids'),
  },
  {
    ...shared,
    path: '/2/users/by',
    run: (call) =>
      answerUsers(
        call,
        listIn(call, 'usernames', namePattern),
        (name) => call.world.userNamed(name),
        'usernames',
      ),
  },
  {
    ...shared,
    path: '/2/users/by/username/:username',
    run: (call) =>
      answerUsers(
        call,
        [call.params['username'] ?? ''],
        (name) => call.world.userNamed(name),
        'username',
        true,
      ),
  },
  {
    ...shared,
    path: '/2/users/:id',
    run: (call) => answerUsers(call, [call.params['id'] ?? ''], (id) => call.world.users.get(id), 'id', true),
  },
]
