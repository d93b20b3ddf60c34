/** @file The texts of a notice while they are written: each brand's from its template, until an agent writes it otherwise. */
import { useCallback, useEffect, useState } from 'react'
import type { NoticeKind } from '../../../shared/domain/notice.ts'
import type { WireFailure } from '../../../shared/errors.ts'
import { useConsole } from '../console-context.ts'
import { nothing, suggestedInto, type Typed } from './typed.ts'

/** What every brand's text is made from. */
export type About = { kind: NoticeKind; title: string; startsAt: number | null; endsAt: number | null }

/** For whom a text is written. `key`: a brand's id, or a notice's. */
export type Target = {
  key: string
  brandId: string
  handleId: string
  username: string
  incidentId: string | null
}

/** How long typing pauses before templates are filled again, ms. */
const pauseMs = 200

export type Texts = {
  of: (key: string) => Typed
  /** Some of them still say what a template made of other words. */
  isLate: boolean
  type: (key: string, text: string) => void
  /** What core said to some of them. */
  refuse: (failures: ReadonlyMap<string, WireFailure>) => void
}

/** @param given texts that agents wrote before, by key: they are not filled again */
export function useTexts(
  about: About,
  targets: readonly Target[],
  given: ReadonlyMap<string, string>,
): Texts {
  const c = useConsole()
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    () => new Map([...given].map(([key, text]) => [key, { text, isOwn: true, failure: null }])),
  )
  const asked = JSON.stringify([about, targets])
  const [answered, setAnswered] = useState('')
  useEffect(() => {
    let gone = false
    const cancel = c.clock.after(pauseMs, () =>
      c.attempt(async () => {
        const brands = targets.map(({ brandId, handleId, incidentId }) => ({ brandId, handleId, incidentId }))
        const suggested = brands.length === 0 ? [] : await c.call('notice.suggest', { ...about, brands })
        if (gone) return
        const texts = new Map(suggested.map(({ brandId, text }) => [brandId, text]))
        setTyped((before) => suggestedInto(before, targets, texts))
        setAnswered(asked)
      }),
    )
    return () => {
      gone = true
      cancel()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` is all of about and targets
  }, [c, asked])
  return {
    of: (key) => typed.get(key) ?? nothing,
    isLate: answered !== asked && targets.some(({ key }) => !typed.get(key)?.isOwn),
    type: useCallback(
      (key, text) => setTyped((before) => new Map(before).set(key, { text, isOwn: true, failure: null })),
      [],
    ),
    refuse: useCallback(
      (failures) =>
        setTyped((before) => {
          const next = new Map(before)
          for (const [key, failure] of failures) next.set(key, { ...(before.get(key) ?? nothing), failure })
          return next
        }),
      [],
    ),
  }
}
