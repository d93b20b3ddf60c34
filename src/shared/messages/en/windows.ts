/** @file Words of windows beside the main one. */

export const windowMessages = {
  'command.window.open-ticket': 'Open the ticket in a window of its own',
  'command.window.open-deck': 'Open this deck in a window of its own',
  'command.window.close': 'Close this window',
  'elsewhere.line': 'This ticket is written to in another window, so that no answer leaves twice.',
  'elsewhere.go': 'Go there',
} as const
