/**
 * @file `npm run soak -- --day`: core's resident memory over a simulated day of 100,000 inbound posts, after one such day
 * in which its caches fill. Prints one JSON line; ends with 1 where an hour strays by more than a tenth.
 */
import { readFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { median } from '../bench/line.ts'
import { seeded } from '../bench/seeded.ts'
import { complaint } from '../bench/sentences.ts'
import { addPost } from '../../src/practice/posts.ts'
import { startPracticeX } from '../../src/practice/server.ts'
import { Failure } from '../../src/shared/errors.ts'
import { must } from '../../src/shared/must.ts'
import { everyday } from './acts.ts'
import { paceName, systemClock, type Pace } from './clock.ts'
import { coreLog } from './core-log.ts'
import { startCore } from './core-run.ts'
import { besideCore } from './inside.ts'
import { journal as newJournal } from './journal.ts'
import { signInAgain } from './sign-in.ts'
import { brands, openRedirects, scenario, soakWorkspace } from './stage.ts'

const { values } = parseArgs({
  options: {
    day: { type: 'boolean' },
    posts: { type: 'string', default: '100000' },
    pace: { type: 'string', default: '150' },
  },
})
const Whole = z.coerce.number().int()
const postsADay = Whole.min(1_000).parse(values.posts)
const pace: Pace = { factor: Whole.min(1).max(2_000).parse(values.pace), since: Date.now() }
process.env[paceName] = JSON.stringify(pace)

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const tolerance = 0.1
/** The share of what was posted that must be here an hour later: a core that reads nothing keeps its memory as well. */
const arrivedAtLeast = 0.99
/** So often is looked at the process, ms of the world. */
const lookMs = 10 * 60_000
const authors = Array.from({ length: 3_000 }, (_, at) => `customer_${at}`)

const folder = join(z.string().parse(process.env['SWITCHBOARD_SOAK_FOLDER']), 'day')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const clock = systemClock()
const journal = newJournal(() => clock.now())
const x = await startPracticeX({ scenario: scenario(authors), clock })
const { world } = x
const redirectPorts = await openRedirects(x)
const run = startCore({
  script: join(import.meta.dirname, 'core.js'),
  deathScript: join(import.meta.dirname, 'death.js'),
  death: null,
  workspace: soakWorkspace(x, folder, clock, redirectPorts),
  secrets: new Map(),
  onKeep: () => {},
  // A day is long: only what is wrong in one is worth a word here.
  onLog: coreLog({ ...journal, note: () => {} }, Infinity).line,
  onFailed: (code) => journal.wrong(`core did not start: ${code}`),
  onSilence: (method) => journal.wrong(`${method} is never answered`),
})
void run.gone.then(({ killed, code }) => {
  if (!killed) journal.wrong(`core ended by itself with ${code}`)
})
if (!(await run.ready)) throw new Error('core did not start')

const Count = z.object({ n: z.number() })
const customersPosts = (before: number): string => `
  SELECT count(*) AS n FROM posts WHERE created_at < ${before} AND author_id NOT IN (SELECT x_user_id FROM handles)`

const chance = seeded(1)
const recent: string[] = []

/** One post of a customer's: a new one, or a reply to a recent one. */
function inbound(): void {
  const author = must(world.userNamed(chance.one(authors)), 'an author')
  const target = chance.next() < 0.3 && recent.length > 0 ? world.posts.get(chance.one(recent)) : undefined
  const text = `@${chance.one(brands)} ${complaint(chance).text.slice(0, 200)}`
  const post = addPost(world, { author, text, at: world.now(), ...(target ? { replyTo: target } : {}) })
  recent.push(post.id)
  if (recent.length > 200) recent.shift()
}

/** Resident memory of core, MB. */
const resident = (): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${run.pid}/status`, 'utf8'))?.[1]) / 1_024

/** At this pace an answer may come too late for a sign-in to live on: somebody is there to connect again. */
async function connectAgain(): Promise<void> {
  const handles = (await run.call('brand.list', {})).flatMap((brand) => brand.handles)
  for (const handle of handles.filter(({ state }) => state === 'reconnect')) {
    reconnects++
    try {
      await signInAgain(run, handle)
    } catch (error) {
      // What was late once may be late again; the next look tries anew.
      if (!(error instanceof Failure && (error.code.startsWith('x.') || everyday.has(error.code))))
        throw error
    }
  }
}

/** Nobody has a hundred thousand tickets waiting: who works there keeps up with what comes in. */
async function keepUp(): Promise<void> {
  const { ticketIds } = await run.call('column.tickets', { columnId: 'needs-reply:all' })
  if (ticketIds.length > 0) await run.call('ticket.no-reply-needed', { ticketIds })
}

const startedAt = world.now()
let reconnects = 0
let written = 0
let nextLook = startedAt
const hours: number[][] = []
while (world.now() < startedAt + 2 * dayMs && journal.wrongs().length === 0) {
  const passed = world.now() - startedAt
  for (; written < (passed / dayMs) * postsADay; written++) inbound()
  if (world.now() >= nextLook) {
    nextLook += lookMs
    const hour = Math.floor(passed / hourMs)
    hours[hour] = [...(hours[hour] ?? []), resident()]
    await connectAgain()
    await keepUp()
  }
  await wait(20)
}

const until = world.now() - hourMs
const arrived = besideCore(folder, (query) => query(Count, customersPosts(until)))?.[0]?.n ?? 0
const due = Math.floor(((until - startedAt) / dayMs) * postsADay)
if (arrived < due * arrivedAtLeast) journal.wrong(`${arrived} of ${due} posts are here an hour later`)
await run.close()
await x.close()
for (const wrong of journal.wrongs().slice(0, 10)) console.error(`  ${wrong}`)
if (hours.length < 48) process.exit(1)

const second = hours.slice(24, 48).map(median)
const middle = median(second)
const strays = Math.max(...second.map((mb) => Math.abs(mb - middle) / middle))
console.log(
  JSON.stringify({
    name: 'core-memory',
    value: Math.round((1 + strays) * 1_000) / 1_000,
    unit: 'ratio',
    goal: 1 + tolerance,
    runs: 1,
    floor: `the median hour of the day, ${Math.round(middle)} MB; ${arrived} posts of two days, ${reconnects} sign-ins`,
  }),
)
console.error(
  `core-memory: hours of the first day ${hours
    .slice(0, 24)
    .map((hour) => Math.round(median(hour)))
    .join(' ')}`,
)
console.error(`core-memory: hours of the second day ${second.map(Math.round).join(' ')}`)
process.exit(journal.wrongs().length > 0 || strays > tolerance ? 1 : 0)
