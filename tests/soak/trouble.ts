/**
 * @file Everything that goes wrong at X: faults of every kind on every route, lagging timelines, used-up windows, empty
 * accounts, dead sign-ins. All of it can be ended at once.
 */
import type { Chance } from '../bench/seeded.ts'
import { FaultKind, type NewFault } from '../../src/practice/faults.ts'
import { ListName, PageFlaw } from '../../src/practice/list-flaws.ts'
import { brands, type Stage } from './stage.ts'

const routes = [
  { method: 'GET', path: '/2/users/:id/mentions' },
  { method: 'GET', path: '/2/users/:id/tweets' },
  { method: 'GET', path: '/2/dm_events' },
  { method: 'GET', path: '/dm_events' },
  { method: 'GET', path: '/2/tweets' },
  { method: 'GET', path: '/2/users' },
  { method: 'GET', path: '/2/tweets/search/recent' },
  { method: 'POST', path: '/2/tweets' },
  { method: 'POST', path: '/2/tweets' },
  { method: 'POST', path: '/messages' },
  { method: 'POST', path: '/messages' },
  { method: 'POST', path: '/2/oauth2/token' },
  { method: 'GET', path: '/2/activity/stream' },
  { method: 'POST', path: '/2/activity/subscriptions' },
] as const
const statuses = [500, 502, 503, 503, 429, 404, 403, 400, 401, 408] as const
const lists = ['mentions', 'tweets', 'search', 'dm'] as const

/** The longest that a write may take effect after its connection ended, world ms. */
export const latestWriteMs = 150_000

/** Pages that lead nowhere are used up after so long, world ms. */
const misleadAtMostMs = 15 * 60_000

export type Trouble = {
  act(): Promise<void>
  end(): Promise<void>
  /** Whether X may have shown an empty page to somebody who looked for a message of their own since that instant. */
  mayHaveHidden(since: number): boolean
}

export function trouble(stage: Stage, chance: Chance): Trouble {
  const { control, journal, x } = stage
  const apps = x.world.data.apps.map(({ name }) => name)

  let emptiedAt = -Infinity

  async function misPage(): Promise<void> {
    const list = chance.one(ListName.options)
    const flaw = chance.one(PageFlaw.options)
    const times = 1 + chance.whole(5)
    if (flaw === 'empty-page' && (list === 'tweets' || list === 'dm')) emptiedAt = stage.now()
    await control['mis-page']({ list, flaw, times })
    journal.note(`flaw: ${list} ${flaw} ${times}`)
  }

  /** The stream is silent, slow, doubled, incomplete, cut off, garbled, or held by other computers. */
  async function disturbStream(): Promise<void> {
    const act = chance.one(['settings', 'settings', 'drop', 'drop', 'line', 'others'] as const)
    const app = chance.one(apps)
    if (act === 'settings') {
      const settings = {
        keepAlive: chance.next() < 0.7,
        duplicate: chance.next() < 0.3,
        delayMs: chance.next() < 0.5 ? 0 : chance.whole(60_000),
        skips: chance.one(['as-x', 'as-x', 'everything', 'nothing'] as const),
      }
      await control.stream(settings)
      journal.note(`stream: ${JSON.stringify(settings)}`)
    } else if (act === 'drop') await control['stream.drop']({ app, words: chance.next() < 0.5 })
    else if (act === 'line') {
      const text = chance.one(['{"data":', 'no json at all\r\n', '{"data":{}}\r\n', '\r\n'])
      await control['stream.line']({ app, text })
    } else await control['stream.others']({ app, count: chance.whole(3) })
    if (act !== 'settings') journal.note(`stream: ${act} ${app}`)
  }

  async function fault(): Promise<void> {
    const kind = chance.one(FaultKind.options)
    const { method, path } = chance.one(routes)
    const status = chance.one(statuses)
    const made: NewFault = {
      match: { method, path, ...(chance.next() < 0.5 ? { handle: chance.one(brands) } : {}) },
      times: 1 + chance.whole(3),
      kind,
      ...(kind === 'status' ? { status } : {}),
      ...(kind === 'status' && status === 429 && chance.next() < 0.7
        ? {
            headers: {
              'x-rate-limit-limit': '15',
              'x-rate-limit-remaining': '0',
              'x-rate-limit-reset': String(Math.ceil(stage.now() / 1_000) + 5 + chance.whole(240)),
            },
          }
        : {}),
      ...(kind === 'slow' ? { delayMs: 1_000 + chance.whole(70_000) } : {}),
      ...(kind === 'late-write' ? { delayMs: 1_000 + chance.whole(latestWriteMs - 1_000) } : {}),
    }
    await control.fault(made)
    journal.note(`fault: ${JSON.stringify(made)}`)
  }

  const acts: (() => Promise<void>)[] = [
    ...Array.from({ length: 60 }, () => fault),
    ...Array.from({ length: 6 }, () => misPage),
    ...Array.from({ length: 8 }, () => disturbStream),
    ...Array.from({ length: 3 }, () => async () => {
      const endpoint = chance.one(lists)
      const ms = chance.next() < 0.5 ? 0 : chance.whole(90_000)
      await control.lag({ endpoint, ms })
      journal.note(`lag: ${endpoint} ${ms}`)
    }),
    async () => {
      const app = chance.one(apps)
      await control.credits({ app, dollars: 0 })
      journal.note(`credits: ${app} has none`)
      await stage.pass(30_000 + chance.whole(120_000))
      await control.credits({ app, dollars: null })
      journal.note(`credits: ${app} has some`)
    },
    ...Array.from({ length: 2 }, () => async () => {
      const username = chance.one(brands)
      await control.revoke({ username })
      journal.note(`revoke: ${username}`)
    }),
    async () => control.summon({ mode: chance.next() < 0.7 ? 'typed' : 'any' }).then(() => undefined),
  ]

  return {
    act: () => chance.one(acts)(),
    mayHaveHidden: (since) => emptiedAt + misleadAtMostMs >= since,
    async end() {
      await control['faults.clear']({})
      await control.stream({ keepAlive: true, duplicate: false, delayMs: 0, skips: 'as-x' })
      for (const app of apps) await control['stream.others']({ app, count: 0 })
      for (const endpoint of lists) await control.lag({ endpoint, ms: 0 })
      for (const app of apps) await control.credits({ app, dollars: null })
      journal.note('trouble: over')
    },
  }
}
