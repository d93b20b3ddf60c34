/**
 * @file The reply resolver: from where may this ticket be answered, and why. Pure. X lets a self-serve app answer a
 * post only where its author typed the handle or quoted the brand, or where the post is the brand's own; the test is
 * on the target post, not on the thread (X changelog, 23 February 2026).
 */
import type { Routes } from '../../shared/domain/ticket.ts'
import { compareXIds } from '../../shared/ids.ts'

/** A public post of the ticket's conversation, as far as the question needs it. */
export type CandidatePost = {
  id: string
  at: number
  author: 'customer' | 'us'
  /** How it addresses the answering handle; see `core/posts/addressing.ts`. */
  addressing: 'typed' | 'inherited' | 'quotes-us' | 'replies-to-us' | 'none'
  /** X refused an answer under this very post because the handle was not summoned. */
  refusedBefore: boolean
}

export type ResolverInput = {
  channel: 'public' | 'dm'
  username: string
  /** The handle may speak: signed in. */
  signedIn: boolean
  posts: CandidatePost[]
  /** The customer opened a DM conversation with this handle. */
  hasDmConversation: boolean
  /** Where web intents live: `https://x.com`, or the practice X. */
  xWebOrigin: string
}

const newest = (posts: CandidatePost[]): CandidatePost | undefined =>
  posts.reduce<CandidatePost | undefined>(
    (best, post) => (!best || compareXIds(post.id, best.id) > 0 ? post : best),
    undefined,
  )

/** Decides for one ticket. A sure target beats a newer uncertain one; X itself settles the uncertain. */
export function resolveRoutes(input: ResolverInput): Routes {
  const customer = input.posts.filter((post) => post.author === 'customer')
  const newestCustomer = newest(customer)
  const answerable = customer.filter((post) => !post.refusedBefore)
  const sure = newest(
    answerable.filter((post) => post.addressing === 'typed' || post.addressing === 'quotes-us'),
  )
  const perhaps = newest(answerable.filter((post) => post.addressing === 'inherited'))
  const own = newest(input.posts.filter((post) => post.author === 'us'))

  const target = sure ?? perhaps ?? own
  const publicRoute = ((): Routes['public'] => {
    const closed = (reason: Routes['public']['reason']): Routes['public'] => ({
      open: 'no',
      reason,
      targetPostId: null,
      targetAt: null,
      targetIsOlder: false,
    })
    if (!input.signedIn) return closed('reconnect')
    if (input.posts.length === 0) return closed('no-public-post')
    if (!target)
      return closed(customer.some((post) => post.refusedBefore) ? 'refused-before' : 'not-addressed')
    return {
      open: target === sure || target === own ? 'yes' : 'perhaps',
      reason:
        target === sure
          ? sure.addressing === 'typed'
            ? 'typed-handle'
            : 'quotes-us'
          : target === perhaps
            ? 'inherited-handle'
            : 'our-post',
      targetPostId: target.id,
      targetAt: target.at,
      targetIsOlder: newestCustomer !== undefined && target.id !== newestCustomer.id,
    }
  })()

  const dm: Routes['dm'] = !input.signedIn
    ? { open: false, reason: 'reconnect' }
    : input.hasDmConversation
      ? { open: true, reason: 'dm-conversation' }
      : { open: false, reason: 'no-dm-conversation' }

  const suggested = ((): Routes['suggested'] => {
    if (input.channel === 'dm' && dm.open) return 'dm'
    if (publicRoute.open !== 'no') return 'public'
    return dm.open ? 'dm' : newestCustomer ? 'web' : input.channel === 'dm' ? 'dm' : 'public'
  })()

  return {
    username: input.username,
    public: publicRoute,
    dm,
    webIntentUrl: newestCustomer ? `${input.xWebOrigin}/intent/tweet?in_reply_to=${newestCustomer.id}` : null,
    suggested,
  }
}
