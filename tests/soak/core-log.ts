/** @file What core says on its error stream: kept for the story, and judged: bugs, and trouble that comes without end. */
import { z } from 'zod'
import type { Journal } from './journal.ts'

const text = z.string().nullish()
const Line = z.looseObject({
  level: z.string(),
  event: z.string(),
  code: text,
  handleId: text,
  source: text,
  jobId: text,
})

/** @param oftenAtMost more lines of one kind about one thing than this in one life are a circle */
export function coreLog(
  journal: Journal,
  oftenAtMost: number,
): { line(text: string): void; newLife(): void } {
  let seen = new Map<string, number>()
  return {
    newLife() {
      seen = new Map()
    },
    line(text) {
      if (text.trim() === '') return
      journal.note(`core: ${text.slice(0, 600)}`)
      if (!text.startsWith('{')) {
        if (!/^\(|Warning/.test(text)) journal.wrong(`core said: ${text}`)
        return
      }
      const { level, event, code, handleId, source, jobId } = Line.parse(JSON.parse(text))
      const isOfX = typeof code === 'string' && /^(x|vault)\./.test(code)
      if (level === 'error' && !isOfX) journal.wrong(`core has a bug: ${text.slice(0, 600)}`)
      const about = [event, handleId, source, jobId].join(' ')
      const times = (seen.get(about) ?? 0) + 1
      seen.set(about, times)
      if (times === oftenAtMost + 1 && level !== 'info')
        journal.wrong(`core walks in circles: ${about} ${code ?? ''}`)
    },
  }
}
