/** @file Long work in small pieces, between which core does what else it has to do. */

/** Work holds the loop for so long at most, and one piece more, ms. */
const heldAtMost = 8

/** @returns what is awaited after each piece: nothing, until the loop was held for long enough to let others in */
export function sharedLoop(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < heldAtMost) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}

/** Makes something of each, with a turn for others after each. */
export async function eachInTurn<From, To>(
  all: readonly From[],
  make: (one: From) => To,
  turn: () => Promise<void> | undefined,
): Promise<To[]> {
  const made: To[] = []
  for (const one of all) {
    made.push(make(one))
    await turn()
  }
  return made
}
