/** @file Reads the code of an error that the system threw; must not decide anything by it. */

/** Whether `error` is a system error with this code: `ENOENT`, `ENOSPC`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
