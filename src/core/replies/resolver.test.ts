import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveRoutes, type CandidatePost, type ResolverInput } from './resolver.ts'

let nextId = 1_000
const post = (addressing: CandidatePost['addressing'], more: Partial<CandidatePost> = {}): CandidatePost => ({
  id: String(nextId++),
  at: 0,
  author: 'customer',
  addressing,
  refusedBefore: false,
  ...more,
})
const input = (posts: CandidatePost[], more: Partial<ResolverInput> = {}): ResolverInput => ({
  channel: 'public',
  username: 'northwindair',
  signedIn: true,
  posts,
  hasDmConversation: false,
  xWebOrigin: 'https://x.com',
  ...more,
})

test('the newest post that types the handle is answered, though a newer follow-up does not', () => {
  const typed = post('typed', { at: 941 })
  const followUp = post('inherited')
  const routes = resolveRoutes(input([typed, followUp]))
  expect(routes.public).toEqual({
    open: 'yes',
    reason: 'typed-handle',
    targetPostId: typed.id,
    targetAt: 941,
    targetIsOlder: true,
  })
  expect(routes.suggested).toBe('public')
})

test('an inherited handle is perhaps, until X refused it; then our own post, then X itself', () => {
  const followUp = post('inherited')
  expect(resolveRoutes(input([followUp])).public).toMatchObject({
    open: 'perhaps',
    reason: 'inherited-handle',
  })
  const refused = { ...followUp, refusedBefore: true }
  const ours = post('none', { author: 'us' })
  expect(resolveRoutes(input([refused, ours])).public).toMatchObject({
    open: 'yes',
    reason: 'our-post',
    targetPostId: ours.id,
  })
  const alone = resolveRoutes(input([refused]))
  expect(alone.public).toMatchObject({ open: 'no', reason: 'refused-before' })
  expect(alone.suggested).toBe('web')
  expect(alone.webIntentUrl).toBe(`https://x.com/intent/tweet?in_reply_to=${refused.id}`)
})

test('a DM is offered only where the customer already wrote one', () => {
  expect(resolveRoutes(input([post('none')])).dm).toEqual({ open: false, reason: 'no-dm-conversation' })
  const routes = resolveRoutes(input([post('none')], { hasDmConversation: true }))
  expect(routes.dm.open).toBe(true)
  expect(routes.suggested).toBe('dm')
})

test('a direct message is answered by direct message', () => {
  const routes = resolveRoutes(input([], { channel: 'dm', hasDmConversation: true }))
  expect(routes).toMatchObject({
    suggested: 'dm',
    webIntentUrl: null,
    public: { open: 'no', reason: 'no-public-post' },
  })
})

test('a handle that must be connected again speaks nowhere but on X', () => {
  const routes = resolveRoutes(input([post('typed')], { signedIn: false, hasDmConversation: true }))
  expect(routes.public).toMatchObject({ open: 'no', reason: 'reconnect' })
  expect(routes.dm).toEqual({ open: false, reason: 'reconnect' })
  expect(routes.suggested).toBe('web')
})

test('whatever the thread, a sure target is never one that X would surely refuse', () => {
  const anyPost = fc.record({
    id: fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String),
    at: fc.nat(),
    author: fc.constantFrom('customer' as const, 'us' as const),
    addressing: fc.constantFrom(
      'typed' as const,
      'inherited' as const,
      'quotes-us' as const,
      'replies-to-us' as const,
      'none' as const,
    ),
    refusedBefore: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(anyPost, { selector: (p) => p.id, maxLength: 8 }),
      fc.boolean(),
      (posts, dm) => {
        const { public: route } = resolveRoutes(input(posts, { hasDmConversation: dm }))
        const target = posts.find((candidate) => candidate.id === route.targetPostId)
        if (route.open === 'no') {
          expect(target).toBeUndefined()
          return
        }
        expect(target).toBeDefined()
        if (target?.author === 'customer') {
          expect(target.refusedBefore).toBe(false)
          expect(target.addressing).not.toBe('none')
          expect(target.addressing).not.toBe('replies-to-us')
        }
        if (route.open === 'yes' && target?.author === 'customer')
          expect(target.addressing).not.toBe('inherited')
      },
    ),
  )
})
