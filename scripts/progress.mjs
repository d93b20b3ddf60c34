/** @file What the scripts say to the person who started them: one line per long step, in one calm style. */
import { writeSync } from 'node:fs'

/** A failure whose message is all the person needs: printed without a stack. */
export class Problem extends Error {}

const terminal = process.stdout.isTTY === true
const everyMs = terminal ? 1_000 : 15_000

/** @param {string} text one line */
export function say(text) {
  console.log(text)
}

/** @param {number} startedAt from performance.now() */
export function seconds(startedAt) {
  const passed = (performance.now() - startedAt) / 1_000
  return `${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s`
}

/**
 * Shows `title…`, the seconds while `work` runs, and how long it took; a failure says so on the same line and is thrown on.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [outcome] said behind the seconds
 * @returns {Promise<T>}
 */
export async function step(title, work, outcome = () => '') {
  const startedAt = performance.now()
  const show = (/** @type {string} */ end) =>
    terminal ? put(`\r\u001b[K${title}… ${seconds(startedAt)}${end}`) : put(` ${seconds(startedAt)}${end}`)
  put(`${title}…`)
  const timer = setInterval(() => show(terminal ? '' : '…'), everyMs)
  try {
    const result = await work()
    show(`${outcome(result)}\n`)
    return result
  } catch (error) {
    show(' failed\n')
    throw error
  } finally {
    clearInterval(timer)
  }
}

/**
 * Runs a script's story: a `Problem` ends it with its message and exit code 1, anything else with its stack.
 * @param {() => Promise<number>} story resolves to the exit code
 */
export async function main(story) {
  // What is installed and built here must be readable by the unprivileged user that Electron may run as.
  process.umask(0o022)
  try {
    process.exitCode = await story()
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

/** @param {string} text written at once, so that a step's line and a child's output keep their order */
function put(text) {
  writeSync(1, text)
}
