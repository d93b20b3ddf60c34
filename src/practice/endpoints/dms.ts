/** @file Reading and sending direct messages. There is no since_id, as with X. */
import { z } from 'zod'
import { json, refuse } from '../answer.ts'
import { bodyAs, numberIn, pageToken, readPageToken, userOf, type Call, type Endpoint } from '../call.ts'
import { addDm, conversationOf, dmsReadableBy, partnerIn } from '../dms.ts'
import { compareIds } from '../ids.ts'
import { chargeReads, chargeWrite } from '../meter.ts'
import { reactToDm } from '../reactions.ts'
import { dmJson, includedWithDms, viewOf } from '../render.ts'
import { mayMessage } from '../rules.ts'
import { takeMedia } from './media.ts'

const eventTypes = new Set(['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'])

function answerDms(call: Call, conversationId: string | null) {
  const me = userOf(call)
  const size = numberIn(call, 'max_results', 1, 100, 100)
  const below = readPageToken(call, 'pagination_token')
  const types = (call.query.get('event_types') ?? 'MessageCreate').split(',')
  const wrong = types.find((type) => !eventTypes.has(type))
  if (wrong !== undefined)
    throw refuse.invalid(
      { event_types: [wrong] },
      `The \`event_types\` query parameter value [${wrong}] is not valid`,
    )
  const all = types.includes('MessageCreate') ? dmsReadableBy(call.world, me.id) : []
  const flaw = call.world.flaws.takePageFlaw('dm')
  const asked = { bySinceId: false, now: call.world.now() }
  const matching = all.filter(
    (dm) =>
      (conversationId === null || dm.conversationId === conversationId) &&
      (!below || flaw === 'repeat-token' || compareIds(dm.id, below) < 0) &&
      !call.world.flaws.isLeftOut('dm', dm.id, asked),
  )
  if (flaw === 'empty-page')
    return json({ meta: { result_count: 0, next_token: pageToken(call.world.makeId(call.world.now())) } })
  const page = matching.slice(0, size)
  const last = page.at(-1)
  const view = viewOf(call)
  const included = includedWithDms(view, page)
  chargeReads(
    call.world,
    call.caller.app,
    'dm.read',
    page.map((dm) => dm.id),
  )
  chargeReads(call.world, call.caller.app, 'user.read', included.userIds)
  return json({
    ...(page.length > 0 ? { data: page.map((dm) => dmJson(view, dm)) } : {}),
    ...(Object.keys(included.includes).length > 0 ? { includes: included.includes } : {}),
    meta: {
      result_count: page.length,
      ...(last && (matching.length > size || flaw === 'repeat-token')
        ? { next_token: pageToken(last.id) }
        : {}),
    },
  })
}

const attachments = z.array(z.strictObject({ media_id: z.string().regex(/^[0-9]{1,19}$/) })).length(1)
const NewMessage = z.union([
  z.strictObject({ text: z.string().min(1).max(10_000), attachments: attachments.optional() }),
  z.strictObject({ text: z.string().max(10_000).optional(), attachments }),
])

function send(call: Call, partnerId: string) {
  const me = userOf(call)
  const body = bodyAs(call, NewMessage)
  const to = mayMessage(call.world.users.get(partnerId))
  const mediaIds = (body.attachments ?? []).map((attachment) => attachment.media_id)
  takeMedia(call.world, me, mediaIds, 'dm')
  const dm = addDm(call.world, {
    from: me,
    to,
    text: body.text ?? '',
    at: call.world.now(),
    mediaIds,
    viaApp: call.caller.app.name,
  })
  chargeWrite(call.world, call.caller.app, 'dm.create')
  reactToDm(call.world, dm)
  return json({ data: { dm_conversation_id: dm.conversationId, dm_event_id: dm.id } }, 201)
}

/** The conversation of the path, which must be one of the caller's. */
function ownConversation(call: Call): { id: string; partnerId: string } {
  const id = call.params['conversation_id'] ?? ''
  const partnerId = partnerIn(id, userOf(call).id)
  if (partnerId === null) throw refuse.forbidden('You do not have permission to access this conversation.')
  return { id, partnerId }
}

const read = {
  method: 'GET',
  for: ['user'],
  scopes: ['dm.read', 'tweet.read', 'users.read'],
  limit: { user: 15 },
  paid: true,
} as const
const write = {
  method: 'POST',
  for: ['user'],
  scopes: ['dm.write', 'dm.read', 'tweet.read', 'users.read'],
  limit: { user: 15, userDay: 1_440, appDay: 1_440 },
  paid: true,
} as const

export const dmEndpoints: readonly Endpoint[] = [
  { ...read, path: '/2/dm_events', run: (call) => answerDms(call, null) },
  {
    ...read,
    path: '/2/dm_conversations/with/:participant_id/dm_events',
    run: (call) => answerDms(call, conversationOf(userOf(call).id, call.params['participant_id'] ?? '')),
  },
  {
    ...read,
    path: '/2/dm_conversations/:conversation_id/dm_events',
    run: (call) => answerDms(call, ownConversation(call).id),
  },
  {
    ...write,
    path: '/2/dm_conversations/with/:participant_id/messages',
    run: (call) => send(call, call.params['participant_id'] ?? ''),
  },
  {
    ...write,
    path: '/2/dm_conversations/:conversation_id/messages',
    run: (call) => send(call, ownConversation(call).partnerId),
  },
]
