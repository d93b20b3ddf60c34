/** @file Words about X's live stream: whether it is there, why not, and what that means for how soon things arrive. */

export const streamMessages = {
  'error.stream.busy':
    'Two other computers hold this app’s stream, and X allows no third. Nothing is lost: this computer asks X every minute or so instead. Close Switchboard on one of them, or take the stream over here.',
  'error.stream.bearer':
    'X does not accept the bearer token of the app {app}. Nothing is lost: everything is asked for every minute or so instead. Enter a new bearer token from console.x.com.',
} as const
