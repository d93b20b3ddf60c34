/** @file The handles that wait for their sign-in, in the order of their brands. Pure. */
import type { BrandView } from '../../shared/domain/brand.ts'

/** A handle that was written down, and the brand that waits for it. */
export type WaitingHandle = { expectedId: string; username: string; brandId: string; brandName: string }

export const waitingIn = (brands: readonly BrandView[]): WaitingHandle[] =>
  brands.flatMap(({ id: brandId, name: brandName, expected }) =>
    expected.map(({ id: expectedId, username }) => ({ expectedId, username, brandId, brandName })),
  )

/** Nobody signed in for this brand yet, and somebody is to. */
export const isUnconnected = (brand: BrandView): boolean =>
  brand.handles.length === 0 && brand.expected.length > 0

/**
 * Those that wait behind one of them, then those before it: who goes through a list comes to each once.
 * @param order as it was before that one was connected
 */
export function waitingAfter(
  order: readonly WaitingHandle[],
  expectedId: string,
  now: readonly WaitingHandle[],
): WaitingHandle[] {
  const at = order.findIndex((one) => one.expectedId === expectedId)
  const left = new Set(now.map((one) => one.expectedId))
  return [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))].filter((one) =>
    left.has(one.expectedId),
  )
}
