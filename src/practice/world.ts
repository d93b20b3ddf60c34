/**
 * @file The state of the practice world and its time: who exists, what was said, what will happen by itself. Keeps
 * indexes and order; the rules of X live elsewhere.
 */
import type { Clock } from '../shared/clock.ts'
import { compareIds, idAt } from './ids.ts'
import { listFlaws } from './list-flaws.ts'
import type { Upcoming, WorldApp, WorldData, WorldDm, WorldPost, WorldUser } from './world-data.ts'

/** Does what was planned, at its own instant. */
export type Perform = (world: World, event: Upcoming) => void

/** Something that the activity stream may tell. */
export type Happening =
  | { kind: 'post' | 'deleted'; post: WorldPost }
  | { kind: 'dm'; dm: WorldDm }
  | { kind: 'revoked'; userId: string; app: string }
  | { kind: 'chat'; fromId: string; toId: string }

/** A world in which nobody lives yet. @param now its time, epoch ms */
export const emptyWorld = (now: number, summon: 'typed' | 'any' = 'typed'): WorldData => ({
  version: 1,
  now,
  summon,
  users: [],
  posts: [],
  dms: [],
  apps: [],
  families: [],
  oauth1: [],
  issued: [],
  keys: {},
  deleted: [],
  upcoming: [],
  reactions: [],
  reacted: {},
  followUps: 0,
  bookmarks: {},
  mutes: {},
  media: [],
  lists: [],
  meters: {},
  windows: {},
  subscriptions: [],
})

/** Puts an item where its id belongs; nearly always that is the end. */
function insert<T extends { id: string }>(into: T[], item: T): void {
  into.splice(into.findLastIndex((earlier) => compareIds(earlier.id, item.id) <= 0) + 1, 0, item)
}

const take = <T extends { id: string }>(from: T[] | undefined, id: string): void => {
  const at = from?.findIndex((item) => item.id === id) ?? -1
  if (at >= 0) from?.splice(at, 1)
}

export class World {
  readonly data: Omit<WorldData, 'users' | 'posts' | 'dms'>
  readonly posts = new Map<string, WorldPost>()
  readonly dms = new Map<string, WorldDm>()
  readonly users = new Map<string, WorldUser>()
  /** Bytes of uploaded media, this run only: the file keeps what they were, not what they held. */
  readonly mediaBytes = new Map<string, Buffer[]>()
  /** X tells some apps nothing of their credits. */
  hidesCredits = false
  /** Age in ms that an item needs before an endpoint shows it: a timeline that lags. */
  readonly lag = new Map<'mentions' | 'tweets' | 'search' | 'dm', number>()
  /** Where lists leave out or walk in circles, this run only. */
  readonly flaws = listFlaws()
  readonly #clock: Clock
  readonly #perform: Perform
  #offsetMs: number
  readonly #byName = new Map<string, WorldUser>()
  readonly #byAuthor = new Map<string, WorldPost[]>()
  readonly #naming = new Map<string, WorldPost[]>()
  readonly #byTarget = new Map<string, Set<string>>()
  readonly #dmsOfUser = new Map<string, WorldDm[]>()
  readonly #tasks = new Set<{ at: number; run: () => void }>()
  readonly #onChange = new Set<() => void>()
  readonly #onHappening = new Set<(what: Happening) => void>()
  #disarm: (() => void) | null = null
  #closed = false

  constructor(data: WorldData, clock: Clock, perform: Perform) {
    const { users, posts, dms, ...rest } = data
    this.data = rest
    this.#clock = clock
    this.#perform = perform
    this.#offsetMs = data.now - clock.now()
    for (const user of users) this.addUser(user)
    for (const post of posts) this.putPost(post)
    for (const dm of dms) this.putDm(dm)
  }

  /** World time, epoch ms. */
  now(): number {
    return this.#clock.now() + this.#offsetMs
  }

  /** World time minus the machine's. */
  offsetMs(): number {
    return this.#offsetMs
  }

  /** Moves world time on and lets everything happen that falls due, each at its own instant. */
  advance(ms: number): void {
    this.#offsetMs += ms
    this.runDue()
    this.changed()
  }

  /** Lets what is due happen; called by the timer, and before every request so that none sees a stale world. */
  runDue(): void {
    if (this.#closed) return
    for (;;) {
      const now = this.now()
      const event = this.data.upcoming.reduce<Upcoming | null>(
        (first, e) => (!first || e.at < first.at ? e : first),
        null,
      )
      const task = [...this.#tasks].sort((a, b) => a.at - b.at)[0]
      if (task && task.at <= now && (!event || task.at <= event.at)) {
        this.#tasks.delete(task)
        task.run()
      } else if (event && event.at <= now) {
        this.data.upcoming.splice(this.data.upcoming.indexOf(event), 1)
        this.#perform(this, event)
        this.changed()
      } else break
    }
    this.#arm()
  }

  /** Plans something that survives closing. */
  plan(event: Upcoming): void {
    this.data.upcoming.push(event)
    this.changed()
    this.#arm()
  }

  /** Runs something `ms` of world time from now; forgotten when the world closes. */
  later(ms: number, run: () => void): void {
    this.#tasks.add({ at: this.now() + ms, run })
    this.#arm()
  }

  #arm(): void {
    this.#disarm?.()
    this.#disarm = null
    if (this.#closed) return
    const next = Math.min(...this.data.upcoming.map((e) => e.at), ...[...this.#tasks].map((t) => t.at))
    if (Number.isFinite(next))
      this.#disarm = this.#clock.after(Math.max(1, next - this.now()), () => this.runDue())
  }

  /** An unused id for something made at that instant. */
  makeId(at: number): string {
    for (let sequence = 0; ; sequence++) {
      const id = idAt(at, sequence)
      const isTaken =
        this.posts.has(id) ||
        this.dms.has(id) ||
        this.users.has(id) ||
        this.data.deleted.includes(id) ||
        this.data.media.some((media) => media.id === id)
      if (!isTaken) return id
    }
  }

  addUser(user: WorldUser): void {
    this.users.set(user.id, user)
    this.#byName.set(user.username.toLowerCase(), user)
    this.changed()
  }

  userNamed(username: string): WorldUser | undefined {
    return this.#byName.get(username.replace(/^@/, '').toLowerCase())
  }

  appNamed(name: string): WorldApp | undefined {
    return this.data.apps.find((app) => app.name === name)
  }

  putPost(post: WorldPost): void {
    this.posts.set(post.id, post)
    insert(listIn(this.#byAuthor, post.authorId), post)
    for (const userId of post.named) insert(listIn(this.#naming, userId), post)
    for (const target of [post.replyTo, post.quoteOf, post.repostOf])
      if (target) this.#byTarget.set(target, (this.#byTarget.get(target) ?? new Set()).add(post.id))
    this.changed()
  }

  dropPost(post: WorldPost): void {
    this.posts.delete(post.id)
    this.data.deleted.push(post.id)
    take(this.#byAuthor.get(post.authorId), post.id)
    for (const userId of post.named) take(this.#naming.get(userId), post.id)
    for (const target of [post.replyTo, post.quoteOf, post.repostOf])
      if (target) this.#byTarget.get(target)?.delete(post.id)
    this.changed()
  }

  /** Oldest first. */
  postsBy(userId: string): readonly WorldPost[] {
    return this.#byAuthor.get(userId) ?? []
  }

  /** Posts whose text names the user, oldest first. */
  postsNaming(userId: string): readonly WorldPost[] {
    return this.#naming.get(userId) ?? []
  }

  /** Posts that reply to, quote or repost this one. */
  pointingAt(postId: string): WorldPost[] {
    return [...(this.#byTarget.get(postId) ?? [])].flatMap((id) => this.posts.get(id) ?? [])
  }

  putDm(dm: WorldDm): void {
    this.dms.set(dm.id, dm)
    for (const userId of [dm.senderId, dm.recipientId]) insert(listIn(this.#dmsOfUser, userId), dm)
    this.changed()
  }

  /** Oldest first. */
  dmsOf(userId: string): readonly WorldDm[] {
    return this.#dmsOfUser.get(userId) ?? []
  }

  /** Calls `listen` after every change. */
  onChange(listen: () => void): void {
    this.#onChange.add(listen)
  }

  /** Calls `listen` with everything that happens from now on; what a scenario tells of the past is past. */
  onHappening(listen: (what: Happening) => void): void {
    this.#onHappening.add(listen)
  }

  happened(what: Happening): void {
    for (const listen of this.#onHappening) listen(what)
  }

  changed(): void {
    for (const listen of this.#onChange) listen()
  }

  /** The whole world as its file keeps it. */
  snapshot(): WorldData {
    return {
      ...this.data,
      now: this.now(),
      users: [...this.users.values()],
      posts: [...this.posts.values()],
      dms: [...this.dms.values()],
    }
  }

  /** Stops time: no timer of this world fires any more. */
  close(): void {
    this.#closed = true
    this.#disarm?.()
    this.#tasks.clear()
  }
}

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  const found = map.get(key)
  if (found) return found
  const made: T[] = []
  map.set(key, made)
  return made
}
