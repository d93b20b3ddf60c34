/** @file No message goes out with a variable that nobody filled. */
import { unfilledIn } from '../../shared/domain/macro-text.ts'
import { Failure } from '../../shared/errors.ts'

/** @throws Failure `macro.unfilled` with the names that still stand between braces */
export function checkFilled(parts: readonly string[]): void {
  const names = [...new Set(parts.flatMap(unfilledIn))]
  if (names.length > 0) throw new Failure('macro.unfilled', { names })
}
