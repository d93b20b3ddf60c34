/** @file Work on one thing, one piece after the other, whether the piece before went well or not. */

/** @returns a function that runs its argument once all earlier ones are done, and gives its result or error */
export function inTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}
