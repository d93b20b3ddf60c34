/** @file Bookmarks a post for the handle, and takes that back. Nobody else sees it. */
import { postSwitch } from './act.ts'

export const bookmark = postSwitch({
  family: 'bookmarks',
  event: 'post.bookmarked',
  mark: 'bookmarked',
  on: true,
  ask: (x, handleId, itemId, purpose) => x.bookmark(handleId, itemId, true, purpose),
})
export const unbookmark = postSwitch({
  family: 'bookmarks',
  event: 'post.unbookmarked',
  mark: 'bookmarked',
  on: false,
  ask: (x, handleId, itemId, purpose) => x.bookmark(handleId, itemId, false, purpose),
})
