/**
 * @file `npm run soak -- --kills N --seed S`: a random world, everything that goes wrong, core killed N times; prints one
 * JSON line and ends with 1 where a promise was broken. The seed gives the same world, agent, faults and ways to die;
 * in which millisecond they meet is the machine's affair, so a failure is told with what happened around it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { controlOf } from '../../src/practice/control-client.ts'
import { startPracticeX } from '../../src/practice/server.ts'
import { seeded } from '../bench/seeded.ts'
import { agent } from './agent.ts'
import { paceName, systemClock, type Pace } from './clock.ts'
import type { Death } from './die-at-commit.ts'
import { coreLog } from './core-log.ts'
import { startCore, type CoreRun } from './core-run.ts'
import { cursorWatch } from './cursors.ts'
import { crowd, customers } from './customers.ts'
import { afterDeath, besideCore } from './inside.ts'
import { journal as newJournal } from './journal.ts'
import { judgeInbound } from './inbound.ts'
import { kills } from './kills.ts'
import { judgeOutbound } from './outbound.ts'
import { busily, openRedirects, scenario, shyCustomer, soakWorkspace, type Stage } from './stage.ts'
import { trouble } from './trouble.ts'
import { truthOf } from './truth.ts'
import { judgeWithdrawn, leftovers } from './withdrawn.ts'

const Whole = z.coerce.number().int()
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    pace: { type: 'string', default: '100' },
  },
})
const killsWanted = Whole.min(0).parse(values.kills)
const seed = Whole.parse(values.seed)
const pace: Pace = { factor: Whole.min(1).max(1_000).parse(values.pace), since: Date.now() }
process.env[paceName] = JSON.stringify(pace)

/** Everything has settled by then, or it never does, ms of the machine. */
const settleAtMostMs = 300_000

/** One life of core is short: more lines of one kind than this are a circle. */
const oftenAtMost = 60

/** No core lives longer on average, ms of the machine. */
const longestLifeMs = 6_000

const folder = join(z.string().parse(process.env['SWITCHBOARD_SOAK_FOLDER']), `seed-${seed}`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const clock = systemClock()
const journal = newJournal(() => clock.now())
const log = coreLog(journal, oftenAtMost)
const x = await startPracticeX({ scenario: scenario([...customers, shyCustomer]), clock })
const control = controlOf(x.baseUrl, x.controlToken)
const redirectPorts = await openRedirects(x)
const workspace = soakWorkspace(x, folder, clock, redirectPorts)

let core: CoreRun | null = null
let isReady = false
const stage: Stage = {
  x,
  control,
  journal,
  now: () => x.world.now(),
  core: () => (isReady ? core : null),
  pass: (worldMs) => wait(worldMs / pace.factor),
}
const secrets = new Map<string, string>()
const truth = truthOf(x)
const cursors = cursorWatch(journal)
const people = crowd(stage, seeded(seed))
const mishaps = trouble(stage, seeded(seed + 1))
const anna = agent(stage, seeded(seed + 2), { truth, mishaps, folder })
const deaths = kills(x, seeded(seed + 3), journal)

function begin(death: Death | null = null): CoreRun {
  log.newLife()
  isReady = false
  const run = startCore({
    script: join(import.meta.dirname, 'core.js'),
    deathScript: join(import.meta.dirname, 'death.js'),
    death,
    workspace,
    secrets,
    onKeep: deaths.onKeep,
    onLog: log.line,
    onSilence: (method) => journal.wrong(`${method} is never answered`),
    onFailed: (code) => journal.wrong(`core did not start: ${code}`),
  })
  core = run
  void run.ready.then((ready) => {
    if (core === run) isReady = ready
  })
  void run.gone.then(({ killed, code }) => {
    if (core === run) isReady = false
    if (!killed) journal.wrong(`core ended by itself with ${code}`)
  })
  return run
}

const startedAt = performance.now()
// Whatever hangs must tell its story too.
const hanging = setTimeout(
  () => {
    journal.wrong('the soak hangs')
    tellWrongs()
    process.exit(1)
  },
  settleAtMostMs * 1.5 + killsWanted * longestLifeMs,
)
for (let count = 0; count < 40; count++) await people.act()
// The very first start connects the handles; from then on there is no good moment any more.
await begin().ready

let isOver = false
const over = (): boolean => isOver
const busy = [
  busily(over, seeded(seed + 4), 14, people.act),
  busily(over, seeded(seed + 5), 5, mishaps.act),
  busily(over, seeded(seed + 6), 12, anna.act),
  busily(over, seeded(seed + 7), 4, () => anna.tidy(false)),
]
await stage.core()?.close()
for (let count = 1; count <= killsWanted; count++) {
  const plan = deaths.plan()
  await deaths.kill(begin(plan.death), plan)
  afterDeath(folder, cursors.look)
  if (count % 20 === 0)
    console.error(`soak: ${count} kills, ${x.world.posts.size} posts, ${x.world.dms.size} direct messages`)
}
isOver = true
await Promise.all(busy)
begin()
await mishaps.end()
await people.end()
journal.note('settling')

/** Sources that may still find what since_id has left out. */
const shallow = (lastWord: number): string => `
  SELECT s.source || ' of @' || h.username AS name FROM sources s JOIN handles h ON h.id = s.handle_id
  WHERE s.source IN ('mentions', 'posts', 'dms') AND coalesce(s.deep_to_at, 0) < ${lastWord + 200_000}`

/** Null once nothing is live, nobody answers any more, and every source has read past the last word. */
async function unsettled(): Promise<string | null> {
  if (x.world.data.upcoming.length > 0) return 'customers still answer'
  const lastWord = Math.max(
    ...[...x.world.posts.values(), ...x.world.dms.values()].map((one) => one.createdAt),
  )
  const run = stage.core()
  if (!run) return 'core is not open'
  const handles = (await run.call('brand.list', {})).flatMap((brand) => brand.handles)
  for (const handle of handles) {
    if (handle.state !== 'connected') return `@${handle.username} is ${handle.state}`
    for (const { source, completeToAt } of handle.sources)
      if ((completeToAt ?? 0) < lastWord + 200_000) return `${source} of @${handle.username} is not complete`
  }
  const { rows } = await run.call('column.page', { columnId: 'outbox:all', after: null, limit: 200 })
  const open = rows.flatMap((row) => (row.kind === 'job' && row.job.state !== 'sent' ? [row.job] : []))
  if (open.length > 0)
    return `${open.length} messages are open: ${open.map((job) => `${job.state} ${job.text}`).join(' | ')}`
  const behind = besideCore(folder, (query) => query(z.object({ name: z.string() }), shallow(lastWord)))
  if (behind === null) return 'the database is not open'
  return behind[0] ? `${behind[0].name} was not read without since_id` : null
}

/** What core believes to be fresh it does not ask for again, world ms; see src/core/recheck/rules.ts. */
const freshMs = 11 * 60_000
/** What fails is asked for another time. */
const rounds = 5

/** Opens every ticket that shows what X no longer shows, until it is gone. */
async function lookThrough(): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const there = besideCore(folder, (query) => leftovers(query, truth)) ?? []
    if (there.length === 0) return
    journal.note(`looks through ${there.length} posts that X no longer shows`)
    await stage.pass(freshMs)
    // A sign-in that died in the trouble is found out when its token ends.
    await anna.tidy(true)
    for (const ticketId of new Set(there.map((one) => one.ticketId)))
      await stage.core()?.call('ticket.get', { ticketId })
    await stage.pass(60_000)
  }
}

const settleBy = performance.now() + settleAtMostMs
let left = await unsettled()
while (left !== null && performance.now() < settleBy) {
  await anna.tidy(true)
  await wait(100)
  left = await unsettled()
}
if (left !== null) journal.wrong(`nothing more happens, yet: ${left}`)
else await lookThrough()
await stage.core()?.close()

const tally = anna.tally()
const verdict = afterDeath(folder, (query) => {
  cursors.look(query)
  return {
    ...judgeInbound(query, truth, journal, people.unlisted),
    ...judgeOutbound(query, truth, journal, tally),
    buried: judgeWithdrawn(query, truth, journal),
  }
})
await x.close()
if (!verdict) throw new Error('core left no database behind')
const { inbound, lost, outbound, doubled } = verdict
console.log(
  JSON.stringify({
    inbound,
    lost,
    declared_gaps: verdict.gaps,
    outbound,
    doubled,
    unsure_told: tally.told,
    unsure_avoidable: tally.avoidable + verdict.avoidable,
    reconnects_told: tally.reconnects,
    cursor_regressions: cursors.regressions(),
  }),
)
const seconds = Math.round((performance.now() - startedAt) / 1_000)
console.error(
  `soak: ${killsWanted} kills, seed ${seed}, ${seconds} s, ${Math.round((seconds * pace.factor) / 3_600)} hours of the world; ${verdict.buried} deleted posts are gone`,
)
clearTimeout(hanging)
tellWrongs()
process.exit(journal.wrongs().length > 0 ? 1 : 0)

/** Each broken promise with what happened to what it names, and where the rest lies. */
function tellWrongs(): void {
  const wrongs = journal.wrongs()
  const file = join(folder, 'journal.txt')
  writeFileSync(file, `${journal.lines().join('\n')}\n`)
  if (wrongs.length === 0) return
  console.error(
    `soak: ${wrongs.length} broken promises. Again: npm run soak -- --kills ${killsWanted} --seed ${seed}`,
  )
  for (const wrong of wrongs.slice(0, 20)) {
    console.error(`  ${wrong}`)
    const words = wrong.match(/k\d+x|\d{19}|[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    for (const line of journal.about(words).slice(-12)) console.error(`      ${line}`)
  }
  console.error(`soak: the whole story: ${file}; what core left: ${folder}`)
}
