/** @file Hides a reply in a conversation that the handle began, and shows it again. X tells nowhere which are hidden. */
import { postSwitch } from './act.ts'

export const hide = postSwitch({
  family: 'hides',
  event: 'post.hidden',
  mark: 'hidden',
  on: true,
  ask: (x, handleId, itemId, purpose) => x.hide(handleId, itemId, true, purpose),
})
export const unhide = postSwitch({
  family: 'hides',
  event: 'post.unhidden',
  mark: 'hidden',
  on: false,
  ask: (x, handleId, itemId, purpose) => x.hide(handleId, itemId, false, purpose),
})
