/** @file The arguments people give behind `--`; must not touch the disk. */
import { Problem } from './progress.mjs'

/**
 * What is passed on to the app: `--screenshot FILE` with the file made absolute, anything else as it is.
 * @param {string[]} given
 * @param {(file: string) => string} absolute against the folder the person is in
 * @returns {string[]}
 */
export function appArguments(given, absolute) {
  const passed = []
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index] ?? ''
    const joined = /^--screenshot=(.*)$/.exec(argument)
    if (argument !== '--screenshot' && !joined) {
      passed.push(argument)
      continue
    }
    const file = joined ? joined[1] : given[(index += 1)]
    if (!file || file.startsWith('--')) throw new Problem('--screenshot needs a file: npm start -- --screenshot window.png')
    passed.push('--screenshot', absolute(file))
  }
  return passed
}
