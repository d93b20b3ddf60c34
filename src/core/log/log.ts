/**
 * @file Core's log: names, ids, durations and codes. Never text of a customer, never a parameter, never a token.
 */

/** Plain facts beside a line. Strings are ids, names or codes. */
export type LogFacts = Record<string, string | number | boolean | null>

/** Where core tells what it does. The composition root writes to standard error; tests collect. */
export type Log = {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  /** `error` is reduced to its class, code and stack; its message may hold foreign text and stays out. */
  error(event: string, error: unknown, facts?: LogFacts): void
}
