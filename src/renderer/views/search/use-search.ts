/** @file Asks core while somebody types, when typing pauses; what was found stays until there is something newer. */
import { useEffect, useState } from 'react'
import type { SearchPage } from '../../../shared/domain/search.ts'
import { useConsole } from '../console-context.ts'

/** How long typing pauses before core is asked, ms. */
const pauseMs = 90

export type Searched = {
  /** Of what these were found; it may be older than what is typed. */
  text: string
  page: SearchPage
}

/** Null: nothing was looked for yet. */
export function useSearch(text: string): Searched | null {
  const c = useConsole()
  const [searched, setSearched] = useState<Searched | null>(null)
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty) return
    let gone = false
    const ask = (): void =>
      c.attempt(async () => {
        const page = await c.call('ticket.search', { text, isTyping: true })
        if (!gone) setSearched({ text, page })
      })
    const cancel = c.clock.after(pauseMs, ask)
    return () => {
      gone = true
      cancel()
    }
  }, [c, text, isEmpty])
  return isEmpty ? null : searched
}
