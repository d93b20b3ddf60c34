/** @file Mutes a person for the handle, and takes that back. The person is not told. */
import { personSwitch } from './act.ts'

export const mute = personSwitch({
  family: 'mutes',
  event: 'person.muted',
  mark: 'muted',
  on: true,
  ask: (x, handleId, itemId, purpose) => x.mute(handleId, itemId, true, purpose),
})
export const unmute = personSwitch({
  family: 'mutes',
  event: 'person.unmuted',
  mark: 'muted',
  on: false,
  ask: (x, handleId, itemId, purpose) => x.mute(handleId, itemId, false, purpose),
})
