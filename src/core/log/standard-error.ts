/** @file The log of a core process: one JSON line per fact on standard error, which main writes to a file. */
import { Failure } from '../../shared/errors.ts'
import type { Log, LogFacts } from './log.ts'

/** Ends with a place in the code: a line of a message may begin like a frame. */
const frame = /^ {4}at .*:\d+:\d+\)?$/

/**
 * What may be told of an error. The message of a foreign error can hold a customer's text or a token and stays out; its
 * stack is reduced to the frames.
 */
function describe(error: unknown): LogFacts {
  if (error instanceof Failure) return { code: error.code }
  if (!(error instanceof Error)) return { thrown: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { error: error.name, errorCode: code, stack: frames.slice(0, 8).join(' ').replace(/\s+/g, ' ') }
}

/** Writes to this process's standard error. */
export function standardErrorLog(): Log {
  const write = (level: string, event: string, facts: LogFacts): void => {
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
  }
  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, error, facts = {}) => write('error', event, { ...describe(error), ...facts }),
  }
}
