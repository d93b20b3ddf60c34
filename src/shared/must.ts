/** @file The one assertion: a value that cannot be missing, with the reason why not. */

/** Returns `value`, or throws a plain Error that says what was expected: a bug, never a user's mistake. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`expected: ${why}`)
  return value
}

/** For the branch that the types rule out. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`)
}
