/** @file The packages of package-lock.json, and the Node 24 among them. Runs before any package is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inModules, node24, root } from './paths.mjs'
import { Problem, step } from './progress.mjs'
import { attempt, outsideEnvironment, run } from './run.mjs'
import { hashOf, isStamped, stamp } from './stamp.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const stampFile = inModules('.switchboard-lock')

/**
 * Installs what package-lock.json names, unless that very lock is installed already. Scripts of packages do not run:
 * npm versions disagree about them, and the only one that is needed (the binary of the `node` package) is run here.
 */
export async function ensureDependencies() {
  const lock = hashOf(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  if (!isStamped(stampFile, lock)) {
    await step('Installing dependencies (npm ci)', () =>
      run('npm ci', npm, ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], {
        cwd: root,
        env: outsideEnvironment(process.env),
      }),
    )
  }
  if (!(await node24Works())) await fetchNode24()
  stamp(stampFile, lock)
}

async function node24Works() {
  return existsSync(node24) && (await attempt(node24, ['--version'])).code === 0
}

async function fetchNode24() {
  await step('Fetching Node 24', () =>
    // By name, from outside: the Node that runs this may be the package's own, which npm ci has just taken away.
    run('Fetching Node 24', 'node', ['installArchSpecificPackage'], {
      cwd: inModules('node'),
      env: outsideEnvironment(process.env),
    }),
  )
  // npm left the command `node` out while its file was missing.
  await run('Linking Node 24', npm, ['rebuild', 'node', '--ignore-scripts'], {
    cwd: root,
    env: outsideEnvironment(process.env),
  })
  if (!(await node24Works()))
    throw new Problem('The package "node" brought no binary that runs on this machine.')
}
