/** @file What the guard rails say about a draft: asked anew when typing pauses, and at once when a guard kept it back. */
import { useEffect, useState } from 'react'
import type { Finding } from '../../shared/domain/guard.ts'
import type { AttachedTo, AttachmentView } from '../../shared/domain/media.ts'
import { useConsole } from './console-context.ts'

/** How long typing pauses before core is asked, ms. */
const pauseMs = 350
const none: readonly Finding[] = []

/** @param isKept core did not take the message: what it saw is wanted now */
export function useGuards(
  to: AttachedTo | null,
  text: string,
  files: readonly AttachmentView[],
  isKept: boolean,
): readonly Finding[] {
  const c = useConsole()
  const [found, setFound] = useState<{ of: string; findings: readonly Finding[] } | null>(null)
  const of = to === null ? '' : to.kind === 'ticket' ? `${to.ticketId}:${to.channel}` : to.brandId
  // What is said under a picture counts as well.
  const about = JSON.stringify([to, text, files.map(({ id, alt }) => [id, alt])])
  useEffect(() => {
    const attachmentIds = files.map(({ id }) => id)
    if (to === null || (text.trim() === '' && attachmentIds.length === 0)) {
      setFound(null)
      return
    }
    let gone = false
    const ask = () =>
      c.attempt(async () => {
        const { findings } = await c.call('draft.check', { to, text, attachmentIds })
        if (!gone) setFound({ of, findings })
      })
    const cancel = c.clock.after(isKept ? 0 : pauseMs, ask)
    return () => {
      gone = true
      cancel()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `about` is all of to, text and files
  }, [c, about, isKept])
  return found?.of === of ? found.findings : none
}
