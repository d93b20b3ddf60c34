/** @file What happened, in order, for the story of a failure. Kept in memory; printed only when something is wrong. */

export type Journal = {
  note(what: string): void
  /** A promise of the product was broken. */
  wrong(what: string): void
  wrongs(): readonly string[]
  /** Lines that hold one of `words`, oldest first. */
  about(words: readonly string[]): string[]
  lines(): readonly string[]
}

/** @param now world time */
export function journal(now: () => number): Journal {
  const lines: string[] = []
  const wrongs: string[] = []
  const note = (what: string): void => void lines.push(`${new Date(now()).toISOString()} ${what}`)
  return {
    note,
    wrong(what) {
      wrongs.push(what)
      note(`WRONG ${what}`)
    },
    wrongs: () => wrongs,
    about: (words) => lines.filter((line) => words.some((word) => line.includes(word))),
    lines: () => lines,
  }
}
