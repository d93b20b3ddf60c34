/**
 * @file `npm test`: sets up, then every suite, whatever failed before it; the last line is `N passed, N failed`. Names
 * of suites behind `--` choose among them, any other word is a filter for their tests.
 */
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { cache, inModules, node24, root } from './paths.mjs'
import { main, say, seconds, step } from './progress.mjs'
import { attempt, endAll } from './run.mjs'
import { prepareLaunch, setUp } from './set-up.mjs'
import { readIfThere } from './stamp.mjs'
import { closingLine, countsOfCheck, countsOfPlaywright, verdict } from './suites.mjs'

/** @typedef {import('./suites.mjs').Counts} Counts */
/** @typedef {{ code: number, output: string, counts?: Counts | undefined }} Ran */
/**
 * @typedef {object} Suite
 * @property {(filters: string[], launch?: import('./set-up.mjs').Launch) => Promise<Ran>} run
 * @property {boolean} [counted] its report counts tests; otherwise it is one check
 * @property {() => Promise<import('./set-up.mjs').Launch>} [prepare]
 */

const reports = join(cache, 'reports')
const e2eFolder = join(cache, 'e2e')
const keyringPassword = 'made up for the tests'
const unlockThenRun =
  'printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.log" 2>&1 || exit 1; shift; exec "$@"'

await main(async () => {
  const startedAt = performance.now()
  const words = process.argv.slice(2)
  const runtime = await setUp({ screen: true, keyring: true })
  const { describe } = await import('./electron-runtime.mjs')
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  /** @type {Record<string, Suite>} */
  const suites = {
    format: { run: () => tool('prettier/bin/prettier.cjs', '--check', '.') },
    lint: { run: () => tool('oxlint/bin/oxlint', '--deny-warnings') },
    types: { run: () => attempt(node24, [join(root, 'scripts', 'types.mjs')], { cwd: root }) },
    unit: { run: unit, counted: true },
    build: { run: rebuild },
    e2e: { run: e2e, counted: true, prepare: () => prepareE2e(runtime) },
    soak: { run: soak },
  }
  const chosen = words.filter((word) => word in suites)
  const filters = words.filter((word) => !(word in suites))
  const results = []
  for (const [name, suite] of Object.entries(suites)) {
    if (chosen.length === 0 || chosen.includes(name)) results.push(await report(name, suite, filters))
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
 * @param {string} name @param {Suite} suite @param {string[]} filters @returns {Promise<Counts>}
 */
async function report(name, suite, filters) {
  const failed = (/** @type {unknown} */ error) => ({
    code: 1,
    output: error instanceof Error ? error.message : String(error),
  })
  /** @type {Counts} */
  let counts = countsOfCheck(name, 1)
  const ran = await Promise.resolve(suite.prepare?.()).then(
    (launch) =>
      step(
        name,
        async () => {
          const result = /** @type {Ran} */ (await suite.run(filters, launch).catch(failed))
          counts = suite.counted
            ? verdict(name, result.code, result.counts)
            : countsOfCheck(name, result.code)
          return result
        },
        () => `, ${closingLine([counts])}`,
      ),
    failed,
  )
  writeFileSync(join(reports, `${name}.log`), ran.output)
  if (counts.failed > 0) say(ran.output.trimEnd())
  return counts
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
async function rebuild() {
  await build()
  return { code: 0, output: '' }
}

/** @param {import('./electron-runtime.mjs').Runtime} runtime */
async function prepareE2e(runtime) {
  rmSync(e2eFolder, { recursive: true, force: true })
  mkdirSync(e2eFolder, { recursive: true })
  const launch = await prepareLaunch(runtime, { ownScreen: true, home: join(e2eFolder, 'home') })
  if (launch.uid !== undefined) chownSync(e2eFolder, launch.uid, launch.uid)
  return launch
}

/**
 * Playwright and all it starts run as the unprivileged user, in a D-Bus session of their own with an unlocked keyring.
 * @param {string[]} filters
 * @param {import('./set-up.mjs').Launch | undefined} launch
 * @returns {Promise<Ran>}
 */
async function e2e(filters, launch) {
  if (!launch) throw new Error('The e2e suite was not prepared.')
  const file = join(e2eFolder, 'report.json')
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

/** About five minutes on two cores that have nothing else to do. @returns {Promise<Ran>} */
function soak() {
  return attempt(node24, [join(root, 'scripts', 'soak.mjs'), '--kills', '200', '--seed', '1'], { cwd: root })
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
