/** @file The answers pages of a brand for the views that show them. */
import { useEffect, useState } from 'react'
import type { AnswerPage } from '../../../shared/domain/answers.ts'
import { useConsole, useRows } from '../console-context.ts'

/** Read at once, and again when core tells that the brand changed. Null before the first answer. */
export function usePages(brandId: string): readonly AnswerPage[] | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [pages, setPages] = useState<readonly AnswerPage[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('answer.pages', { brandId })
      if (!gone) setPages(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId, reads])
  return pages
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those that hold every word of what is typed. */
export function pagesWith(pages: readonly AnswerPage[], query: string): AnswerPage[] {
  const words = plain(query).split(/\s+/u)
  return pages.filter(({ title, question, answer }) => {
    const text = plain(`${title}\n${question}\n${answer}`)
    return words.every((word) => text.includes(word))
  })
}
