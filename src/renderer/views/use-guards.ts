/** @file What the guard rails say about a draft: asked anew when typing pauses, and at once when a guard kept it back. */
import { useEffect, useState } from 'react'
import type { Exposed, Finding } from '../../shared/domain/guard.ts'
import type { AttachedTo, AttachmentView } from '../../shared/domain/media.ts'
import { did } from '../commands/tour.ts'
import { useConsole } from './console-context.ts'

/** How long typing pauses before core is asked, ms. */
const pauseMs = 350
export type Guards = { findings: readonly Finding[]; exposed: readonly Exposed[] }
const none: Guards = { findings: [], exposed: [] }

/** @param isKept core did not take the message: what it saw is wanted now */
export function useGuards(
  to: AttachedTo | null,
  text: string,
  files: readonly AttachmentView[],
  isKept: boolean,
): Guards {
  const c = useConsole()
  const [found, setFound] = useState<({ of: string } & Guards) | null>(null)
  const of = to === null ? '' : to.kind === 'ticket' ? `${to.ticketId}:${to.channel}` : to.brandId
  // What is said under a picture counts as well.
  const about = JSON.stringify([to, text, files.map(({ id, alt }) => [id, alt])])
  useEffect(() => {
    const attachmentIds = files.map(({ id }) => id)
    if (to === null) {
      setFound(null)
      return
    }
    let gone = false
    const ask = () =>
      c.attempt(async () => {
        const guards = await c.call('draft.check', { to, text, attachmentIds })
        if (gone) return
        setFound({ of, ...guards })
        for (const { guard } of guards.findings) {
          if (guard === 'private-data') did(c, 'number')
          if (guard === 'other-brand') did(c, 'brand')
        }
      })
    const cancel = c.clock.after(isKept ? 0 : pauseMs, ask)
    return () => {
      gone = true
      cancel()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `about` is all of to, text and files
  }, [c, about, isKept])
  return found?.of === of ? found : none
}
