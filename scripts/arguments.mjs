/** @file The arguments people give behind `--`; must not touch the disk. */
import { Problem } from './progress.mjs'

/**
 * Takes `--screenshot FILE` (or `=FILE`) out, made absolute; anything else is for the app as it is.
 * @param {string[]} given
 * @param {(file: string) => string} absolute against the folder the person is in
 * @returns {{ screenshot: string | undefined, passed: string[] }}
 */
export function readArguments(given, absolute) {
  /** @type {string[]} */
  const passed = []
  let screenshot
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index] ?? ''
    const joined = /^--screenshot=(.*)$/.exec(argument)
    if (argument !== '--screenshot' && !joined) {
      passed.push(argument)
      continue
    }
    const file = joined ? joined[1] : given[(index += 1)]
    if (!file || file.startsWith('--'))
      throw new Problem('--screenshot needs a file: npm start -- --screenshot window.png')
    screenshot = absolute(file)
  }
  return { screenshot, passed }
}
