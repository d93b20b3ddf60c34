/** @file The Debian packages that Electron and its tests need: installed as root, asked for otherwise. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Problem, say, step } from './progress.mjs'
import { attempt, tail } from './run.mjs'

/** Each entry is one need; a later name is what newer releases call the same package. */
const libraries = [['libnss3'], ['libgtk-3-0', 'libgtk-3-0t64'], ['libasound2', 'libasound2t64'], ['libgbm1']]
const fonts = [['fonts-noto-color-emoji'], ['fonts-noto-core'], ['fonts-noto-cjk'], ['fonts-inter']]
const screen = [['xvfb']]
const keyring = [['gnome-keyring'], ['dbus'], ['dbus-x11']]

/**
 * @typedef {object} Needs
 * @property {boolean} screen Xvfb is needed
 * @property {boolean} keyring a Secret Service of our own is needed
 */

/**
 * Installs what is missing (Debian, as root), or says the one command that does. Goes on where only fonts are missing, or
 * where the libraries are there without being Debian packages.
 * @param {Needs} needs
 */
export async function ensureSystemLibraries(needs) {
  if (process.platform !== 'linux') return
  const wanted = [...libraries, ...fonts, ...(needs.screen ? screen : []), ...(needs.keyring ? keyring : [])]
  const missing = await missingPackages(wanted)
  if (missing.length > 0) {
    if (process.getuid?.() === 0) await installPackages(missing)
    else sayCommand(missing)
  }
  const programs = [
    ...(needs.screen ? ['Xvfb'] : []),
    ...(needs.keyring ? ['dbus-run-session', 'gnome-keyring-daemon'] : []),
  ]
  const absent = programs.filter((program) => !isOnPath(program))
  if (absent.length > 0) throw new Problem(`${absent.join(' and ')} not found. ${advice(missing)}`)
}

/**
 * Refuses, with the libraries' names, an Electron that this system cannot load.
 * @param {string} executable
 */
export async function checkLibrariesOf(executable) {
  if (process.platform !== 'linux') return
  const { output } = await attempt('ldd', [executable])
  const absent = missingLibraries(output)
  if (absent.length > 0)
    throw new Problem(
      `Electron needs libraries that are not here: ${absent.join(', ')}. ${advice(await missingPackages(libraries))}`,
    )
}

/** @param {string} said by ldd @returns {string[]} the libraries it did not find */
export function missingLibraries(said) {
  return [...said.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
}

/** @param {string[][]} wanted @returns {Promise<string[]>} what apt-get has to install; empty where there is no dpkg */
async function missingPackages(wanted) {
  if (!isOnPath('dpkg-query')) return []
  const { output } = await attempt('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\\n',
    ...wanted.flat(),
  ])
  const installed = installedPackages(output)
  return wanted.filter((names) => !names.some((name) => installed.has(name))).map((names) => names[0] ?? '')
}

/** @param {string} said by dpkg-query, one `name status` a line @returns {Set<string>} */
export function installedPackages(said) {
  return new Set([...said.matchAll(/^(\S+) installed$/gm)].map((match) => match[1] ?? ''))
}

/** @param {string[]} missing first names */
async function installPackages(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const patience = ['-o', 'Acquire::http::Timeout=15', '-o', 'DPkg::Lock::Timeout=120']
  const { code, output } = await step(`Installing system packages (${missing.join(' ')})`, async () => {
    const update = await attempt('apt-get', [...patience, 'update', '-qq'], { env })
    const names = await Promise.all(missing.map(installableName))
    const install = [...patience, 'install', '-y', '-qq', '--no-install-recommends', ...names]
    const installed = await attempt('apt-get', install, { env })
    return {
      code: installed.code,
      output: update.code === 0 ? installed.output : update.output + installed.output,
    }
  })
  // Fonts alone are no reason to stop; what is needed more is looked for by name right after.
  if (code !== 0) say(`They could not be installed:\n${tail(output)}`)
}

/** @param {string} name @returns {Promise<string>} the same, or what this release calls it */
async function installableName(name) {
  const names = [...libraries, ...fonts, ...screen, ...keyring].find((each) => each[0] === name) ?? [name]
  for (const each of names) {
    const { output } = await attempt('apt-cache', ['policy', each])
    if (/Candidate: (?!\(none\))/.test(output)) return each
  }
  return name
}

/** @param {string[]} missing */
function sayCommand(missing) {
  say(`System packages are missing. To install them: sudo apt-get install ${missing.join(' ')}`)
}

/** @param {string[]} missing */
function advice(missing) {
  return missing.length > 0
    ? `Install them with: sudo apt-get install ${missing.join(' ')}`
    : 'Install the packages that hold them with your system’s package manager.'
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
