/** @file What is being typed for a new post of a brand. The text on screen leads; core keeps it a moment later. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ComposeDraft } from '../../shared/domain/outbox.ts'
import { Failure } from '../../shared/errors.ts'
import { useConsole } from './console-context.ts'

/** How long typing pauses before it is kept, ms. */
const pauseMs = 300

type Change = Partial<Pick<ComposeDraft, 'handleId' | 'text' | 'scheduledAt'>>

export function useComposeDraft(brandId: string): {
  /** Null until core has said what it kept. */
  draft: ComposeDraft | null
  change: (what: Change) => void
  /** Core moved the text on: nothing is left to keep. */
  taken: () => void
} {
  const c = useConsole()
  const [draft, setDraft] = useState<ComposeDraft | null>(null)
  const latest = useRef<ComposeDraft | null>(null)
  const dirty = useRef(false)
  const cancel = useRef(() => {})

  const keep = useCallback(() => {
    cancel.current()
    const now = latest.current
    if (!dirty.current || !now) return
    dirty.current = false
    c.attempt(async () => {
      try {
        await c.call('compose.save', now)
      } catch (error) {
        // Another window typed: what is here is kept, and counts on from there.
        if (error instanceof Failure && error.is('draft.stale') && latest.current) {
          const revision = Math.max(latest.current.revision, error.data.revision)
          latest.current = { ...latest.current, revision }
        }
        throw error
      }
    })
  }, [c])

  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const kept = await c.call('compose.get', { brandId })
      // A time that has passed since is not what was meant.
      const scheduledAt = kept.scheduledAt !== null && kept.scheduledAt > c.now() ? kept.scheduledAt : null
      latest.current = { ...kept, scheduledAt }
      if (!gone) setDraft(latest.current)
    })
    return () => {
      gone = true
      keep()
    }
  }, [c, brandId, keep])

  const change = useCallback(
    (what: Change) => {
      const before = latest.current
      if (!before) return
      latest.current = { ...before, ...what, revision: before.revision + 1 }
      dirty.current = true
      setDraft(latest.current)
      cancel.current()
      cancel.current = c.clock.after(pauseMs, keep)
    },
    [c, keep],
  )
  const taken = useCallback(() => {
    cancel.current()
    dirty.current = false
  }, [])
  return { draft, change, taken }
}
