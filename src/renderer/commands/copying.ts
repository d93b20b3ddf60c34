/**
 * @file Text that is copied on the screen of one client cannot be pasted on that of another. The window stops the paste
 * at once, also of a short text; core keeps longer ones, so that no other window and no retyped quotation gets round.
 */
import { Failure } from '../../shared/errors.ts'
import type { Console } from '../state/console.ts'

/** A copied text in one form, and whose screen it stood on. */
export type Copied = { text: string; clientId: string }

/** A letter or two are nobody's. */
const lettersAtLeast = 4
const keptAtMost = 50
/** Longer texts are no quotation; core refuses them. */
const lettersAtMost = 100_000

/** The form in which copied texts are compared. */
export const inOneForm = (text: string): string => text.trim().toLowerCase().replace(/\s+/gu, ' ')

/** Adds a copy; the same text copied elsewhere later is that client's as well, the newest first. */
export const withCopy = (copies: readonly Copied[], copy: Copied): Copied[] =>
  copy.text.length < lettersAtLeast ? [...copies] : [copy, ...copies].slice(0, keptAtMost)

/** Whether a text was copied from another client's screen, and never from this one's. */
export function isOfAnother(copies: readonly Copied[], text: string, clientId: string): boolean {
  const same = copies.filter((copy) => copy.text === inOneForm(text))
  return same.length > 0 && !same.some((copy) => copy.clientId === clientId)
}

/** What is chosen: within a field, or on the page. */
function chosenText(target: EventTarget | null): string {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0)
  return document.getSelection()?.toString() ?? ''
}

/** The brand whose screen an event is on: the pane's, or that of the post being written. */
const brandAt = (target: EventTarget | null): string | null =>
  (target instanceof Element ? target.closest('[data-brand]')?.getAttribute('data-brand') : null) ?? null

/** Begins to watch. Returns the way to stop. */
export function watchCopying(c: Console): () => void {
  let copies: readonly Copied[] = []
  const clientOf = (brandId: string | null) =>
    c.rows.getState().brands.find((brand) => brand.id === brandId)?.clientId ?? null

  function copied(event: ClipboardEvent): void {
    const brandId = brandAt(event.target)
    const clientId = clientOf(brandId)
    const text = chosenText(event.target)
    if (brandId === null || clientId === null || text.trim() === '' || text.length > lettersAtMost) return
    copies = withCopy(copies, { text: inOneForm(text), clientId })
    c.attempt(() => c.call('draft.copied', { brandId, text }))
  }

  function pasted(event: ClipboardEvent): void {
    const clientId = clientOf(brandAt(event.target))
    if (clientId === null || !isOfAnother(copies, event.clipboardData?.getData('text/plain') ?? '', clientId))
      return
    event.preventDefault()
    event.stopPropagation()
    c.tell(new Failure('guard.pasted', {}))
  }

  document.addEventListener('copy', copied)
  document.addEventListener('cut', copied)
  // Before the composer takes it.
  document.addEventListener('paste', pasted, true)
  return () => {
    document.removeEventListener('copy', copied)
    document.removeEventListener('cut', copied)
    document.removeEventListener('paste', pasted, true)
  }
}
