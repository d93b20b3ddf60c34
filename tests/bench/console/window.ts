/**
 * @file The windows that the benchmarks of the console drive: Switchboard over a large practice workspace, and a bare
 * one, both in the real Electron.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { _electron, type CDPSession, type Page } from '@playwright/test'
import { build, type Rolldown } from 'vite'
import { z } from 'zod'
import type { BrandView } from '../../../src/shared/domain/brand.ts'
import type { DeckView, NewColumn } from '../../../src/shared/domain/deck.ts'
import { startPracticeX } from '../../../src/practice/server.ts'
import { controlOf } from '../../../src/practice/control-client.ts'
import { callCore } from '../../e2e/bridge.ts'
import { ownFolder, prepared, startOnce } from '../app.ts'
import { fill, type Filled } from '../fill.ts'

/** What numbers are measured on. */
const posts = 1_000_000
/** A new practice workspace reads its whole world in this time. */
const settleMs = 10_000
/** So many tickets wait for a reply: enough for half a minute of triage. */
const waiting = 900

/** A filled profile; made once for all figures of a run. */
export type Large = { profile: string; filled: Filled }

let made: Promise<Large> | null = null

/** The workspace of a million posts, below `folder`; takes minutes the first time. */
export function large(folder: string): Promise<Large> {
  made ??= (async () => {
    const profile = join(folder, 'console')
    rmSync(profile, { recursive: true, force: true })
    await startOnce({ folder: ownFolder(), profile, says: 'The first column is painted.' }, settleMs)
    const filled = await fill(practiceOf(profile), posts, waiting)
    return { profile, filled }
  })()
  return made
}

/** Ends what `large` made. */
export async function forgetLarge(): Promise<void> {
  if (made) rmSync((await made).profile, { recursive: true })
}

const practiceOf = (profile: string): string => join(profile, 'workspaces', 'practice')

/** What `large` is made of, in words. */
export const largeWords = ({ posts: all, tickets, needsReply }: Filled): string =>
  `${all} posts, ${tickets} tickets of which ${needsReply} need a reply, twelve columns`

/** Lets customers post later on: lines of a scenario whose `after` counts from the next opening. */
export async function plan(profile: string, lines: readonly object[]): Promise<void> {
  const x = await startPracticeX({ worldFile: join(practiceOf(profile), 'world.json') })
  const text = lines.map((line) => JSON.stringify(line)).join('\n')
  await controlOf(x.baseUrl, x.controlToken).scenario({ text })
  await x.close()
}

/** A window under measurement. */
export type Driven = { page: Page; cdp: CDPSession; close(): Promise<void> }

async function drive(folder: string, profile: string): Promise<Driven> {
  const { executable, args, node } = prepared()
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const environment = Object.entries({
    ...process.env,
    SWITCHBOARD_NODE: node,
    SWITCHBOARD_PROFILE: profile,
  }).flatMap(([name, value]) =>
    value === undefined || name === 'SWITCHBOARD_ELECTRON' ? [] : [[name, value]],
  )
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args.slice(0, -1), folder],
    // Without this word Playwright switches the sandbox off; where it has to be off, the arguments say so.
    chromiumSandbox: true,
    env: Object.fromEntries(environment),
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  const cdp = await page.context().newCDPSession(page)
  return { page, cdp, close: () => app.close() }
}

const columnsShown = 12
/** A workspace of this size may have to be brought up to date first. */
const openingMs = 180_000
/** Columns that were added are read, and what core still does after a start is done: on so many posts it takes a while. */
const settledMs = 30_000

/** Switchboard on that profile, with twelve columns; the first one has the keyboard. */
export async function openConsole({ profile }: Large): Promise<Driven> {
  const driven = await drive(ownFolder(), profile)
  const { page } = driven
  await page.getByRole('option').first().waitFor({ timeout: openingMs })
  const call = <T>(method: string, input: unknown): Promise<T> => callCore(page, method, input) as Promise<T>
  const brands = await call<BrandView[]>('brand.list', {})
  const kinds = ['needs-reply', 'mentions', 'dms', 'unowned'] as const
  const wanted: NewColumn[] = brands.flatMap((brand) =>
    kinds.map((kind): NewColumn => ({ kind, brandId: brand.id })),
  )
  const shown = async (): Promise<number> =>
    (await call<DeckView[]>('deck.list', {}))[0]?.columns.length ?? Number.NaN
  for (const column of wanted) {
    if ((await shown()) >= columnsShown) break
    await call('column.add', { deckId: 'all', column })
  }
  const name = page.getByRole('textbox', { name: 'Name' })
  if (await name.isVisible()) {
    await name.fill('Jo Doe')
    await page.getByRole('textbox', { name: 'Initials' }).fill('JD')
    await page.keyboard.press('Enter')
    await name.waitFor({ state: 'hidden' })
  }
  await page.keyboard.press('1')
  await passed(settledMs)
  return driven
}

/** A bare window with one of the lists of `bare-list.ts`. */
export async function openBare(folder: string, list: 'plain' | 'virtual', rows: number): Promise<Driven> {
  const driven = await drive(join(ownFolder(), 'tests', 'bench', 'bare-window'), join(folder, 'console-bare'))
  await driven.page.addScriptTag({ content: await bareScript() })
  await driven.page.evaluate(([which, count]) => (window as unknown as BareWindow).bareList[which](count), [
    list,
    rows,
  ] as const)
  return driven
}

type BareWindow = { bareList: Record<'plain' | 'virtual', (count: number) => void> }

const Output = z.array(
  z.object({
    output: z.array(
      z.custom<Rolldown.OutputChunk>((one) => z.object({ code: z.string() }).safeParse(one).success),
    ),
  }),
)

let script: Promise<string> | null = null

/** `bare-list.ts` as one script. */
function bareScript(): Promise<string> {
  script ??= (async () => {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      root: ownFolder(),
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        lib: {
          entry: join(ownFolder(), 'tests', 'bench', 'console', 'bare-list.ts'),
          formats: ['iife'],
          name: 'bareList',
        },
      },
    })
    const [one] = Output.parse(built)
    const [chunk] = one?.output ?? []
    if (!chunk) throw new Error('the bare list was not built')
    return `${chunk.code}\nwindow.bareList = bareList`
  })()
  return script
}
