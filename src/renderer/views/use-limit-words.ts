/** @file A limit of X's that is near, in words that stay true while time goes by. */
import { useEffect } from 'react'
import { useConsole, useRows } from './console-context.ts'
import { freesNext, limitWords, type Sender } from './limit-words.ts'

/** Core's clock and this one may read a little differently. */
const laterMs = 250

/** @param sender null: nobody speaks yet · @param posts how many the message would be */
export function useLimitWords(sender: Sender | null, posts: number): string | null {
  const c = useConsole()
  const limits = useRows((rows) => rows.limits)
  const words = sender && limitWords(limits, sender, Math.max(posts, 1))
  const readAt = sender && words !== null ? freesNext(limits, sender) : null
  useEffect(() => {
    if (readAt === null) return
    return c.clock.after(Math.max(0, readAt - c.now()) + laterMs, () => c.apply.limits())
  }, [c, limits, readAt])
  return words
}
