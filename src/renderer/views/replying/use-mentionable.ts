/** @file Whom a message may name, for what is typed behind an @. */
import { useEffect, useState } from 'react'
import type { AttachedTo } from '../../../shared/domain/media.ts'
import { calledSo, type Mentionable } from '../../../shared/domain/mention.ts'
import { useConsole } from '../console-context.ts'

/** @param query null: nobody is looked for. Until core has answered, those of the last answer who are still called so. */
export function useMentionable(to: AttachedTo | null, query: string | null): readonly Mentionable[] {
  const c = useConsole()
  const [found, setFound] = useState<{ of: string; query: string; people: readonly Mentionable[] } | null>(
    null,
  )
  const of = JSON.stringify(to)
  useEffect(() => {
    if (to === null || query === null) return
    let gone = false
    c.attempt(async () => {
      const people = await c.call('person.mentionable', { to, query })
      if (!gone) setFound({ of, query, people })
    })
    return () => {
      gone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `of` is all of to
  }, [c, of, query])
  if (query === null || found?.of !== of) return []
  return found.query === query ? found.people : calledSo(found.people, query)
}
