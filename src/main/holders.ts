/**
 * @file Which window has the composer of which ticket: never two, or one text would be written over the other, or leave
 * twice. Pure.
 */

/** Windows of one workspace, by whatever stands for them. */
export type Holders<W> = {
  /** The window that has it; null: none. */
  of(ticketId: string): W | null
  /** @returns false where another window has it */
  take(window: W, ticketId: string): boolean
  /** Lets it go, if this window has it. */
  release(window: W, ticketId: string): void
  /** Lets all go that this window has, but one. */
  leave(window: W, but?: string): void
  /** What other windows have. */
  elsewhere(window: W): string[]
}

export function holders<W>(): Holders<W> {
  const byTicket = new Map<string, W>()
  return {
    of: (ticketId) => byTicket.get(ticketId) ?? null,
    take(window, ticketId) {
      const has = byTicket.get(ticketId) ?? window
      if (has !== window) return false
      byTicket.set(ticketId, window)
      return true
    },
    release(window, ticketId) {
      if (byTicket.get(ticketId) === window) byTicket.delete(ticketId)
    },
    leave(window, but) {
      for (const [ticketId, has] of byTicket)
        if (has === window && ticketId !== but) byTicket.delete(ticketId)
    },
    elsewhere: (window) => [...byTicket].flatMap(([ticketId, has]) => (has === window ? [] : [ticketId])),
  }
}
