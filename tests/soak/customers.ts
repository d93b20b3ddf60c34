/**
 * @file The people of the world: they post, reply, quote, write direct messages, edit, delete; and brands write on X's
 * own site now and then. Every text carries a number of its own. X's lists leave some of it out, or show it late.
 */
import type { Chance } from '../bench/seeded.ts'
import { complaint } from '../bench/sentences.ts'
import { must } from '../../src/shared/must.ts'
import type { ControlInput } from '../../src/practice/control-protocol.ts'
import type { WorldPost } from '../../src/practice/world-data.ts'
import { brands, shyCustomer, type Stage } from './stage.ts'

export const customers = Array.from({ length: 14 }, (_, at) => `customer_${at + 1}`)

/** X's timelines lag: a post may turn up this much after it was written, ms. */
const latestMs = 80_000

/** What appears this late is found below what is here already, ms. */
const latestInListMs = 110_000

export type Crowd = {
  act(): Promise<void>
  /** The last word of the day. */
  end(): Promise<void>
  /** Posts that the brands' mentions never show. */
  unlisted: ReadonlySet<string>
}

export function crowd(stage: Stage, chance: Chance): Crowd {
  const { x, control, journal } = stage
  let count = 0
  /** Posts that people still go on with. */
  const recent: string[] = []
  const unlisted = new Set<string>()

  const words = (): string => `${complaint(chance).text.slice(0, 180)} n${++count}`
  const ago = (): { ago?: number } => (chance.next() < 0.15 ? { ago: 1 + chance.whole(latestMs) } : {})
  const living = (fits: (post: WorldPost) => boolean): WorldPost | null => {
    const posts = recent.flatMap((id) => x.world.posts.get(id) ?? []).filter(fits)
    return posts.length > 0 ? chance.one(posts) : null
  }
  const nameOf = (post: WorldPost): string => must(x.world.users.get(post.authorId), 'an author').username
  const isCustomers = (post: WorldPost): boolean => customers.includes(nameOf(post))

  /** A list leaves an item out: for good where it is asked by since_id, or everywhere for a while. */
  async function overlook(list: 'mentions' | 'tweets' | 'dm', item: string): Promise<void> {
    const luck = chance.next()
    if (luck >= 0.15) return
    const how = luck < 0.08 ? { bySinceId: true } : { ms: 1 + chance.whole(latestInListMs) }
    await control['leave-out']({ list, item, ...how })
    journal.note(`flaw: ${list} without ${item} ${JSON.stringify(how)}`)
  }

  async function say(
    what: string,
    fields: ControlInput<'post'>,
    list: 'mentions' | 'tweets' = 'mentions',
  ): Promise<string> {
    const { id } = await control.post(fields)
    journal.note(`world: ${what} ${id}`)
    recent.push(id)
    if (recent.length > 60) recent.shift()
    if (fields.ago === undefined) await overlook(list, id)
    return id
  }

  const acts: [share: number, act: () => Promise<unknown>][] = [
    [
      34,
      () =>
        say('mention', { by: chance.one(customers), text: `@${chance.one(brands)} ${words()}`, ...ago() }),
    ],
    [
      4,
      () =>
        say('mention of two', {
          by: chance.one(customers),
          text: `@${chance.one(brands)} @${chance.one(brands)} ${words()}`,
        }),
    ],
    [
      16,
      async () => {
        const post = living(() => true)
        if (!post) return
        const typed = chance.next() < 0.4 ? ` @${chance.one(brands)}` : ''
        const by = isCustomers(post) && chance.next() < 0.6 ? nameOf(post) : chance.one(customers)
        const what = typed ? 'typed reply' : 'inherited reply'
        const id = await say(what, { by, text: words() + typed, replyTo: post.id })
        if (typed || chance.next() >= 0.2) return
        await control['leave-out']({ list: 'mentions', item: id })
        journal.note(`flaw: mentions never show ${id}`)
        unlisted.add(id)
      },
    ],
    [
      6,
      async () => {
        const post = living(() => true)
        if (post)
          await say('quote', {
            by: chance.one(customers),
            text: `@${chance.one(brands)} ${words()}`,
            quote: post.id,
          })
      },
    ],
    [
      5,
      async () => {
        const post = living((one) => !isCustomers(one))
        if (post) await say('quote of a brand', { by: chance.one(customers), text: words(), quote: post.id })
      },
    ],
    [
      20,
      async () => {
        const from = chance.one(customers)
        const { id } = await control.dm({ from, to: chance.one(brands), text: words() })
        journal.note(`world: dm ${id}`)
        await overlook('dm', id)
      },
    ],
    [
      4,
      async () => {
        const post = living(isCustomers)
        const by = chance.one(brands)
        const target = post && chance.next() < 0.5 ? { replyTo: post.id } : {}
        await say('own post', { by, text: words(), ...target }, 'tweets')
      },
    ],
    [
      5,
      async () => {
        const post = living(
          (one) => isCustomers(one) && one.history.length < 2 && one.history.at(-1) === one.id,
        )
        if (!post) return
        // A handle typed at the beginning of a reply looks like one that X put there: people name it in their words.
        const brand = chance.one(brands)
        const text = post.replyTo === null ? `@${brand} ${words()}` : `${words()} @${brand}`
        const { id } = await control.edit({ post: post.id, text })
        journal.note(`world: edit ${id} of ${post.history[0]}`)
        recent.push(id)
      },
    ],
    [
      3,
      async () => {
        const text = `@${chance.one(brands)} ${words()}`
        const { id } = await control.post({ by: shyCustomer, text })
        journal.note(`world: shy mention ${id}`)
      },
    ],
    [
      1,
      async () => {
        const fields = chance.one([
          { protected: true },
          { protected: false },
          { suspended: true },
          { suspended: false },
        ])
        await control.user({ username: shyCustomer, ...fields })
        journal.note(`world: the shy one is ${JSON.stringify(fields)}`)
      },
    ],
    [
      4,
      async () => {
        const post = living(() => true)
        if (!post) return
        await control.delete({ post: post.id })
        journal.note(`world: delete ${post.history[0]}`)
      },
    ],
  ]
  const whole = acts.reduce((sum, [share]) => sum + share, 0)

  return {
    unlisted,
    async end() {
      await control.user({ username: shyCustomer, suspended: false, protected: true })
      journal.note('world: the shy one is protected for good')
    },
    async act() {
      let left = chance.whole(whole)
      const [, act] = must(
        acts.find(([share]) => (left -= share) < 0),
        'an act',
      )
      await act()
    },
  }
}
