/** @file Long work in small pieces, between which core does what else it has to do. */

/** Resolves once whatever waits for the event loop had it. */
export const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Work holds the loop for so long at most, and one piece more, ms. */
const heldAtMost = 8

/** What is awaited after each piece of long work. */
type Turn = () => Promise<void> | undefined

/** @returns what is awaited after each piece: nothing, until the loop was held for long enough to let others in */
export function sharedLoop(): Turn {
  let since = performance.now()
  return () => {
    if (performance.now() - since < heldAtMost) return undefined
    return othersFirst().then(() => {
      since = performance.now()
    })
  }
}

/** Makes something of each, with a turn for others after each. */
export async function eachInTurn<From, To>(
  all: readonly From[],
  make: (one: From) => To,
  turn: Turn,
): Promise<To[]> {
  const made: To[] = []
  for (const one of all) {
    made.push(make(one))
    await turn()
  }
  return made
}
