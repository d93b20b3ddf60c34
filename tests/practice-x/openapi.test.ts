/**
 * @file Every shape of answer that the practice X can give, held against X's own OpenAPI description. Few properties
 * are required there: valid is a floor, not a proof.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../src/practice/routes.ts'
import { noon, stage, type Reply, type Stage } from './stage.ts'
import { bearerOf, openStream } from './stream-reader.ts'

const file = '../shared/data/x-openapi-2.166.json'
const here = existsSync(file)
if (!here)
  console.warn(`skipped: ${file} is not on this machine, so there is nothing to hold the answers against`)

const Spec = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})
const Operation = z.object({
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }),
  ),
})

/** OpenAPI 3.0 says `nullable`, JSON Schema a list of types. */
function folded(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(folded)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, folded(value)]),
  )
  if (nullable !== true || typeof rest['type'] !== 'string') return rest
  return { ...rest, type: [rest['type'], 'null'] }
}

describe.skipIf(!here)('the answers fit X’s OpenAPI', () => {
  let s: Stage
  let ajv: Ajv
  let spec: z.infer<typeof Spec>
  const covered = new Set<string>()

  beforeAll(async () => {
    spec = Spec.parse(JSON.parse(readFileSync(file, 'utf8')))
    ajv = new Ajv({ strict: false, logger: false, allErrors: true })
    formats.default(ajv)
    ajv.addSchema({ $id: 'x', components: folded(spec.components) })
    const at = (minutes: number) => new Date(noon - minutes * 60_000).toISOString()
    const link = 'https://example.com/help'
    s = await stage([
      { type: 'user', username: 'shy', name: 'Shy', protected: true },
      { type: 'post', by: 'northair', text: `Hello #news $ABC ${link}`, at: at(30), key: 'ours' },
      { type: 'post', by: 'mara', text: `@northair my bag & case 😭 ${link}`, at: at(29), key: 'mara' },
      { type: 'post', by: 'paulo', text: 'look', at: at(28), key: 'quote', quote: 'ours' },
      { type: 'post', by: 'bex', text: 'me too', at: at(27), key: 'reply', replyTo: 'ours' },
      { type: 'post', by: 'bex', at: at(26), repost: 'ours' },
      { type: 'post', by: 'mara', text: `@northair ${'a long story '.repeat(40)}`, at: at(25), key: 'long' },
      { type: 'post', by: 'paulo', text: '@northair eidt', at: at(24), key: 'edited' },
      { type: 'edit', post: 'edited', text: '@northair edit', at: at(23) },
      { type: 'post', by: 'shy', text: 'secret', at: at(22), key: 'shy' },
      {
        type: 'post',
        by: 'mara',
        text: '@northair to a secret one',
        at: at(21),
        key: 'toShy',
        replyTo: 'shy',
      },
      { type: 'dm', from: 'mara', to: 'northair', text: `my tag @northair & ${link}`, at: at(20) },
      { type: 'dm', from: 'northair', to: 'mara', text: 'thanks', at: at(19) },
    ])
  })
  afterAll(() => s.close())

  /** In the description's words: it calls some parameters otherwise. */
  const describedPath = (path: string): string =>
    path in spec.paths
      ? path
      : (Object.keys(spec.paths).find(
          (known) => known.replace(/\{[^}]+\}/g, '*') === path.replace(/:[a-z_]+/g, '*'),
        ) ?? path)

  function schemaOf(method: string, route: string, status: number): ValidateFunction {
    const operation = Operation.parse(spec.paths[describedPath(route)]?.[method.toLowerCase()])
    const content = (operation.responses[String(status)] ?? operation.responses['default'])?.content ?? {}
    const kind = status < 300 ? 'application/json' : 'application/problem+json'
    const schema = JSON.stringify(content[kind]?.schema).replaceAll('"#/components/', '"x#/components/')
    return ajv.compile(JSON.parse(schema))
  }

  async function fits(
    who: string | { authorization: string },
    method: string,
    route: string,
    path: string,
    status: number,
    body?: unknown,
  ): Promise<Reply> {
    const answer = await s.call(who, method, path, body)
    expect([path, answer.status]).toEqual([path, status])
    const validate = schemaOf(method, route, status)
    validate(answer.body)
    expect({ path, errors: validate.errors, body: answer.body }).toMatchObject({ errors: null })
    if (status < 300) covered.add(`${method} ${route}`)
    return answer
  }

  const everything = [
    'tweet.fields=attachments,author_id,conversation_id,created_at,display_text_range,edit_controls,entities,in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,referenced_tweets,reply_settings,source',
    'user.fields=connection_status,created_at,description,entities,location,most_recent_tweet_id,profile_image_url,protected,public_metrics,receives_your_dm,subscription_type,url,verified,verified_type',
    'expansions=author_id,referenced_tweets.id,referenced_tweets.id.author_id,entities.mentions.username,in_reply_to_user_id,attachments.media_keys,edit_history_tweet_ids',
    'media.fields=alt_text,duration_ms,height,preview_image_url,type,url,variants,width',
  ].join('&')
  const userFields = everything.split('&')[1]
  const get = (route: string, path: string, status = 200) => fits('northair', 'GET', route, path, status)

  test('users', async () => {
    await get('/2/users/me', `/2/users/me?${userFields}`)
    await get('/2/users', `/2/users?ids=${s.id('mara')},999&${userFields}`)
    await get('/2/users/by', `/2/users/by?usernames=mara,nobody&${userFields}`)
    await get('/2/users/by/username/:username', `/2/users/by/username/mara?${userFields}`)
    await get('/2/users/:id', `/2/users/${s.id('mara')}?${userFields}`)
  })

  test('timelines, lookups, quotes and search', async () => {
    const me = s.id('northair')
    const { keys } = await s.control.state()
    const mentions = await get('/2/users/:id/mentions', `/2/users/${me}/mentions?max_results=5&${everything}`)
    expect(mentions.meta.next_token).toBeDefined()
    await get('/2/users/:id/mentions', `/2/users/${me}/mentions?max_results=100&${everything}`)
    await get('/2/users/:id/mentions', '/2/users/999/mentions')
    await get('/2/users/:id/tweets', `/2/users/${me}/tweets?${everything}`)
    await get('/2/users/:id/tweets', `/2/users/${s.id('shy')}/tweets`)
    await get('/2/tweets/:id/quote_tweets', `/2/tweets/${keys['ours']}/quote_tweets?${everything}`)
    await get('/2/tweets', `/2/tweets?ids=${Object.values(keys).join(',')},999&${everything}`)
    await get('/2/tweets/:id', `/2/tweets/${keys['long']}?${everything}`)
    await get('/2/tweets/:id', '/2/tweets/999')
    await get('/2/tweets/search/recent', `/2/tweets/search/recent?query=bag&${everything}`)
    await get('/2/tweets/search/recent', '/2/tweets/search/recent?query=nothing-like-this')
    const list = await s.control.list({ name: 'Customers', members: ['mara', 'paulo'] })
    await get('/2/lists/:id/tweets', `/2/lists/${list.id}/tweets?max_results=1&${everything}`)
    await get('/2/lists/:id/tweets', '/2/lists/999/tweets')
  })

  test('messages', async () => {
    const fields =
      'dm_event.fields=attachments,created_at,dm_conversation_id,entities,event_type,id,participant_ids,sender_id,text&expansions=sender_id'
    const all = await get('/2/dm_events', `/2/dm_events?max_results=1&${fields}`)
    const conversation = String(all.one['dm_conversation_id'])
    await get('/2/dm_events', `/2/dm_events?${fields}`)
    await get('/2/dm_conversations/:id/dm_events', `/2/dm_conversations/${conversation}/dm_events?${fields}`)
    await get(
      '/2/dm_conversations/with/:participant_id/dm_events',
      `/2/dm_conversations/with/${s.id('paulo')}/dm_events`,
    )
    const send = (route: string, path: string) =>
      fits('northair', 'POST', route, path, 201, { text: 'hello' })
    await send(
      '/2/dm_conversations/:dm_conversation_id/messages',
      `/2/dm_conversations/${conversation}/messages`,
    )
    await send(
      '/2/dm_conversations/with/:participant_id/messages',
      `/2/dm_conversations/with/${s.id('mara')}/messages`,
    )
  })

  test('pictures of messages come as bytes', async () => {
    const { id } = await s.control.dm({
      from: 'mara',
      to: 'northair',
      text: 'look',
      media: [{ show: 'router' }],
    })
    const mediaId = s.x.world.dms.get(id)?.mediaIds[0]
    const path = `/2/dm_conversations/media/${id}/${mediaId}/picture.jpg`
    const { status, headers } = await s.call('northair', 'GET', path)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
    covered.add('GET /2/dm_conversations/media/:dm_id/:media_id/:resource_id')
  })

  test('media, then a post with it, hidden replies and deletion', async () => {
    const { keys } = await s.control.state()
    const bytes = Buffer.from('film')
    for (const media_type of ['image/png', 'video/mp4']) {
      const media_category = media_type === 'image/png' ? 'tweet_image' : 'tweet_video'
      const start = { media_type, media_category, total_bytes: bytes.length }
      const { one } = await fits(
        'northair',
        'POST',
        '/2/media/upload/initialize',
        '/2/media/upload/initialize',
        200,
        start,
      )
      const segment = { segment_index: 0, media: bytes.toString('base64') }
      await fits(
        'northair',
        'POST',
        '/2/media/upload/:id/append',
        `/2/media/upload/${one.id}/append`,
        200,
        segment,
      )
      await fits(
        'northair',
        'POST',
        '/2/media/upload/:id/finalize',
        `/2/media/upload/${one.id}/finalize`,
        200,
      )
      await get('/2/media/upload', `/2/media/upload?command=STATUS&media_id=${one.id}`)
      const alt = { id: one.id, metadata: { alt_text: { text: 'a map' } } }
      await fits('northair', 'POST', '/2/media/metadata', '/2/media/metadata', 200, alt)
      if (media_type === 'video/mp4') continue
      const post = { text: `look ${one.id}`, media: { media_ids: [one.id] } }
      const sent = await fits('northair', 'POST', '/2/tweets', '/2/tweets', 201, post)
      await get('/2/tweets/:id', `/2/tweets/${sent.one.id}?${everything}`)
      await fits('northair', 'DELETE', '/2/tweets/:id', `/2/tweets/${sent.one.id}`, 200)
    }
    const hidden = `/2/tweets/${keys['reply']}/hidden`
    await fits('northair', 'PUT', '/2/tweets/:tweet_id/hidden', hidden, 200, { hidden: true })
  })

  test('usage and counts', async () => {
    const authorization = `Bearer ${s.x.grants.apps.find((app) => app.name === 'Agency')?.bearer}`
    await fits(
      { authorization },
      'GET',
      '/2/usage/tweets',
      '/2/usage/tweets?usage.fields=daily_client_app_usage',
      200,
    )
    const counts = '/2/tweets/counts/recent'
    await fits({ authorization }, 'GET', counts, `${counts}?query=bag&granularity=day`, 200)
  })

  test('activity subscriptions, the stream, and its connections', async () => {
    const base = '/2/activity/subscriptions'
    const app = bearerOf(s)
    const fresh = (event_type: string) => ({ event_type, filter: { user_id: s.id('northair') }, tag: 'ours' })
    await fits('northair', 'POST', base, base, 200, fresh('post.mention.create'))
    await fits(app, 'POST', base, base, 200, fresh('post.delete'))
    const known = (await fits(app, 'GET', base, base, 200)).list.map((one) => String(one['subscription_id']))
    const one = `${base}/:subscription_id`
    await fits(app, 'PUT', one, `${base}/${known[0]}`, 200, { tag: 'other' })

    const stream = await openStream(s)
    await s.control.post({ by: 'mara', text: '@northair streamed' })
    const event = await stream.event()
    const validate = ajv.compile({ $ref: 'x#/components/schemas/Tweet' })
    validate(event.payload)
    expect(validate.errors).toBeNull()
    covered.add('GET /2/activity/stream')
    await fits(app, 'GET', '/2/connections', '/2/connections', 200)
    const uuids = ['00000000-0000-4000-8000-000000000000']
    await fits(app, 'DELETE', '/2/connections', '/2/connections', 200, { uuids })
    await fits(app, 'DELETE', '/2/connections/all', '/2/connections/all', 200)
    await stream.close()

    await fits(app, 'DELETE', one, `${base}/${known[0]}`, 200)
    await fits(app, 'DELETE', base, `${base}?ids=${known[1]}`, 200)
  })

  test('reposts, bookmarks and mutes', async () => {
    const { keys } = await s.control.state()
    const me = s.id('northair')
    const onPost = { tweet_id: keys['mara'] }
    const set = (route: string, path: string, body: object) =>
      fits('northair', 'POST', route, path, 200, body)
    const unset = (route: string, path: string) => fits('northair', 'DELETE', route, path, 200)
    await set('/2/users/:id/retweets', `/2/users/${me}/retweets`, onPost)
    await unset('/2/users/:id/retweets/:source_tweet_id', `/2/users/${me}/retweets/${keys['mara']}`)
    await set('/2/users/:id/bookmarks', `/2/users/${me}/bookmarks`, onPost)
    await unset('/2/users/:id/bookmarks/:tweet_id', `/2/users/${me}/bookmarks/${keys['mara']}`)
    await set('/2/users/:id/muting', `/2/users/${me}/muting`, { target_user_id: s.id('bex') })
    await unset('/2/users/:source_user_id/muting/:target_user_id', `/2/users/${me}/muting/${s.id('bex')}`)
  })

  test('refusals: 400, 401, 402, 403 in their kinds, 404, 429, 503', async () => {
    const { keys } = await s.control.state()
    const tweet = (status: number, body: object) =>
      fits('northair', 'POST', '/2/tweets', '/2/tweets', status, body)
    await get('/2/tweets', '/2/tweets?ids=abc', 400)
    await tweet(400, { words: 1 })
    await fits({ authorization: 'Bearer no' }, 'GET', '/2/users/me', '/2/users/me', 401)
    await tweet(403, { text: 'x', reply: { in_reply_to_tweet_id: '999' } })
    await tweet(403, { text: 'x'.repeat(281) })
    await tweet(403, { text: 'x', quote_tweet_id: keys['ours'] })
    const bearer = `Bearer ${s.x.grants.apps.find((app) => app.name === 'Agency')?.bearer}`
    await fits({ authorization: bearer }, 'POST', '/2/tweets', '/2/tweets', 403, { text: 'x' })
    await fits('northair', 'DELETE', '/2/tweets/:id', '/2/tweets/999', 404)
    for (const status of [429, 503]) {
      await s.control.fault({ match: { path: '/2/users/me' }, kind: 'status', status })
      await get('/2/users/me', '/2/users/me', status)
    }
    await s.control.credits({ app: 'Agency', dollars: 0 })
    await get('/2/dm_events', '/2/dm_events', 402)
  })

  test('no endpoint was left out', () => {
    // X documented it after this description was made.
    covered.add('GET /2/usage/credits')
    const stars = (route: string) => route.replace(/:[a-z_]+/g, '*')
    const seen = new Set([...covered].map(stars))
    expect(
      endpoints.map(({ method, path }) => `${method} ${path}`).filter((e) => !seen.has(stars(e))),
    ).toEqual([])
  })
})
