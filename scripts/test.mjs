/**
 * @file `npm test`: sets up, then every suite, whatever failed before it; the last line is `N passed, N failed`. Names
 * of suites behind `--` choose among them, any other word is a filter for their tests.
 */
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, inModules, node24, root } from './paths.mjs'
import { main, say, seconds } from './progress.mjs'
import { attempt, endAll } from './run.mjs'
import { prepareLaunch, setUp } from './set-up.mjs'
import { readIfThere } from './stamp.mjs'
import { closingLine, countsOfCheck, countsOfPlaywright, verdict } from './suites.mjs'

/** @typedef {import('./suites.mjs').Counts} Counts */
/** @typedef {{ code: number, output: string, counts?: Counts | undefined }} Ran */

const reports = join(cache, 'reports')
const keyringPassword = 'made up for the tests'

await main(async () => {
  const startedAt = performance.now()
  const words = process.argv.slice(2)
  const runtime = await setUp({ screen: true, keyring: true })
  const { describe } = await import('./electron-runtime.mjs')
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  /** @type {Record<string, (filters: string[]) => Promise<Ran>>} */
  const suites = {
    format: () => tool('prettier/bin/prettier.cjs', '--check', '.'),
    lint: () => tool('oxlint/bin/oxlint', '--deny-warnings'),
    types: () => attempt(node24, [join(root, 'scripts', 'types.mjs')], { cwd: root }),
    unit: (filters) => unit(filters),
    build: () => build(),
    e2e: (filters) => e2e(runtime, filters),
  }
  const chosen = words.filter((word) => word in suites)
  const filters = words.filter((word) => !(word in suites))
  const results = []
  for (const [name, suite] of Object.entries(suites)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    results.push(await report(name, () => suite(filters)))
  }
  await endAll()
  for (const { name, reason } of results.flatMap((each) => each.skipped)) say(`skipped: ${name}: ${reason}`)
  for (const failure of results.flatMap((each) => each.failures)) say(`failed: ${failure}`)
  say(`\nRan on ${describe(runtime)}, ${seconds(startedAt)} in all.`)
  say(closingLine(results))
  return results.every((each) => each.failed === 0) ? 0 : 1
})

/**
 * Runs one suite and says in one line what came of it; what it printed follows only if it failed.
 * @param {string} name @param {() => Promise<Ran>} suite @returns {Promise<Counts>}
 */
async function report(name, suite) {
  const startedAt = performance.now()
  const ran = await suite().catch((error) => ({
    code: 1,
    output: String(error instanceof Error ? error.message : error),
  }))
  const checked =
    name === 'unit' || name === 'e2e'
      ? verdict(name, ran.code, 'counts' in ran ? ran.counts : undefined)
      : countsOfCheck(name, ran.code)
  writeFileSync(join(reports, `${name}.log`), ran.output)
  if (checked.failed > 0) say(ran.output.trimEnd())
  say(`${name.padEnd(8)}${closingLine([checked])} (${seconds(startedAt)})`)
  return checked
}

/** @param {string} script of a package @param {string[]} args @returns {Promise<Ran>} */
function tool(script, ...args) {
  return attempt(node24, [inModules(...script.split('/')), ...args], { cwd: root })
}

/** @param {string[]} filters @returns {Promise<Ran>} */
async function unit(filters) {
  const file = join(reports, 'unit.json')
  const args = [
    'run',
    '--reporter=default',
    `--reporter=${join(root, 'scripts', 'vitest-report.mjs')}`,
    ...filters,
  ]
  const { code, output } = await attempt(node24, [inModules('vitest', 'vitest.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, SWITCHBOARD_REPORT: file },
  })
  return { code, output, counts: parse(file) }
}

/** @returns {Promise<Ran>} */
async function build() {
  const { ensureBuild } = await import('./build.mjs')
  await ensureBuild({ always: true })
  return { code: 0, output: '' }
}

/**
 * Playwright and all it starts run as the unprivileged user, in a D-Bus session of their own with an unlocked keyring.
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 * @param {string[]} filters
 * @returns {Promise<Ran>}
 */
async function e2e(runtime, filters) {
  const folder = join(cache, 'e2e')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const launch = await prepareLaunch(runtime, { ownScreen: true, home: join(folder, 'home') })
  if (launch.uid !== undefined) chownSync(folder, launch.uid, launch.uid)
  const file = join(folder, 'report.json')
  const unlockThenRun =
    'printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.log" 2>&1 || exit 1; shift; exec "$@"'
  const linux = ['dbus-run-session', '--', '/bin/sh', '-c', unlockThenRun, 'sh', keyringPassword]
  const playwright = [node24, inModules('@playwright', 'test', 'cli.js'), 'test', ...filters]
  const [command = node24, ...args] = process.platform === 'linux' ? [...linux, ...playwright] : playwright
  const { code, output } = await attempt(command, args, {
    cwd: root,
    env: { ...launch.env, SWITCHBOARD_ELECTRON: forTests(launch), PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.uid }),
  })
  const text = readIfThere(file)
  return { code, output, counts: text === undefined ? undefined : countsOfPlaywright(JSON.parse(text)) }
}

/** @param {import('./set-up.mjs').Launch} launch what tests/e2e/launch.ts reads */
function forTests({ executable, args, kind, version, node, uid }) {
  return JSON.stringify({ executable, args, kind, version, node, uid })
}

/** @param {string} file @returns {Counts | undefined} */
function parse(file) {
  const text = readIfThere(file)
  return text === undefined ? undefined : JSON.parse(text)
}
