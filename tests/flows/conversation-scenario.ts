/**
 * @file Real public support conversations as a scenario of the practice X, and what must become of them, counted from
 * the file alone: nothing of core is asked here. The posts stay outside the project.
 *
 * [Note: The rule] A ticket is one brand, one customer, one thread; the thread is the topmost ancestor that is in the
 * file. A customer's post opens it by replying to the brand or by naming its handle itself; a handle that X puts before a
 * reply by itself means the brand only where customers go on with what they wrote themselves, and a ticket is there.
 */
import { must } from '../../src/shared/must.ts'
import { filePosts } from '../conversations.ts'

type Said = {
  id: string
  by: string
  isBrand: boolean
  at: number
  text: string
  parent: Said | null
  /** Its place among all, oldest first: tells two of one second apart, as X's ids do. */
  place: number
}

/** A ticket as the file has it. */
export type Expected = {
  brand: string
  customer: string
  firstReplyAt: number | null
  isAnswered: boolean
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Every post, oldest first. */
function read(): Said[] {
  const posts = filePosts()
  const byId = new Map<string, Said>()
  for (const { id, author, isOurs, at, text } of posts)
    byId.set(id, { id, by: author, isBrand: isOurs, at, text: unescaped(text), parent: null, place: 0 })
  for (const { id, parent } of posts)
    if (parent !== null) must(byId.get(id), 'a post').parent = byId.get(parent) ?? null
  const all = [...byId.values()].sort((a, b) => a.at - b.at || depth(a) - depth(b))
  all.forEach((said, place) => (said.place = place))
  return all
}

const depth = (said: Said): number => (said.parent ? depth(said.parent) + 1 : 0)
const top = (said: Said): Said => (said.parent ? top(said.parent) : said)
const names = (text: string): string[] =>
  [...text.matchAll(/(?<![\w@/])@(\w{1,15})(?!\w|@)/gu)].map((match) => (match[1] ?? '').toLowerCase())

/** Everybody whom X puts before a reply to this. */
function handedDown(said: Said): Set<string> {
  return new Set([
    said.by.toLowerCase(),
    ...names(said.text),
    ...(said.parent ? handedDown(said.parent) : []),
  ])
}

function isMeantFor(said: Said, brand: string): 'opens' | 'joins' | 'no' {
  const name = brand.toLowerCase()
  if (!said.parent) return names(said.text).includes(name) ? 'opens' : 'no'
  if (said.parent.by === brand) return 'opens'
  const run = /^(?:\s*@\w{1,15}(?=\s|$))*/u.exec(said.text)?.[0] ?? ''
  if (names(said.text.slice(run.length)).includes(name)) return 'opens'
  if (!handedDown(said.parent).has(name)) return names(run).includes(name) ? 'opens' : 'no'
  return said.parent.by === said.by ? 'joins' : 'no'
}

/** Whom a brand's post answers: the first above it that is not the brand's own. */
function answered(said: Said): string | null {
  let above = said.parent
  while (above && above.by === said.by) above = above.parent
  return above?.by ?? null
}

/** Every ticket of these brands by the rule, see [Note: The rule]. */
function expected(all: readonly Said[], brands: ReadonlySet<string>): Expected[] {
  const threads = Map.groupBy(all, (said) => top(said).id)
  return [...threads.values()].flatMap((thread) =>
    [...brands].flatMap((brand) => {
      // What the workspace's own handles write is nobody's request, also where it names another brand of it.
      const customers = new Set(thread.flatMap(({ by }) => (brands.has(by) ? [] : [by])))
      return [...customers].flatMap((customer): Expected[] => {
        const begun = thread.find(
          ({ by, ...said }) => by === customer && isMeantFor({ by, ...said }, brand) === 'opens',
        )
        if (!begun) return []
        const theirs = thread.filter(
          (said) => said.by === customer && said.place >= begun.place && isMeantFor(said, brand) !== 'no',
        )
        const ours = thread.filter((said) => said.by === brand && answered(said) === customer)
        const last = must(theirs.at(-1), 'the post that opened it')
        return [
          {
            brand,
            customer,
            firstReplyAt: ours.find(({ place }) => place > begun.place)?.at ?? null,
            isAnswered: ours.some(({ place }) => place > last.place),
          },
        ]
      })
    }),
  )
}

/** The conversations in which these brands write or are named, as a scenario that begins at `startAt`. */
export function conversationScenario(
  startAt: number,
  wanted: readonly string[] | 'all',
): { lines: string; tickets: Expected[]; instants: number[]; brands: string[] } {
  const all = read()
  const writing = new Set(all.flatMap(({ by, isBrand }) => (isBrand ? [by] : [])))
  const brands = new Set(wanted === 'all' ? writing : wanted)
  const lowered = new Set([...brands].map((brand) => brand.toLowerCase()))
  const kept = new Set(
    all
      .filter((said) => brands.has(said.by) || names(said.text).some((name) => lowered.has(name)))
      .map((said) => top(said).id),
  )
  const posts = all.filter((said) => kept.has(top(said).id))
  // One distance for all of them: what lay between two posts lies between them still.
  const moved = startAt - must(posts[0], 'a post').at
  const later = (said: Said): number => said.at + moved
  const people = [...new Set(posts.map(({ by }) => by))]
  const lines = [
    { type: 'app', name: 'Agency' },
    ...people.map((by) =>
      brands.has(by)
        ? { type: 'handle', username: by, name: by, client: by, brand: by, app: 'Agency' }
        : { type: 'user', username: by, name: by },
    ),
    ...posts.map((said) => ({
      type: 'post',
      key: `k${said.id}`,
      by: said.by,
      text: said.text,
      after: `${(later(said) - startAt) / 1_000 + 1}s`,
      ...(said.parent ? { replyTo: `k${said.parent.id}` } : {}),
    })),
  ]
  return {
    lines: lines.map((line) => JSON.stringify(line)).join('\n'),
    tickets: expected(posts, brands).map((ticket) => ({
      ...ticket,
      firstReplyAt: ticket.firstReplyAt === null ? null : ticket.firstReplyAt + moved + 1_000,
    })),
    instants: posts.map((said) => later(said) + 1_000),
    brands: [...brands],
  }
}

/** The computer sleeps no longer than this: after more than a day only the last one is read by itself. */
const stretchMs = 20 * 3_600_000

/** The instants at which to look: soon after the first post that was not seen, and what came within a stretch of it. */
export function looks(instants: readonly number[]): number[] {
  const at: number[] = []
  for (const instant of instants) {
    const last = at.at(-1)
    if (last === undefined || instant > last) at.push(instant + stretchMs)
  }
  return at
}
