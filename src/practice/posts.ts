/**
 * @file Writing, editing, deleting and seeing posts. Owns the auto-populated leading run and who counts as typed;
 * whether somebody may write is decided in rules.ts.
 */
import { guessLang, handlesIn, shorten, typedRun } from './text.ts'
import type { WorldPost, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

export type NewPost = {
  author: WorldUser
  text: string
  /** Epoch ms of world time. */
  at: number
  replyTo?: WorldPost | undefined
  quoteOf?: WorldPost | undefined
  repostOf?: WorldPost | undefined
  /** False leaves the text of a reply as it was typed. */
  autoPopulate?: boolean | undefined
  excludeFromRun?: readonly string[] | undefined
  lang?: string | undefined
  likes?: number | undefined
  reposts?: number | undefined
  mediaIds?: readonly string[] | undefined
  replySettings?: WorldPost['replySettings'] | undefined
  viaApp?: string | undefined
  /** Titles of pages that it links to, by address. */
  titles?: Readonly<Record<string, string>> | undefined
}

const idsNamed = (world: World, text: string): string[] =>
  handlesIn(text).flatMap((name) => world.userNamed(name)?.id ?? [])

/**
 * The handles that X puts before a reply: the author of the target, then everybody that post names, but nobody whom the
 * author has put at the beginning by hand.
 */
function leadingRun(world: World, input: NewPost): string {
  const target = input.replyTo
  if (!target || input.autoPopulate === false) return ''
  const typed = new Set(idsNamed(world, typedRun(input.text)))
  const skip = new Set([
    input.author.id,
    ...typed,
    ...(input.excludeFromRun ?? []).filter((id) => id !== target.authorId),
  ])
  const people = [...new Set([target.authorId, ...target.named])].filter((id) => !skip.has(id))
  return people.map((id) => `@${world.users.get(id)?.username ?? ''} `).join('')
}

/** The whole text as it would be published, and how much of it is the leading run. */
export function compose(
  world: World,
  input: NewPost,
): { text: string; runLength: number; links: WorldPost['links'] } {
  const run = leadingRun(world, input)
  const { text, links } = shorten(input.text, input.titles)
  return { text: run + text, runLength: run.length, links }
}

/** Adds a post to the world. */
export function addPost(world: World, input: NewPost): WorldPost {
  const id = world.makeId(input.at)
  const reposted = input.repostOf
  const { text, runLength, links } = reposted
    ? {
        text: `RT @${world.users.get(reposted.authorId)?.username ?? ''}: ${reposted.text}`,
        runLength: 0,
        links: reposted.links,
      }
    : compose(world, input)
  const post: WorldPost = {
    id,
    authorId: input.author.id,
    text,
    runLength,
    links,
    typed: reposted ? [] : idsNamed(world, input.text),
    named: idsNamed(world, text),
    createdAt: input.at,
    conversationId: input.replyTo?.conversationId ?? id,
    replyTo: input.replyTo?.id ?? null,
    quoteOf: input.quoteOf?.id ?? null,
    repostOf: reposted?.id ?? null,
    lang: input.lang ?? guessLang(input.text, input.author.lang),
    likes: input.likes ?? 0,
    reposts: input.reposts ?? 0,
    views: (input.likes ?? 0) * 41 + (input.reposts ?? 0) * 97 + 12,
    hidden: false,
    history: [id],
    mediaIds: [...(input.mediaIds ?? [])],
    replySettings: input.replySettings ?? 'everyone',
    viaApp: input.viaApp ?? null,
  }
  world.putPost(post)
  world.happened({ kind: 'post', post })
  return post
}

/** Publishes a new version under a new id; the old one stays readable by its own id. */
export function editPost(world: World, post: WorldPost, text: string, at: number): WorldPost {
  const id = world.makeId(at)
  const history = [...post.history, id]
  for (const version of post.history) {
    const stored = world.posts.get(version)
    if (stored) stored.history = history
  }
  const run = post.text.slice(0, post.runLength)
  const { text: shortened, links } = shorten(text)
  const edited: WorldPost = {
    ...post,
    id,
    text: run + shortened,
    links,
    typed: idsNamed(world, text),
    named: idsNamed(world, run + shortened),
    createdAt: at,
    conversationId: post.conversationId,
    history,
  }
  world.putPost(edited)
  return edited
}

/** Deletes the whole edit chain, and with it every plain repost. */
export function deletePost(world: World, post: WorldPost): void {
  world.happened({ kind: 'deleted', post })
  for (const id of post.history) {
    const version = world.posts.get(id)
    if (!version) continue
    for (const pointing of world.pointingAt(id)) if (pointing.repostOf === id) world.dropPost(pointing)
    world.dropPost(version)
  }
}

/** The newest version of a post. */
export const isLatest = (post: WorldPost): boolean => post.history.at(-1) === post.id

/** Why a viewer does not get to see a post; null when it is shown. @param viewerId null for an app alone */
export function hiddenFrom(
  world: World,
  post: WorldPost,
  viewerId: string | null,
): 'suspended' | 'protected' | null {
  const author = world.users.get(post.authorId)
  if (!author || author.suspended) return 'suspended'
  const isTrusted =
    viewerId !== null && (author.id === viewerId || (author.approved ?? []).includes(viewerId))
  return author.protected && !isTrusted ? 'protected' : null
}
