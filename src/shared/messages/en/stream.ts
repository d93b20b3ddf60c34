/** @file Words about X's live stream: whether it is there, why not, and what that means for how soon things arrive. */

export const streamMessages = {
  'command.stream.take-over': 'Take the live stream over',
  'error.stream.busy':
    'Two other computers hold this app’s stream, and X allows no third. Nothing is lost: this computer asks X every minute or so instead. Close Switchboard on one of them, or take the stream over here.',
  'error.stream.bearer':
    'X does not accept the bearer token of the app {app}. Nothing is lost: everything is asked for every minute or so instead. Enter a new bearer token from console.x.com.',
  'stream.app': 'Live stream of {app}:',
  'stream.live': 'Live',
  'stream.live.why': 'X tells by itself, within a second, what happens to this handle.',
  'stream.asked': 'Asked now and then',
  'stream.asked.why': 'X is asked every minute or so what happened to this handle.',
  'stream.take-over.name': 'Take the live stream of {app} over',
  'sync.live': 'Live · checked to {time}',
  'said.stream.taken-over': 'The live stream runs here now; the other computers ask X every minute or so.',
} as const
