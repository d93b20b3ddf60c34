/** @file The emoji by their names in this window's language, and those that who sits here used lately. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { language } from '../../language.ts'
import { emojiNamed, type Emoji } from '../../state/emoji.ts'
import { useConsole } from '../console-context.ts'

const none: readonly Emoji[] = []

/**
 * What a query finds, the likeliest first. `remember` keeps one that was set in.
 * @param query null: nothing is looked for, and nothing is loaded
 */
export function useEmoji(query: string | null): {
  found: readonly Emoji[]
  isLoaded: boolean
  remember: (emoji: string) => void
} {
  const c = useConsole()
  const [all, setAll] = useState<readonly Emoji[] | null>(null)
  const [recent, setRecent] = useState<readonly string[]>([])
  const isWanted = query !== null
  useEffect(() => {
    if (!isWanted) return
    let gone = false
    c.attempt(async () => {
      const { allEmoji } = await import('../../state/emoji-data.ts')
      const [loaded, used] = await Promise.all([allEmoji(language), c.call('emoji.recent', {})])
      if (gone) return
      setAll(loaded)
      setRecent(used)
    })
    return () => {
      gone = true
    }
  }, [c, isWanted])
  const remember = useCallback((emoji: string) => c.attempt(() => c.call('emoji.use', { emoji })), [c])
  const found = useMemo(
    () => (query === null || all === null ? none : emojiNamed(all, query, recent)),
    [all, query, recent],
  )
  return {
    found,
    isLoaded: all !== null,
    remember,
  }
}
