/** @file X's JSON as records: what is kept, what is counted as unreadable, what is no answer at all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { dmPage, mePerson, personLookup, postLookup, postPage, sentDm, sentPost } from './shapes.ts'

const post = {
  id: '1900000000000000009',
  text: 'cut …',
  author_id: '7',
  created_at: '2026-11-17T09:41:00.000Z',
  conversation_id: '1900000000000000001',
  edit_history_tweet_ids: ['1900000000000000005', '1900000000000000009'],
  in_reply_to_user_id: '42',
  referenced_tweets: [
    { type: 'replied_to', id: '1900000000000000001' },
    { type: 'quoted', id: '1900000000000000002' },
  ],
  note_tweet: {
    text: 'the whole &amp; long text',
    entities: { hashtags: [{ start: 0, end: 3, tag: 'the' }] },
  },
  entities: { mentions: [{ start: 0, end: 3, username: 'x', id: '1' }] },
  lang: 'en',
  attachments: { media_keys: ['3_1', '3_2'] },
  public_metrics: { like_count: 3, retweet_count: 4, reply_count: 1 },
}

describe('a page of posts', () => {
  it('gives records: identity of the first version, whole text, references', () => {
    const page = postPage(JSON.stringify({ data: [post], meta: { next_token: 't', result_count: 1 } }))
    expect(page).toMatchObject({ nextToken: 't', unreadable: 0 })
    expect(page.items).toEqual([
      {
        id: '1900000000000000005',
        latestId: '1900000000000000009',
        version: 2,
        authorId: '7',
        conversationId: '1900000000000000001',
        inReplyToPostId: '1900000000000000001',
        inReplyToUserId: '42',
        quotedPostId: '1900000000000000002',
        repostedPostId: null,
        text: 'the whole &amp; long text',
        entities: { mentions: [], urls: [], hashtags: [{ start: 0, end: 3, tag: 'the' }], cashtags: [] },
        lang: 'en',
        mediaCount: 2,
        likes: 3,
        reposts: 4,
        createdAt: Date.parse('2026-11-17T09:41:00.000Z'),
      },
    ])
  })

  it('counts what it cannot understand and keeps the rest', () => {
    const page = postPage(
      JSON.stringify({ data: [post, { ...post, id: 12 }, { ...post, created_at: '9:41' }, null], meta: {} }),
    )
    expect(page.items).toHaveLength(1)
    expect(page.unreadable).toBe(3)
  })

  it('forgives what is optional', () => {
    const odd = {
      ...post,
      entities: 'none',
      public_metrics: null,
      lang: 5,
      attachments: [],
      referenced_tweets: {},
    }
    expect(postPage(JSON.stringify({ data: [odd] }))).toMatchObject({
      unreadable: 0,
      items: [{ likes: 0, lang: null }],
    })
  })

  it('may be empty', () => {
    expect(postPage('{"meta":{"result_count":0}}')).toMatchObject({ items: [], nextToken: null })
    expect(postPage('{"errors":[{"detail":"gone"}]}')).toMatchObject({ items: [] })
  })

  it.each(['', '<html>', '{"data":[', '[]', '7', 'null', '{}', '{"ok":true}', '{"data":7}'])(
    'that is no answer (%s) is told as such',
    (text) => {
      expect(() => postPage(text)).toThrow(Failure)
      expect(() => postPage(text)).toThrow('x.malformed')
    },
  )

  it('made of anything gives a page or x.malformed, nothing else', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((value) => `{"data":${value},"meta":{}}`),
      fc
        .array(fc.json())
        .map((values) => `{"data":[${values.join(',')}],"includes":{"tweets":[1]},"errors":7}`),
    )
    fc.assert(
      fc.property(anything, (text) => {
        for (const read of [postPage, dmPage, mePerson, sentPost, sentDm]) {
          try {
            read(text)
          } catch (error) {
            expect(error).toMatchObject({ code: 'x.malformed' })
          }
        }
      }),
    )
  })
})

describe('a page of direct messages', () => {
  const dm = {
    id: '5',
    event_type: 'MessageCreate',
    text: 'hello',
    created_at: '2026-11-17T09:41:00.000Z',
    sender_id: '7',
    dm_conversation_id: '7-42',
  }
  it('knows its links and names wherever X puts them: beside the text, or among entities', () => {
    const text = 'see https://t.co/abc'
    const urls = [{ start: 4, end: 20, url: 'https://t.co/abc', display_url: 'northwind.example' }]
    const read = (more: object) =>
      dmPage(JSON.stringify({ data: [{ ...dm, text, ...more }] })).items[0]?.entities
    expect(read({ urls })?.urls).toMatchObject([{ url: 'https://t.co/abc' }])
    expect(read({ entities: { urls } })).toEqual(read({ urls }))
    expect(read({})).toBe(null)
  })

  it('keeps messages and passes over joins and leaves', () => {
    const page = dmPage(
      JSON.stringify({ data: [dm, { id: '6', event_type: 'ParticipantsJoin' }, { id: 'x' }] }),
    )
    expect(page).toMatchObject({ unreadable: 1, items: [{ id: '5', conversationId: '7-42', senderId: '7' }] })
  })
})

describe('a post that X withholds, or shows in an older version', () => {
  it('tells where it is withheld, by copyright without a country too, and nowhere when X says nothing', () => {
    const withheld = (value: unknown) =>
      postPage(JSON.stringify({ data: [{ ...post, withheld: value }] })).items[0]?.withheldIn
    expect(withheld({ copyright: false, country_codes: ['DE', 'FR'] })).toEqual(['DE', 'FR'])
    expect(withheld({ copyright: true, country_codes: [] })).toEqual(['XY'])
    expect(withheld({ scope: 'user' })).toEqual(['XX'])
    expect(withheld(undefined)).toBe(undefined)
  })

  it('names the newest version', () => {
    const history = ['1900000000000000001', '1900000000000000002', '1900000000000000003']
    const read = (id: string) =>
      postPage(JSON.stringify({ data: [{ ...post, id, edit_history_tweet_ids: history }] })).items[0]
    expect(read('1900000000000000002')).toMatchObject({ version: 2, newerId: '1900000000000000003' })
    expect(read('1900000000000000003')?.newerId).toBe(undefined)
  })
})

describe('a lookup', () => {
  it('tells what is missing and why; an id of an older version is found', () => {
    const problem = (id: string, kind: string, detail = ''): object => ({
      resource_id: id,
      detail,
      type: `https://api.x.com/2/problems/${kind}`,
    })
    const json = JSON.stringify({
      data: [post],
      errors: [
        problem('1', 'resource-not-found'),
        problem('2', 'not-authorized-for-resource'),
        problem('3', 'resource-not-found', 'User has been suspended: [3].'),
      ],
    })
    expect(postLookup(json, ['1900000000000000005', '1', '2', '3', '4'])).toMatchObject({
      found: [{ id: '1900000000000000005' }],
      missing: [
        { id: '1', why: 'deleted' },
        { id: '2', why: 'protected' },
        { id: '3', why: 'suspended' },
        { id: '4', why: 'unnamed' },
      ],
    })
  })

  it('reads people', () => {
    const person = {
      id: '7',
      name: 'Mara \u202e Holt',
      username: 'mara',
      verified_type: 'none',
      verified: true,
      public_metrics: { followers_count: 12 },
    }
    expect(personLookup(JSON.stringify({ data: [person] }), ['7', '8'])).toEqual({
      found: [
        {
          xUserId: '7',
          name: 'Mara \u202e Holt',
          username: 'mara',
          avatarUrl: null,
          followers: 12,
          verified: false,
        },
      ],
      missing: [{ id: '8', why: 'unnamed' }],
    })
  })

  const about = (more: object) =>
    personLookup(JSON.stringify({ data: [{ id: '7', name: 'Mara', username: 'mara', ...more }] }), ['7'])
      .found[0]

  it('reads what people say of themselves, as they wrote it', () => {
    const link = {
      start: 13,
      end: 28,
      url: 'https://t.co/ab',
      display_url: 'wave.fm',
      expanded_url: 'https://wave.fm',
    }
    const site = { start: 0, end: 15, url: 'https://t.co/cd', display_url: 'mara.radio' }
    const person = about({
      description: '\u202eRadio &amp;\n https://t.co/ab',
      location: ' Phila\u0301delphia\n',
      created_at: '2012-03-15T12:00:00.000Z',
      url: 'https://t.co/cd',
      entities: { description: { urls: [link] }, url: { urls: [site] } },
    })
    expect(person).toMatchObject({
      joinedAt: Date.UTC(2012, 2, 15, 12),
      about: {
        description: '\u202eRadio &amp;\n https://t.co/ab',
        entities: { urls: [{ start: 13, end: 28, url: 'https://t.co/ab', displayUrl: 'wave.fm' }] },
        location: ' Phila\u0301delphia\n',
        site: { url: 'https://t.co/cd', displayUrl: 'mara.radio' },
      },
    })
  })

  it('takes what is left out beside another part of a profile as empty, and a profile that is not told as unknown', () => {
    const empty = { description: '', entities: null, location: '', site: null }
    expect(about({ created_at: '2012-03-15T12:00:00.000Z' })?.about).toEqual(empty)
    expect(about({ location: 'Leeds' })?.about).toEqual({ ...empty, location: 'Leeds' })
    expect(about({})).not.toHaveProperty('about')
    expect(about({})).not.toHaveProperty('joinedAt')
    expect(about({ description: 'Hi', withheld: { country_codes: ['DE'] } })?.about).toEqual(empty)
  })

  it('cuts what no profile can hold between its characters, and one odd part costs nothing else', () => {
    const person = about({
      description: '🧳'.repeat(5_000),
      location: 7,
      created_at: 'long ago',
      entities: 'x',
    })
    expect(person?.about?.description).toBe('🧳'.repeat(1_000))
    expect(person?.about?.location).toBe('')
    expect(person).not.toHaveProperty('joinedAt')
  })
})
