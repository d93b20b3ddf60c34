/** @file Going from line to line, and from row to row, by keys: what can be gone to says so (`data-stop`). */

export const stopsIn = (area: HTMLElement | null): HTMLElement[] => [
  ...(area?.querySelectorAll<HTMLElement>('[data-stop]') ?? []),
]

/** Goes so many stops further in an area that has the focus, or to its first. */
export function step(area: HTMLElement | null, by: 1 | -1): void {
  const stops = stopsIn(area)
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[at < 0 ? 0 : Math.min(stops.length - 1, Math.max(0, at + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
