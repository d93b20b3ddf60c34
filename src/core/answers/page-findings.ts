/** @file What keeps an answers page out of an export: whatever tells of a person, or of another client. Pure. */
import type { AnswerPageDraft, PageFinding } from '../../shared/domain/answers.ts'
import type { PrivateDataSetting } from '../../shared/domain/guard-settings.ts'
import { foreignWords, type BrandLexicon } from '../guards/lexicon.ts'
import { privateDataIn } from '../guards/private-data.ts'

/** What a page is held against. `ownHandles`: usernames of the brands that it is for. */
export type PageGuards = {
  privateData: PrivateDataSetting
  ownHandles: readonly string[]
  own: BrandLexicon
  others: readonly BrandLexicon[]
  allowed: readonly string[]
}

const handles = /(?<![\p{L}\p{N}_/.])@(\w{1,15})(?![\p{L}\p{N}_@]|\.[\p{L}\p{N}])/gu

/** In the order of the page. */
export function pageFindings(page: AnswerPageDraft, guards: PageGuards): PageFinding[] {
  const own = new Set(guards.ownHandles.map((username) => username.toLowerCase()))
  return (['title', 'question', 'answer'] as const).flatMap((part) => {
    const text = page[part]
    return [
      ...privateDataIn(text, guards.privateData).map(({ kind, saw }): PageFinding => ({
        part,
        what: kind,
        saw,
      })),
      ...[...text.matchAll(handles)]
        .filter(([, username = '']) => !own.has(username.toLowerCase()))
        .map(([saw]): PageFinding => ({ part, what: 'handle', saw })),
      ...foreignWords(text, guards).map(({ saw }): PageFinding => ({ part, what: 'other-brand', saw })),
    ]
  })
}
