/** @file Lets others have their turn while a report is counted: nobody waits for one. */

/** So many tickets are gone through at a stretch. */
export const turnEach = 250

/** Resolves once everything that waited has had its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
