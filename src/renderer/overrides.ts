/** @file Strangers' names in our sentences, with what turns the direction of text around as marks. */
import { splitOverrides } from '../shared/domain/overrides.ts'
import { t } from './words.ts'

/**
 * A stranger's name for use inside one of our sentences: overrides as marks, and a name that runs right to left kept
 * from turning the sentence.
 */
export function nameInSentence(name: string): string {
  const marked = splitOverrides(name)
    .map((part) => (part.kind === 'text' ? part.text : t('thread.override', { code: part.name })))
    .join('')
  return /[\u0590-\u08ff\ufb1d-\ufeff]/u.test(marked) ? `\u2068${marked}\u2069` : marked
}
