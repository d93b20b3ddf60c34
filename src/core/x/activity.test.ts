/** @file Lines of X's activity stream: documented shapes, broken ones, packets that end anywhere. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activityLine } from './activity.ts'
import { lineCutter } from './stream-lines.ts'

const line = (event_type: string, payload: unknown, more: object = {}): string =>
  JSON.stringify({
    data: { event_uuid: '2080765813578191303', filter: { user_id: '11' }, event_type, payload, ...more },
  })
const post = {
  id: '2080765813578191303',
  text: 'hey @ExampleUser',
  author_id: '22',
  created_at: '2026-07-24T21:23:23.000Z',
  conversation_id: '2080765813578191303',
  edit_history_tweet_ids: ['2080765813578191303'],
  public_metrics: { like_count: 0, like_count_str: '0', retweet_count: 0 },
}
const author = { id: '22', name: 'Other', username: 'OtherUser', verified: false, verified_type: 'none' }
const dm = {
  type: 'message_create',
  id: '2080765901528535096',
  created_timestamp: '1784928224372',
  message_create: {
    target: { recipient_id: '111' },
    sender_id: '22',
    message_data: {
      text: 'hello @north',
      entities: { user_mentions: [{ screen_name: 'north', id_str: '111', indices: [6, 12] }], urls: [] },
    },
  },
}

describe('one line', () => {
  it('is a post with its author, so that nobody must be looked up', () => {
    expect(
      activityLine(line('post.mention.create', post, { includes: { users: [author], tweets: [post] } })),
    ).toMatchObject({
      kind: 'post',
      xUserId: '11',
      post: { id: post.id, authorId: '22', text: 'hey @ExampleUser' },
      people: [{ xUserId: '22', username: 'OtherUser' }],
      included: [],
      isCut: false,
    })
  })

  it('tells two brands that one post names apart', () => {
    const other = JSON.parse(line('post.mention.create', post))
    other.data.filter.user_id = '12'
    const [a, b] = [line('post.mention.create', post), JSON.stringify(other)].map(activityLine)
    expect(a).toHaveProperty('key')
    expect((a as { key: string }).key).not.toBe((b as { key: string }).key)
  })

  it('says when a long post came cut', () => {
    const text = `${'word '.repeat(55)}and…`
    expect(activityLine(line('post.mention.create', { ...post, text }))).toMatchObject({ isCut: true })
    const whole = { ...post, text, note_tweet: { text: 'the whole' } }
    expect(activityLine(line('post.mention.create', whole))).toMatchObject({
      isCut: false,
      post: { text: 'the whole' },
    })
  })

  it('is a direct message of the older shape; its conversation is both ids, the smaller number first', () => {
    const payload = { direct_message_events: [dm], users: { '22': { data: author } } }
    expect(activityLine(line('dm.received', payload))).toMatchObject({
      kind: 'dm',
      events: [
        {
          id: dm.id,
          conversationId: '22-111',
          senderId: '22',
          createdAt: 1_784_928_224_372,
          entities: { mentions: [{ start: 6, end: 12, username: 'north', userId: '111' }] },
        },
      ],
      people: [{ xUserId: '22' }],
    })
  })

  it('is a deletion, a revoked sign-in, an encrypted message, or nothing of ours', () => {
    expect(activityLine(line('post.delete', { id: '7', author_id: '11' }))).toMatchObject({
      kind: 'deleted',
      postId: '7',
    })
    const revoked = {
      data: { event_uuid: -5, event_type: 'oauth.revoke', filter: {}, payload: { user_id: '11' } },
    }
    expect(activityLine(JSON.stringify(revoked))).toMatchObject({ kind: 'revoked', xUserId: '11' })
    expect(activityLine(line('chat.received', {}))).toMatchObject({ kind: 'chat' })
    expect(activityLine(line('dm.read', {}))).toMatchObject({ kind: 'other' })
    expect(activityLine(JSON.stringify({ errors: [{ title: 'operational-disconnect' }] }))).toEqual({
      kind: 'problem',
    })
  })

  it.each(['post.mention.create', 'dm.received', 'post.delete'])(
    'of %s that makes no sense is told',
    (type) => {
      expect(activityLine(line(type, { id: 5 }))).toMatchObject({
        kind: 'unreadable',
        eventType: type,
        xUserId: '11',
      })
    },
  )

  it('never throws, whatever it holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void activityLine(text)))
  })
})

describe('packets', () => {
  it('may end anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string().map((s) => s.replace(/[\r\n]/g, ''))),
        fc.array(fc.nat(20)),
        (lines, cuts) => {
          const cut = lineCutter()
          let rest = lines.map((one) => `${one}\r\n`).join('')
          const got: string[] = []
          for (const size of cuts) {
            got.push(...cut(rest.slice(0, size)))
            rest = rest.slice(size)
          }
          got.push(...cut(rest))
          expect(got).toEqual(lines)
        },
      ),
    )
  })
})
