/**
 * @file Keeps the place in a thread while messages come in above it. Rows of a column have one height and are reckoned
 * (steady-scroll.ts); messages have their own, so that one of them is measured before and after.
 */

/** The first message in view, and how far below the upper edge it stands, px. */
export type Place = { message: Element; top: number }

/** The parts of an element that are used. */
type Box = Pick<Element, 'querySelectorAll' | 'getBoundingClientRect'>

const topIn = (box: Box, message: Element): number =>
  message.getBoundingClientRect().top - box.getBoundingClientRect().top

/** Where a thread stands; null where it shows no message. */
export function placeIn(box: Box): Place | null {
  for (const message of box.querySelectorAll('article, p'))
    if (message.getBoundingClientRect().bottom > box.getBoundingClientRect().top)
      return { message, top: topIn(box, message) }
  return null
}

/** Scrolls so that the message stands where it stood. One that is gone moves nothing. */
export function putBack(box: Box & { scrollTop: number }, place: Place | null): void {
  if (place?.message.isConnected) box.scrollTop += topIn(box, place.message) - place.top
}
