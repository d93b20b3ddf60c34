/**
 * @file A text as the full-text index takes it in and is asked for it. Languages that write no spaces would stand in it
 * as one endless word: their runs are cut into pairs of letters. Pure.
 */
import { unescapeText } from './text.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu

/** 東京駅 becomes 東京 京駅; a single letter stays one. */
function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/**
 * What is written into the index for a text as X gave it; migrations call it `indexed_text`. The last letter of a run
 * stands alone as well, so that one letter finds every run.
 */
export const indexedText = (text: string): string =>
  unescapeText(text).replace(unspaced, (run) => {
    const last = [...run].at(-1) ?? ''
    return ` ${(last === run ? [run] : [...pairsOf(run), last]).join(' ')} `
  })

/** What is looked for: the same, without the letter at the end. */
export const askedText = (text: string): string =>
  text.replace(unspaced, (run) => ` ${pairsOf(run).join(' ')} `)

/** Whether a text ends within a run whose pairs may go on: a single letter is the beginning of a pair. */
export const endsUnspaced = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]$/u.test(text)
