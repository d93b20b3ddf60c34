/** @file Reposts a post under the handle's name, and takes that back. */
import { postSwitch } from './act.ts'

export const repost = postSwitch({
  family: 'reposts',
  event: 'post.reposted',
  mark: 'reposted',
  on: true,
  ask: (x, handleId, itemId, purpose) => x.repost(handleId, itemId, true, purpose),
})
export const unrepost = postSwitch({
  family: 'reposts',
  event: 'post.unreposted',
  mark: 'reposted',
  on: false,
  ask: (x, handleId, itemId, purpose) => x.repost(handleId, itemId, false, purpose),
})
