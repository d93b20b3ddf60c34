/** @file The texts of an act as they stand: what an agent typed, what a template said, what core said of them. Pure. */
import type { WireFailure } from '../../../shared/errors.ts'

/** One text. `isOwn`: an agent wrote it; `failure`: why core did not take it, as long as it stays what it was. */
export type Typed = { text: string; isOwn: boolean; failure: WireFailure | null }

export const nothing: Typed = { text: '', isOwn: false, failure: null }

/** Sets in what templates say, but where an agent wrote. @param texts by brand */
export function suggestedInto(
  before: ReadonlyMap<string, Typed>,
  targets: readonly { key: string; brandId: string }[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, Typed> {
  const next = new Map(before)
  for (const { key, brandId } of targets) {
    const old = before.get(key)
    const text = texts.get(brandId) ?? ''
    if (!old?.isOwn && old?.text !== text) next.set(key, { ...nothing, text })
  }
  return next
}
