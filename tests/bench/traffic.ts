/**
 * @file A brand's mentions and answers as X's JSON, made from a seed: in the shape of what core asks for, newest first,
 * a hundred to a page. As in real support threads, four customer posts in ten are follow-ups that name the handle only
 * in the inherited leading run.
 */
import { seeded, type Chance } from './seeded.ts'
import { answer, complaint } from './sentences.ts'

/** Whose mentions these are. */
export type Addressee = { xUserId: string; username: string }

/** Two answers of X's: what customers wrote, then what the brand answered. */
export type Exchange = { mentions: string; answers: string; newestAt: number }

type Post = { at: number; json: Record<string, unknown> }
type Person = { id: string; username: string }
type Thread = { conversationId: string; customer: Person; customersPost: string; ours: string | null }
type Words = { text: string; names: readonly Person[]; lang: string }

const pageSize = 100
/** Conversations that may still go on. */
const openThreads = 400
/** X counts ids from this instant on. */
const snowflakeEpoch = 1_288_834_974_657n

/**
 * Goes on for ever, one exchange at a time.
 * @param stepMs from one customer's post to the next, on average
 */
export function traffic(options: { seed: number; us: Addressee; startAt: number; stepMs: number }): {
  next(): Exchange
} {
  const { us, stepMs } = options
  const chance = seeded(options.seed)
  const brand: Person = { id: us.xUserId, username: us.username }
  const threads: Thread[] = []
  let at = options.startAt
  let newestId = 0n

  function newId(when: number): string {
    const id = ((BigInt(when) - snowflakeEpoch) << 22n) + BigInt(chance.whole(4_096))
    newestId = id > newestId ? id : newestId + 1n
    return String(newestId)
  }

  function customer(): Person {
    const number = chance.whole(60_000)
    return { id: String(700_000_000 + options.seed * 100_000 + number), username: `customer_${number}` }
  }

  function post(author: Person, words: Words, more: Record<string, unknown>): { id: string; post: Post } {
    at += 1 + chance.whole(stepMs * 2)
    const id = newId(at)
    const json = {
      id,
      edit_history_tweet_ids: [id],
      author_id: author.id,
      conversation_id: id,
      created_at: new Date(at).toISOString(),
      lang: words.lang,
      public_metrics: {
        retweet_count: chance.whole(3),
        reply_count: chance.whole(5),
        like_count: chance.whole(40),
        quote_count: 0,
        bookmark_count: 0,
        impression_count: chance.whole(4_000),
      },
      ...withEntities(words, chance),
      ...more,
    }
    return { id, post: { at, json } }
  }

  const replyTo = (thread: Thread, parent: string, author: Person): Record<string, unknown> => ({
    conversation_id: thread.conversationId,
    in_reply_to_user_id: author.id,
    referenced_tweets: [{ type: 'replied_to', id: parent }],
  })

  function fresh(): Post {
    const author = customer()
    const { text, lang } = complaint(chance)
    const made = post(author, { text: `@${us.username} ${text}`, names: [brand], lang }, {})
    threads.push({ conversationId: made.id, customer: author, customersPost: made.id, ours: null })
    if (threads.length > openThreads) threads.splice(chance.whole(openThreads >> 1), 1)
    return made.post
  }

  function followUp(thread: Thread, ours: string): Post {
    const { text, lang } = complaint(chance)
    const words = { text: `@${us.username} ${text}`, names: [brand], lang }
    const made = post(thread.customer, words, replyTo(thread, ours, brand))
    thread.customersPost = made.id
    thread.ours = null
    return made.post
  }

  /** Somebody else, in a customer's thread: with the handle typed it is meant for the brand, else it is talk. */
  function bystander(thread: Thread, typesHandle: boolean): Post {
    const { text, lang } = complaint(chance)
    const run = `@${thread.customer.username} @${us.username}`
    const names = typesHandle ? [thread.customer, brand, brand] : [thread.customer, brand]
    const words = { text: `${run} ${text}${typesHandle ? ` @${us.username}` : ''}`, names, lang }
    return post(customer(), words, replyTo(thread, thread.customersPost, thread.customer)).post
  }

  function quote(ours: string): Post {
    const { text, lang } = complaint(chance)
    const more = { referenced_tweets: [{ type: 'quoted', id: ours }] }
    return post(customer(), { text: `@${us.username} ${text}`, names: [brand], lang }, more).post
  }

  function customersPost(): Post {
    const kind = chance.next()
    const thread = threads.length > 0 ? chance.one(threads) : null
    if (!thread || kind < 0.44) return fresh()
    const answered = chance.one(threads)
    if (kind < 0.84) return answered.ours === null ? fresh() : followUp(answered, answered.ours)
    if (kind < 0.97) return bystander(thread, kind < 0.9)
    return answered.ours === null ? fresh() : quote(answered.ours)
  }

  function brandsPost(thread: Thread): Post {
    const words = {
      text: `@${thread.customer.username} ${answer(chance)}`,
      names: [thread.customer],
      lang: 'en',
    }
    const made = post(brand, words, replyTo(thread, thread.customersPost, thread.customer))
    thread.ours = made.id
    return made.post
  }

  return {
    next() {
      const written = Array.from({ length: pageSize }, customersPost)
      const waiting = threads.filter((thread) => thread.ours === null).slice(-pageSize)
      const answered = waiting.filter(() => chance.next() < 0.75).map(brandsPost)
      return { mentions: pageOf(written), answers: pageOf(answered), newestAt: at }
    },
  }
}

/** X counts in code points. */
const points = (text: string): number => Array.from(text).length

function withEntities({ text, names }: Words, chance: Chance): Record<string, unknown> {
  const link = chance.next() < 0.15 ? ` https://t.co/${chance.whole(1e9).toString(36)}` : ''
  const tag = chance.next() < 0.1 ? ' #support' : ''
  const whole = `${text}${link}${tag}`
  let from = 0
  const mentions = names.map(({ id, username }) => {
    const index = whole.indexOf(`@${username}`, from)
    from = index + 1
    const start = points(whole.slice(0, index))
    return { start, end: start + username.length + 1, username, id }
  })
  const spanOf = (part: string): { start: number; end: number } => {
    const start = points(whole.slice(0, whole.indexOf(part)))
    return { start, end: start + part.length }
  }
  const entities = {
    mentions,
    ...(link
      ? {
          urls: [
            {
              ...spanOf(link.trim()),
              url: link.trim(),
              expanded_url: 'https://example.com/a',
              display_url: 'example.com/a',
            },
          ],
        }
      : {}),
    ...(tag ? { hashtags: [{ ...spanOf('#support'), tag: 'support' }] } : {}),
  }
  return { text: whole, entities }
}

function pageOf(posts: readonly Post[]): string {
  const newestFirst = [...posts].sort((a, b) => b.at - a.at).map(({ json }) => json)
  const ids = newestFirst.map((json) => json['id'])
  return JSON.stringify({
    data: newestFirst,
    meta: {
      result_count: ids.length,
      newest_id: ids[0],
      oldest_id: ids.at(-1),
      next_token: '7140dibdnow9c7btw',
    },
  })
}
