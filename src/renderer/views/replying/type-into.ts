/** @file Words into a text as if they had been typed: the text's own undo takes them back. */

/** Puts words where `from` to `to` stands; the first gap between braces is selected. */
export function typeInto(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus()
  field.setSelectionRange(from, to)
  document.execCommand('insertText', false, words)
  const gap = /\{\{[^{}]*\}\}/u.exec(words)
  if (gap) field.setSelectionRange(from + gap.index, from + gap.index + gap[0].length)
}
